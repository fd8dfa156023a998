const CYRILLIC = "АВЕКМНОРСТХУІЅЈ";
const LATIN = "ABEKMHOPCTXYISJ";
const FOLD = new Map([...CYRILLIC].map((letter, index) => [letter, LATIN.charAt(index)]));

/** Spaces of every kind and the invisible marks that come along when a number is pasted from a document. */
const BLANKS = /[\s\u200B-\u200F\u2060\uFEFF]/g;

/** For codes of Latin letters and digits: no blanks, upper case, Cyrillic look-alikes (МА1953684) as the Latin letters. */
export const foldCode = (text: string): string =>
  [...text.replace(BLANKS, "").toUpperCase()].map((letter) => FOLD.get(letter) ?? letter).join("");

/** A label mixes the two alphabets, as in «сompany» with a Cyrillic «с»: no registry gives such a name out. */
export const mixesAlphabets = (text: string): boolean =>
  /\p{Script=Cyrillic}/u.test(text) && /\p{Script=Latin}/u.test(text);
