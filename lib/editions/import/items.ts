import type { Clause } from "../edition.ts";
import type { Block } from "./imported.ts";
import { type Mark, markOf, romanNumber } from "./number.ts";
import { type Open, type State, TEXT, unique } from "./way.ts";
import { fill } from "./words.ts";

/** False: there is nothing to hang it on, so it is no item and its words stay a paragraph. */
export function openItem(mark: Mark, block: Block, state: State): boolean {
  const { path, out, notes } = state;
  const value = countOf(mark);
  const style = continues(mark, state) ?? mark.style;
  const known = path.findLastIndex((open) => open.style === style);
  if (known >= 0) path.length = known;
  const owner = path.at(-1);
  const numbered = path.findLast((open) => open.parts !== null || open.style !== null);
  if (!numbered && state.typed) return false;
  // The first letter stood on the line of the clause itself: the others belong to its text as well.
  if (owner && inText(owner, mark)) {
    const text = `${mark.own} ${mark.rest}`.trim();
    owner.clause.paragraphs.push(text);
    fill(out, text);
    return true;
  }
  const siblings = owner?.clause.children ?? state.roots;
  const tail =
    mark.style === "1." ? `(${mark.own})` : /^\(/.test(mark.own) ? mark.own : `(${mark.own.replace(/[.)]$/, "")})`;
  const number = numbered
    ? `${numbered.clause.number}${numbered.parts && /^\D/.test(numbered.clause.number ?? "") ? " " : ""}${tail}`
    : mark.own;
  const base = numbered ? `${numbered.clause.id}.${mark.item.replace(/\D\)$/, "")}` : mark.item;
  const clause: Clause = { id: unique(base, state), number, heading: null, paragraphs: [], children: [] };
  siblings.push(clause);
  if (owner) owner.last = { style, value };
  path.push({ clause, parts: null, level: TEXT, style, last: null });
  if (known < 0) notes.guess("list", block.line, mark.own, number);
  if (mark.rest !== "") clause.paragraphs.push(mark.rest);
  fill(out, `${mark.own} ${mark.rest}`);
  return true;
}

const inText = ({ clause, style }: Open, { style: mine }: Mark): boolean => {
  const first = clause.paragraphs[0];
  const inner = style === null && clause.children.length === 0 && first ? markOf(first) : null;
  return inner?.kind === "item" && inner.style === mine;
};

const countOf = ({ item }: Mark): number => (/^\d/.test(item) ? Number.parseInt(item, 10) : (item.codePointAt(0) ?? 0));

/** (i) is a Roman one unless (h) came before it; a Roman list inside a lettered one is a list of its own. */
function continues({ item, style }: Mark, { path }: State): string | null {
  if (!/^[ivx]+$/.test(item)) return null;
  const before = path.findLast((open) => open.last?.style === style)?.last ?? null;
  const letters = path.some((open) => open.style === style);
  if (item.length === 1 && letters && before && before.value === (item.codePointAt(0) ?? 0) - 1) return null;
  return romanNumber(item) > 0 &&
    (item.length > 1 || item === "i" || path.some((open) => open.style === `${style}roman`))
    ? `${style}roman`
    : null;
}
