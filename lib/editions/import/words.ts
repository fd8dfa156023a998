/** What stands inside words without parting them: soft hyphens and zero-width characters. */
const INSIDE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;

/** How often each word is met. */
export type Bag = Map<string, number>;

/** Adds the words of a text, each counted `times` (−1 takes them out again); returns how many there were. */
export function fill(bag: Bag, text: string, times = 1): number {
  let count = 0;
  for (const [word] of text.replace(INSIDE, "").matchAll(WORD)) {
    bag.set(word, (bag.get(word) ?? 0) + times);
    count++;
  }
  return count;
}

/**
 * A word is a run of letters or one of digits: markup, dashes and the dots of a number neither make nor break one, nor does
 * the blank that somebody forgot after "3.4".
 */
export const countWords = (text: string): number => text.replace(INSIDE, "").match(WORD)?.length ?? 0;

/** Words that are in the bag too often or too seldom, most often one: where something was lost. */
export const unbalanced = (bag: Bag): [word: string, times: number][] => [...bag].filter(([, times]) => times !== 0);
