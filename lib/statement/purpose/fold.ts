const LATIN = "ABCEHKMOPTXYIЁ";
const CYRILLIC = "АВСЕНКМОРТХУІЕ";
const FOLDED = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at] as string]));

/** One case and one alphabet where two share a glyph; every character keeps its place, so offsets fit the original. */
export function fold(text: string): string {
  let upper = text.toUpperCase();
  // «ß» and a few more grow in upper case: letter by letter, those are left as they are.
  if (upper.length !== text.length)
    upper = Array.from({ length: text.length }, (_, at) => {
      const one = (text[at] as string).toUpperCase();
      return one.length === 1 ? one : text[at];
    }).join("");
  return upper.replace(/[ABCEHKMOPTXYIЁ]/g, (letter) => FOLDED.get(letter) as string);
}

/** A digit of a folded text, or a letter that people and scanners put in its place: О for 0, З for 3, I, l and | for 1. */
export const DIGIT = "[0-9ОЗІL|]";

export const digitsOf = (folded: string): string =>
  folded.replace(/О/g, "0").replace(/З/g, "3").replace(/[ІL|]/g, "1").replace(/\s/g, "");

/** Alternatives of a pattern, written in either alphabet; longer ones first, so that «СЧЕТУ» is not read as «СЧЕТ». */
export const anyOf = (words: string): string =>
  words
    .split(" ")
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .join("|");

export const LETTER = "[А-ЯA-ZІЎ]";
