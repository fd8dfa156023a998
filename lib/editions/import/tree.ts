import type { Clause } from "../edition.ts";
import { definedTerm } from "./definitions.ts";
import type { Block, Notes } from "./imported.ts";
import { openItem } from "./items.ts";
import { isCapitals, type Mark } from "./number.ts";
import { asSection, isHeading, typedStyle } from "./sections.ts";
import { isStamp } from "./vocabulary.ts";
import { marked, type Open, SECTION, type State, TEXT, unique } from "./way.ts";
import { type Bag, countWords, fill } from "./words.ts";

/** Paragraphs in order → the tree of clauses in the same order. `out` gets every word that is put into it, as printed. */
export function buildTree(blocks: Block[], out: Bag, notes: Notes): Clause[] {
  const state: State = {
    roots: [],
    path: [],
    ids: new Set(),
    top: null,
    restart: false,
    out,
    notes,
    blocks,
    typed: typedStyle(blocks),
  };
  blocks.forEach((block, at) => {
    place(block, at, state);
  });
  nameSections(state.roots, state.ids);
  return state.roots;
}

function place(block: Block, at: number, state: State): void {
  const mark = marked(block);
  const section = mark && mark.kind !== "item" ? asSection(mark, block, at, state) : null;
  const text = block.mark === null ? block.text : `${block.mark} ${block.text}`;
  const headed =
    block.kind === "heading" ? countWords(text) <= 40 : block.kind === "text" && isCapitals(text) && !isStamp(text);
  const listed = mark && (section === "item" || (mark.kind === "item" && block.kind !== "heading"));
  if (mark && section === "clause") openClause(mark, block, at, state);
  else if (listed && openItem(section === "item" ? { ...mark, item: mark.own } : mark, block, state)) return;
  else if (headed && (mark === null || block.kind === "heading")) openHeading(block, text, state);
  else put(block.kind === "item" ? `– ${text}` : text, state);
}

function openClause(mark: Mark, block: Block, at: number, state: State): void {
  const { path, notes } = state;
  const { parts, rest } = mark;
  if (mark.glued) notes.guess("number-glued", block.line, block.text, `${mark.own}. ${rest}`);
  const heading = isHeading(mark, block, at, state);
  const level = block.kind === "heading" ? Math.max(1, block.level) : heading && parts.length === 1 ? SECTION : TEXT;
  checkOrder(mark, block, state);
  while (path.length > 0 && !holds(path.at(-1) as Open, parts, level)) path.pop();
  const parent = path.at(-1);
  const siblings = parent?.clause.children ?? state.roots;
  const number = mark.own;
  const clause: Clause = {
    id: unique(parts.join("."), state),
    number,
    heading: heading ? rest : null,
    paragraphs: [],
    children: [],
  };
  siblings.push(clause);
  path.push({ clause, parts, level, style: null, last: null });
  fill(state.out, `${number} ${rest}`);
  if (parts.length === 1) {
    state.top = parts[0] as number;
    state.restart = false;
  } else state.top = Math.max(state.top ?? 0, parts[0] as number);
  if (!heading && rest !== "") {
    clause.paragraphs.push(rest);
    noteTerm(rest, block.line, notes);
  } else if (heading && block.kind !== "heading") notes.guess("heading", block.line, block.text, rest);
}

/** A number's parent is the nearest open one that it begins with, or the heading without a number over both. */
function holds(open: Open, parts: number[], level: number): boolean {
  if (open.style !== null) return false;
  if (open.parts) return open.parts.length < parts.length && open.parts.every((part, at) => part === parts[at]);
  return open.clause.id !== "preamble" && open.level < level;
}

function checkOrder({ own, parts }: Mark, { line }: Block, state: State): void {
  const before = state.path.findLast((open) => open.parts?.length === parts.length)?.parts;
  if (state.ids.has(parts.join(".")) && !state.restart) state.notes.guess("number-repeat", line, own, own);
  else if (before && parts.slice(0, -1).every((part, at) => part === before[at])) {
    const [was, is] = [before.at(-1) as number, parts.at(-1) as number];
    if (is !== was + 1) state.notes.guess("number-jump", line, before.join("."), own);
  }
}

function openHeading(block: Block, text: string, state: State): void {
  const { path, notes, out } = state;
  const level = block.kind === "heading" ? Math.max(1, block.level) : SECTION;
  while (path.length > 0 && (path.at(-1) as Open).level >= level) path.pop();
  if (path.at(-1)?.clause.id === "preamble") path.pop();
  const clause: Clause = { id: "", number: null, heading: text, paragraphs: [], children: [] };
  (path.at(-1)?.clause.children ?? state.roots).push(clause);
  path.push({ clause, parts: null, level, style: null, last: null });
  state.restart = true;
  fill(out, text);
  if (block.kind !== "heading") notes.guess("heading", block.line, text, text);
}

function put(text: string, state: State): void {
  fill(state.out, text);
  if (state.path.length === 0) {
    const clause: Clause = { id: unique("preamble", state), number: null, heading: null, paragraphs: [], children: [] };
    state.roots.push(clause);
    state.path.push({ clause, parts: null, level: TEXT, style: null, last: null });
  }
  state.path.at(-1)?.clause.paragraphs.push(text);
}

function noteTerm(text: string, line: number, notes: Notes): void {
  const term = definedTerm(text);
  if (term) notes.guess("definition", line, text, term);
}

/** A heading without a number is called after the clauses below it: "section-3" over 3.1, else after its place. */
function nameSections(clauses: Clause[], ids: Set<string>): void {
  let place = 0;
  const name = (all: Clause[]): void => {
    for (const clause of all) {
      if (clause.number === null && clause.heading !== null) {
        place++;
        const below = /^(\d+)\./.exec(clause.children[0]?.number ?? "")?.[1];
        clause.id = unique(`section-${below ?? place}`, { ids });
      }
      name(clause.children);
    }
  };
  name(clauses);
}
