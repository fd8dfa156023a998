import type { Clause } from "./edition.ts";

const PLAIN_NUMBER = /^\d+(?:\.\d+)*$/;
const PLAIN_ANCHOR = /^[a-z0-9-]+$/;
/** What the parser would take for the opening of a clause, or for the sign that it is none. */
const OPENS = /^(?:\\|#{2,4} |\{#|\d+(?:\.\d+)*\. )/;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/**
 * A tree of clauses as the Markdown that `parseClauses` reads back into the same tree: short forms where number and place say
 * the same, else the explicit form. Blanks inside a paragraph become one, as in the canonical text, so the sha256 stays.
 */
export function toMarkdown(clauses: readonly Clause[]): string {
  const blocks: string[] = [];
  clauses.forEach((clause, at) => {
    write(clause, { parent: null, depth: 0, first: at === 0 }, blocks);
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

type Place = { parent: string | null; depth: number; first: boolean };

function write(clause: Clause, place: Place, blocks: string[]): void {
  const { id, heading, children } = clause;
  const paragraphs = clause.paragraphs.map(oneLine).filter((text) => text !== "");
  // The introduction is the one clause that needs no opening: it is what stands before the first one.
  const introduction = place.first && id === "preamble" && clause.number === null && heading === null;
  if (introduction && paragraphs.length > 0) blocks.push(...paragraphs.map(escaped));
  else {
    const onLine = heading === null && paragraphs.length > 0 ? 1 : 0;
    blocks.push(opening(clause, place, onLine === 1 ? (paragraphs[0] as string) : null));
    blocks.push(...paragraphs.slice(onLine).map(escaped));
  }
  for (const child of children) write(child, { parent: id, depth: place.depth + 1, first: false }, blocks);
}

/** The line that opens a clause; `first` is its first paragraph, which stands on that line. */
function opening({ id, number, heading: raw }: Clause, { parent, depth }: Place, first: string | null): string {
  const heading = raw === null ? null : oneLine(raw);
  const marks = heading === null ? "" : `${"#".repeat(Math.min(4, depth + 2))} `;
  const words = heading ?? first;
  if (number === null) {
    const plain = heading !== null && parent === null && PLAIN_ANCHOR.test(id) && !/^\d+(?:\.\d+)*\. /.test(heading);
    if (plain && !heading.startsWith("{#")) return `${marks}${heading} {#${id}}`;
  } else if (words !== null && id === number && PLAIN_NUMBER.test(number)) {
    const under = number.includes(".") ? number.slice(0, number.lastIndexOf(".")) : null;
    if (under === parent && !(heading && / \{#[a-z0-9-]+\}$/.test(heading))) return `${marks}${number}. ${words}`;
  }
  return `${marks}{#${id} | ${number ?? ""} | ${parent ?? ""}}${words === null ? "" : ` ${words}`}`;
}

const escaped = (text: string) => (OPENS.test(text) ? `\\${text}` : text);
