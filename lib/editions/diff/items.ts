import { type Clause, type EditionText, walk } from "../edition.ts";
import { findReferences, type Reference } from "../references.ts";
import { tokens } from "./tokens.ts";

/** One clause's own words, without those of the clauses inside it. */
export type Item = {
  at: number;
  id: string;
  number: string | null;
  headed: boolean;
  /** Heading and paragraphs, a line each, spaces and letters as in the canonical text. */
  text: string;
  /** What its number is counted under: "3" for 3.5, "" for a section. */
  under: string;
  references: Reference[];
  /** The text with references to clauses blotted out: equal for clauses that differ in nothing but those. */
  folded: string;
  words: string[];
};

const line = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

export const clauseText = ({ heading, paragraphs }: Clause): string =>
  (heading === null ? paragraphs : [heading, ...paragraphs]).map(line).join("\n");

/** Every clause in reading order. */
export function itemsOf(text: EditionText): Item[] {
  return [...walk(text.clauses)].map(({ clause }, at) => {
    const { id, number } = clause;
    const own = clauseText(clause);
    const references = findReferences(own).filter(({ foreign }) => !foreign);
    const folded = foldReferences(own, references);
    const words = tokens(folded.toLowerCase()).filter((token) => /[\p{L}\p{N}§]/u.test(token));
    const under = number?.includes(".") ? number.slice(0, number.lastIndexOf(".")) : "";
    return { at, id, number, headed: clause.heading !== null, text: own, under, references, folded, words };
  });
}

function foldReferences(text: string, references: readonly Reference[]): string {
  let folded = "";
  let from = 0;
  for (const { start, end } of references) {
    folded += `${text.slice(from, start)}§`;
    from = end;
  }
  return folded + text.slice(from);
}
