import type { Block } from "./imported.ts";
import { isCapitals, type Mark } from "./number.ts";
import { marked, type State, TEXT } from "./way.ts";
import { countWords } from "./words.ts";

/** Sections that somebody left out; further away a number is a number. */
const MAX_JUMP = 9;

/** Whether a text has numbers of several levels of its own. */
export const typedStyle = (blocks: Block[]) =>
  blocks.filter((block) => block.kind !== "row" && (marked(block)?.parts.length ?? 0) >= 2).length >= 3;

/** Whether a number opens a clause, is one of a list inside a clause, or is only how a sentence begins. */
export function asSection(mark: Mark, block: Block, at: number, state: State): "clause" | "item" | null {
  const { parts } = mark;
  const { path, top } = state;
  const head = parts[0] as number;
  const headed = block.kind === "heading" || (mark.rest !== "" && isCapitals(mark.rest));
  if (parts.length >= 2) {
    if (mark.closed || mark.glued || mark.kind === "label" || headed) return "clause";
    return follows(parts, state) ? "clause" : null;
  }
  if (mark.kind === "label") {
    // "Статья 407 Гражданского кодекса применяется…" is a sentence, not an article of this document.
    const alone = mark.closed || headed || (countWords(mark.rest) <= 14 && !/[.;,:]$/.test(mark.rest));
    return alone &&
      (top === null ? head <= MAX_JUMP : state.restart || headed || (head > top && head <= top + MAX_JUMP))
      ? "clause"
      : null;
  }
  if (!mark.closed && !headed) return mark.glued && (top === null ? head === 1 : head === top + 1) ? "clause" : null;
  const inside = path.some(
    ({ parts: open, level }) => open !== null && (open.length > 1 || level === TEXT || state.typed),
  );
  const counted = path.findLast(({ last }) => last?.style === "1.")?.last?.value ?? 0;
  const isList = block.kind === "item" && block.mark !== null && state.typed;
  if (headed && !isList) return "clause";
  if (isList) return path.length > 0 ? "item" : null;
  if (top === null || (state.restart && head === 1)) return "clause";
  if (inside && head === counted + 1 && counted > 0)
    return head === top + 1 && hasParts(head, at, state) ? "clause" : "item";
  if (head > top) return head <= top + MAX_JUMP ? "clause" : null;
  if (head === 1 && inside) return "item";
  return state.restart || mark.rest.length < 400 ? "clause" : null;
}

/** Without a dot after it, a number is a clause's only where it is the next one. */
function follows(parts: number[], { path, top }: State): boolean {
  const last = path.findLast((open) => open.parts !== null)?.parts ?? (top === null ? [] : [top]);
  const [head, ...deeper] = parts as [number, ...number[]];
  const common = last.findIndex((part, at) => part !== parts[at]);
  const same = common < 0 ? last.length : common;
  const next = parts[same] === (last[same] ?? 0) + 1 && parts.slice(same + 1).every((part) => part === 1);
  return next || ((last.length === 0 || head === (last[0] as number) + 1) && deeper.every((part) => part === 1));
}

/** Whether clauses of this section follow before the next number of a section does. */
const hasParts = (head: number, at: number, { blocks }: State): boolean => {
  for (const block of blocks.slice(at + 1, at + 40)) {
    const parts = marked(block)?.parts ?? [];
    if (parts[0] === head && parts.length > 1) return true;
    if (parts.length === 1 && parts[0] === head + 1) return false;
  }
  return false;
};

/** Whether a numbered paragraph is the heading of a section and not its first clause. */
export function isHeading({ rest, parts, kind }: Mark, block: Block, at: number, state: State): boolean {
  if (rest === "") return false;
  if (block.kind === "heading") return countWords(rest) <= 40;
  if (isCapitals(rest)) return true;
  if (parts.length > 1 || countWords(rest) > 14 || /[.;,:]$/.test(rest))
    return kind === "label" && countWords(rest) <= 14 && !/[.;,:]$/.test(rest);
  const next = state.blocks[at + 1];
  const below = next && marked(next)?.parts;
  return (
    kind === "label" ||
    (below !== undefined && below !== null && below.length > 1 && below[0] === parts[0]) ||
    hasParts(parts[0] as number, at, state)
  );
}
