import { type Clause, type EditionText, type PriceRow, walk } from "./edition.ts";

/**
 * The one text that an edition's sha256 is taken of: NFC, LF, single spaces, clause numbers kept, one line a paragraph;
 * price rows stand at the end because they are what the price list says. Any change of words changes it, layout does not.
 */
export function canonicalText(text: EditionText, prices: readonly PriceRow[] = []): string {
  const lines = [text.title, ...[...walk(text.clauses)].flatMap(({ clause }) => clauseLines(clause))];
  for (const row of prices) lines.push(`${row.product} ${row.months} ${row.amount}`);
  return `${lines.map((line) => line.normalize("NFC").replace(/\s+/g, " ").trim()).join("\n")}\n`;
}

/** A clause as lines, its number before its first words, as a reader meets it. */
export function clauseLines(clause: Clause): string[] {
  const [first = "", ...rest] = clause.heading === null ? clause.paragraphs : [clause.heading, ...clause.paragraphs];
  if (clause.number === null) return [first, ...rest];
  // "9.1.2(b)" ends by itself.
  return [`${clause.number}${clause.number.endsWith(")") ? "" : "."} ${first}`, ...rest];
}
