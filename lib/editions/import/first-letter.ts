import type { Block, Notes } from "./imported.ts";
import { HEAD_WORDS, namesDocument } from "./vocabulary.ts";
import { type Bag, countWords, fill } from "./words.ts";

/**
 * A document that begins in the middle of a word ("ицензиялық келісім"): the letter is put back where the text itself or the
 * names of documents leave one possibility only. Otherwise it is named and left as it is: no text is invented.
 */
export function restoreFirstLetter(blocks: Block[], bag: Bag, notes: Notes): Block[] {
  const [first, ...others] = blocks;
  const word = /^\p{Ll}[\p{L}\p{M}]{3,}/u.exec(first?.text ?? "")?.[0];
  // Only what should begin with a capital: a heading, or the first words of a paragraph.
  if (
    !first ||
    !word ||
    first.mark !== null ||
    first.kind === "item" ||
    first.kind === "row" ||
    /^e-?mail/i.test(first.text)
  )
    return blocks;
  const letter = certainLetter(word, others);
  const cut = letter === null && !(namesDocument(first.text) && countWords(first.text) <= 14);
  // A text that simply begins in small letters is no cut one.
  if (letter === null && (cut || isWhole(word, others))) return blocks;
  const text = letter === null ? first.text : letter.toUpperCase() + first.text;
  notes.guess("first-letter", first.line, first.text, text);
  if (letter !== null) {
    fill(bag, first.text, -1);
    fill(bag, text);
  }
  return [{ ...first, text }, ...others];
}

const isWhole = (word: string, others: Block[]): boolean => {
  const same = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu");
  return HEAD_WORDS.includes(word) || others.some(({ text }) => same.test(text));
};

/** The only letter with which the word, or its stem, is met: in the text first, then among the names of documents. */
function certainLetter(word: string, others: Block[]): string | null {
  const stem = word.slice(0, Math.max(5, word.length - 3));
  if (isWhole(word, others)) return null;
  for (const rest of [`${word}(?!\\p{L})`, ...(word.length >= 6 ? [stem] : [])]) {
    const pattern = new RegExp(`(?<!\\p{L})(\\p{L})${rest}`, "giu");
    const letters = new Set<string>();
    for (const { text } of others)
      for (const [, letter] of text.matchAll(pattern)) letters.add((letter as string).toLowerCase());
    if (letters.size === 1) return [...letters][0] as string;
    if (letters.size > 1) return null;
  }
  const known = new Set(HEAD_WORDS.filter((head) => head.slice(1) === word).map((head) => head[0] as string));
  return known.size === 1 ? ([...known][0] as string) : null;
}
