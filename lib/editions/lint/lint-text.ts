import { clauseText } from "../diff/items.ts";
import { type EditionText, walk } from "../edition.ts";

/** One clause as the rules read it. `section`: the nearest heading at or above it. */
export type LintClause = {
  name: string;
  number: string | null;
  headed: boolean;
  /** Heading and paragraphs, a line each; Markdown's marks of emphasis gone. */
  text: string;
  /** The same without addresses and e-mail: their letters are not the author's. Every place stays where it was. */
  prose: string;
  section: string | null;
};

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>«»]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu;

export function lintClauses(text: EditionText): LintClause[] {
  let section: string | null = null;
  return [...walk(text.clauses)].map(({ clause }) => {
    if (clause.heading !== null) section = clause.heading;
    const own = clauseText(clause).replaceAll("**", "");
    const prose = own.replace(ADDRESS, (address) => " ".repeat(address.length));
    const { number, id, heading } = clause;
    return { name: number ?? id, number, headed: heading !== null, text: own, prose, section };
  });
}

/** The sentence around a place: a reader finds the words by it. Full stops inside numbers and initials do not end it. */
export function sentenceAround(text: string, at: number): string {
  const ends = [...text.matchAll(/(?<=[\p{Ll}\p{N})»"]{2})[.!?…](?=\s+[\p{Lu}«(]|$)|\n/gu)].map(({ index }) => index);
  const from = ends.findLast((end) => end < at) ?? -1;
  const to = ends.find((end) => end >= at) ?? text.length;
  return text.slice(from + 1, to + 1).trim();
}

/** So many first words of a text, for a finding about what is not there. */
export const opening = (text: string): string => {
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(" ")}…` : words.join(" ");
};
