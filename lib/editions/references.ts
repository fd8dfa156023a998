/** A clause number that a sentence refers to, by its place in the text. */
export type Reference = {
  number: string;
  start: number;
  end: number;
  /** The words it stands in: «пп. 3.6–3.8». */
  words: string;
  /** The upper end of a range names its lower end. */
  rangeFrom: string | null;
  /** It points into a law or another document, not into this text. */
  foreign: boolean;
};

const WORD =
  "п\\.\\s?п\\.|пп\\.?|п\\.|(?:под|пад)?пункт\\p{L}*|раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?|раздзел\\p{L}*|clauses?|sections?|paragraphs?";
const NUMBER = "\\d{1,3}(?:\\.\\d{1,3})*";
const JOINT = "\\s*[–—-]\\s*|\\s*[,;]\\s*(?:(?:и|і|or|and)\\s+)?|\\s+(?:и|і|або|или|либо|по|and|or|to)\\s+";
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORD})\\s*((?!\\d{1,2}\\.\\d{1,2}\\.\\d{4})${NUMBER}(?:(?:${JOINT})(?!\\d{1,2}\\.\\d{1,2}\\.\\d{4})${NUMBER}(?![\\p{L}\\p{N}]))*)`,
  "giu",
);
/** What follows a reference into something else: a law, rules, another contract. */
const FOREIGN_AFTER =
  /^\s*(?:ст\.|стать|част[иь]|артыкул|закон|кодекс|гражданск|грамадзянск|налогов|указ|декрет|постановлен|пастанов|приказ|загад|инструкци|положени[яе]|правил|прейскурант|публичного договора|публічнага дагавора|(?:of|in) the (?:civil|tax|law|code|act|rules|price|public))/iu;
const FOREIGN_BEFORE = /(?:ст\.|стать[яиею]й?|артыкул\p{L}*)\s*\d+[\s,(]*$/iu;

/** Every reference to a clause or section, in reading order: «п. 3.5», «пункты 3.6 и 3.7», «пп. 3.6–3.8», «раздел 3». */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(PHRASE)) {
    const [words, list = ""] = match;
    const at = match.index + words.length - list.length;
    const foreign =
      FOREIGN_AFTER.test(text.slice(match.index + words.length)) || FOREIGN_BEFORE.test(text.slice(0, match.index));
    const dotted = /^\d+\./.test(list);
    let last: { number: string; end: number } | null = null;
    for (const one of list.matchAll(new RegExp(NUMBER, "g"))) {
      const [number] = one;
      // «п. 3.5, 15 рабочих дней»: the second number is of another kind, so the list ended before it.
      if (number.includes(".") !== dotted) break;
      const between: string = last ? list.slice(last.end, one.index) : "";
      const rangeFrom: string | null = /[–—-]|\s(?:по|to)\s/.test(between) ? (last?.number ?? null) : null;
      const start = at + one.index;
      found.push({ number, start, end: start + number.length, words, rangeFrom, foreign });
      last = { number, end: one.index + number.length };
    }
  }
  return found;
}
