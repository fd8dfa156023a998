const CYRILLIC = "авекмнорстухіё";
const LATIN = "abekmhopctyxie";
const FOLDED = new Map([...CYRILLIC].map((letter, at) => [letter, LATIN[at] as string]));

/** One case, one «е», one alphabet where two share a glyph, words apart by one blank: what people see as one reads as one. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[авекмнорстухіё]/g, (letter) => FOLDED.get(letter) as string)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
