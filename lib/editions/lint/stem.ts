// Longest first: an ending is cut once, so «-иями» must not lose only its «-и».
const ENDINGS =
  /(?:иями|ьями|ыми|ими|ого|его|ому|ему|ага|яга|аму|яму|ымі|імі|иях|иям|ием|ями|ами|ямі|амі|ьях|ьям|ией|ью|ия|ие|ий|ии|ию|ья|ье|ьи|ый|ой|ей|ая|яя|ое|ее|ые|ую|юю|ых|их|ым|им|ах|ях|ам|ям|ов|ев|ёв|ом|ем|ём|оў|аў|яў|ыя|ія|ае|яе|іх|ім|а|я|о|е|ё|и|і|ы|у|ю|ь|й)$/u;

/**
 * The part of a word that its cases share, enough to find a defined term in a sentence: «Продавцом» → «продавц»,
 * «Правилами» → «правил». Russian, Belarusian, and the plural of English.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase().replaceAll("ё", "е");
  if (/^[a-z]/.test(lower)) return lower.replace(/(?<=[a-z]{3})(?:'s|ies|es|s|y)$/, "");
  // «Продавец», «Продавца»: the vowel of the last syllable comes and goes.
  const fleeting = lower.replace(/(?<=\p{L}{2}[бвгджзклмнпрстфхчшщ])[еэ]ц$/u, "ц");
  const cut = fleeting.replace(ENDINGS, "");
  return cut.length >= 3 ? cut : fleeting;
}

export type Word = { text: string; stem: string; start: number; end: number };

/** The words of a text with their stems; the parts of a hyphened word are words of their own. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)].map((match) => ({
    text: match[0],
    stem: stem(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
