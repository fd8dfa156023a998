import type { EditionText } from "../edition.ts";
import { type Item, itemsOf } from "./items.ts";
import { markWords } from "./mark-words.ts";
import { type DiffRow, type EditionDiff, newText, oldText, type Segment, type Side } from "./model.ts";
import { comparing, pairClauses } from "./pair.ts";
import { places } from "./place.ts";
import { findPieces } from "./split.ts";

type Match = { old: Item[]; new: Item[] };
/** Below this two texts under one number are strangers: one is shown crossed out, the other new. */
const STRANGERS = 0.25;

/**
 * What changed between two texts, clause by clause. A clause is known by its words, not by its number: one inserted clause
 * renumbers its neighbours and changes nothing else. Deterministic; the marks of every row give back both texts exactly.
 */
export function diffEditions(before: EditionText, after: EditionText): EditionDiff {
  const [a, b] = [itemsOf(before), itemsOf(after)];
  const compare = comparing(a, b);
  const matches = matched(a, b, compare);
  const couples = matches.map((match) => ({ old: lead(match.old, match.new), new: lead(match.new, match.old) }));
  const placed = places(couples);
  const renamed = new Map(
    couples.flatMap(({ old, new: fresh }) =>
      old.number !== null && fresh.number !== null ? [[old.number, fresh.number] as const] : [],
    ),
  );
  const rows = matches.map((match, index) => {
    const [old, fresh] = [joined(match.old), joined(match.new)];
    const bag = (items: Item[], side: 0 | 1) =>
      items.length === 1 ? compare.bags[side][items[0]!.at]! : compare.bag(items.flatMap(({ words }) => words));
    const strangers = old.text !== fresh.text && compare.similarity(bag(match.old, 0), bag(match.new, 1)) < STRANGERS;
    const segments = markWords(old, fresh, renamed, strangers);
    return { at: match.new[0]!.at, row: rowOf(match, segments, placed[index] ?? "same") };
  });
  const title = markWords({ text: before.title, references: [] }, { text: after.title, references: [] }, renamed);
  return { title, rows: inOrder(a, b, matches, rows) };
}

/** Pairs, splits, merges, and at last what stands under the same number though its words are others. */
function matched(a: Item[], b: Item[], compare: ReturnType<typeof comparing>): Match[] {
  const pairs = pairClauses(a, b, compare);
  const { splits, merges } = findPieces(a, b, pairs, compare);
  const matches: Match[] = [
    ...splits.map(({ whole, pieces }) => ({ old: [a[whole]!], new: pieces.map((at) => b[at]!) })),
    ...merges.map(({ whole, pieces }) => ({ old: pieces.map((at) => a[at]!), new: [b[whole]!] })),
  ];
  const [olds, news] = [new Set(matches.flatMap((one) => one.old)), new Set(matches.flatMap((one) => one.new))];
  const add = (old: Item, fresh: Item | undefined) => {
    if (!fresh || olds.has(old) || news.has(fresh)) return;
    olds.add(old);
    news.add(fresh);
    matches.push({ old: [old], new: [fresh] });
  };
  for (const pair of pairs) add(a[pair.old]!, b[pair.new]);
  const left = new Map(b.filter((item) => !news.has(item)).map((item) => [item.number ?? item.id, item]));
  // An anchor without a number («section-3») is a place in the list, not a name: it proves nothing. The preamble is one.
  for (const item of a) if (item.number !== null || item.id === "preamble") add(item, left.get(item.number ?? item.id));
  return matches.sort((x, y) => x.new[0]!.at - y.new[0]!.at);
}

/** Of several pieces the one that kept the number, else the first. */
const lead = (pieces: Item[], others: Item[]): Item =>
  pieces.find(({ number }) => number !== null && others.some((other) => other.number === number)) ?? pieces[0]!;

/** Several clauses as one text, a line break between them; references keep their places. */
function joined(items: Item[]): Pick<Item, "text" | "references"> {
  let text = "";
  const references: Item["references"] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) text += "\n";
    const at = text.length;
    references.push(...item.references.map((one) => ({ ...one, start: one.start + at, end: one.end + at })));
    text += item.text;
  }
  return { text, references };
}

function rowOf({ old, new: fresh }: Match, segments: Segment[], place: DiffRow["place"]): DiffRow {
  const marks = new Set(segments.map(({ mark }) => mark));
  const text = marks.has("del") || marks.has("ins") ? "changed" : marks.has("ref") ? "references" : "same";
  const several = old.length > 1 || fresh.length > 1;
  return {
    old: sides(old, segments, "old"),
    new: sides(fresh, segments, "new"),
    text: several ? "changed" : text,
    place,
  };
}

const sideOf = ({ id, number, headed }: Item, segments: Segment[]): Side => ({ id, number, headed, segments });

/**
 * The row's segments cut at the ends of its clauses: the old side without the inserted words, the new side with all. The
 * line break between two pieces is nobody's and goes.
 */
function sides(items: Item[], segments: readonly Segment[], side: "old" | "new"): Side[] {
  const length = (one: Segment) => (side === "old" ? oldText([one]) : newText([one])).length;
  const rest = segments.filter((one) => side === "new" || one.mark !== "ins");
  return items.map((item, index) => {
    if (index === items.length - 1) return sideOf(item, rest.splice(0));
    const own: Segment[] = [];
    let room = item.text.length;
    while (rest[0] && length(rest[0]) <= room) {
      room -= length(rest[0]);
      own.push(rest.shift()!);
    }
    if (room > 0 && rest[0]) own.push(cut(rest, room));
    cut(rest, 1);
    return sideOf(item, own);
  });
}

/** Takes `length` characters off the first segment. References are whole words: no clause ends inside one. */
function cut(rest: Segment[], length: number): Segment {
  const [first] = rest;
  if (!first || first.mark === "ref") throw new Error("a clause ends inside a reference");
  const head = { ...first, text: first.text.slice(0, length) };
  if (head.text.length === first.text.length) rest.shift();
  else rest[0] = { ...first, text: first.text.slice(length) };
  return head;
}

const whole = (item: Item, mark: "del" | "ins"): Side =>
  sideOf(item, item.text === "" ? [] : [{ mark, text: item.text }]);

/** In the order of the new text; a removed clause after the clause that it followed. */
function inOrder(a: Item[], b: Item[], matches: Match[], rows: { at: number; row: DiffRow }[]): DiffRow[] {
  const [olds, news] = [new Set(matches.flatMap((one) => one.old)), new Set(matches.flatMap((one) => one.new))];
  const placed = [
    ...rows.map(({ at, row }) => ({ key: [at, 0, 0], row })),
    ...b
      .filter((item) => !news.has(item))
      .map((item) => ({
        key: [item.at, 0, 0],
        row: { old: [], new: [whole(item, "ins")], text: "added", place: "same" } satisfies DiffRow,
      })),
  ];
  const newPlace = new Map(matches.flatMap((one) => one.old.map((item) => [item.at, one.new.at(-1)!.at])));
  let after = -1;
  for (const item of a) {
    after = newPlace.get(item.at) ?? after;
    if (olds.has(item)) continue;
    placed.push({
      key: [after, 1, item.at],
      row: { old: [whole(item, "del")], new: [], text: "removed", place: "same" } satisfies DiffRow,
    });
  }
  const order = (x: number[], y: number[]) => x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]!;
  return placed.sort((x, y) => order(x.key, y.key)).map(({ row }) => row);
}
