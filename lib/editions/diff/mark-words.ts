import { diffArrays } from "diff";

import type { Item } from "./items.ts";
import type { Segment } from "./model.ts";
import { tokens } from "./tokens.ts";

type Text = Pick<Item, "text" | "references">;
type Token = { text: string; key: string };
type Group = { same: Segment[] } | { del: Token[]; ins: Token[] };

/** So many different tokens mean another text: it is replaced as a whole instead of being chopped for seconds. */
const MAX_EDITS = 1500;

/**
 * The words of two texts marked. A reference whose clause was renumbered is neither deleted nor inserted: it is the same
 * reference under the clause's new number. `whole`: the texts have nothing in common worth a reader's search.
 */
export function markWords(a: Text, b: Text, renamed: ReadonlyMap<string, string>, whole = false): Segment[] {
  if (a.text === b.text) return a.text === "" ? [] : [{ mark: "same", text: a.text }];
  const [old, fresh] = [keyed(a, (number) => renamed.get(number) ?? number), keyed(b, (number) => number)];
  const parts = whole
    ? undefined
    : diffArrays(
        old.map(({ key }) => key),
        fresh.map(({ key }) => key),
        { maxEditLength: MAX_EDITS },
      );
  if (!parts) return written([{ del: old, ins: fresh }]);
  const groups: Group[] = [];
  const [olds, news] = [old.values(), fresh.values()];
  for (const { added, removed, value } of parts) {
    const last = groups.at(-1);
    if (added || removed) {
      const group = last && "del" in last ? last : { del: [], ins: [] };
      if (group !== last) groups.push(group);
      if (removed) group.del.push(...olds.take(value.length));
      else group.ins.push(...news.take(value.length));
      continue;
    }
    const same: Segment[] = value.map(() => {
      const [was, text] = [olds.next().value?.text ?? "", news.next().value?.text ?? ""];
      return was === text ? { mark: "same", text } : { mark: "ref", text, was };
    });
    groups.push({ same });
  }
  return written(swallowed(groups));
}

/** References compare by the clause they mean, all else by its letters. */
function keyed({ text, references }: Text, meaning: (number: string) => string): Token[] {
  const meant = new Map(references.map(({ start, number }) => [start, meaning(number)]));
  let at = 0;
  return tokens(text).map((token) => {
    const target = meant.get(at);
    at += token.length;
    return { text: token, key: target === undefined ? token : `§${target}` };
  });
}

/** «один, два» → «три, четыре» is one replacement: a comma between two of them is no island to rest on. */
function swallowed(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  const replaced = (group: Group | undefined) =>
    group !== undefined && "del" in group && group.del.length > 0 && group.ins.length > 0;
  for (const [at, group] of groups.entries()) {
    const last = out.at(-1);
    if ("same" in group && last && "del" in last && replaced(last) && replaced(groups[at + 1])) {
      const text = group.same.map((one) => one.text).join("");
      if (!/[\p{L}\p{N}\n]/u.test(text)) {
        last.del.push({ text, key: text });
        last.ins.push({ text, key: text });
        continue;
      }
    }
    if ("del" in group && last && "del" in last) {
      last.del.push(...group.del);
      last.ins.push(...group.ins);
    } else out.push("del" in group ? { del: [...group.del], ins: [...group.ins] } : group);
  }
  return out;
}

/** Groups as segments, neighbours of one mark joined. A reference that was left as it stood is no change of words. */
function written(groups: readonly Group[]): Segment[] {
  const segments: Segment[] = [];
  const push = (one: Segment) => {
    const last = segments.at(-1);
    if (one.text === "") return;
    if (last && last.mark === one.mark && last.mark !== "ref") last.text += one.text;
    else segments.push({ ...one });
  };
  for (const group of groups) {
    if ("same" in group) {
      for (const one of group.same) push(one);
      continue;
    }
    const [del, ins] = [group.del.map(({ text }) => text).join(""), group.ins.map(({ text }) => text).join("")];
    if (del === ins) push({ mark: "same", text: del });
    else {
      push({ mark: "del", text: del });
      push({ mark: "ins", text: ins });
    }
  }
  return segments;
}
