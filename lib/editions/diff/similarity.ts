export type Bag = { counts: Map<string, number>; weight: number };
export type Weigher = (words: readonly string[]) => Bag;

/** Words that every clause has («Продавец», «обязан») say little about which clause it is: a word weighs by its rarity. */
export function weigher(clauses: readonly (readonly string[])[]): Weigher & { of: (word: string) => number } {
  const clausesWith = new Map<string, number>();
  for (const words of clauses)
    for (const word of new Set(words)) clausesWith.set(word, (clausesWith.get(word) ?? 0) + 1);
  const of = (word: string) => Math.log(1 + clauses.length / (clausesWith.get(word) ?? 1));
  const bag = (words: readonly string[]): Bag => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    let weight = 0;
    for (const [word, count] of counts) weight += count * of(word);
    return { counts, weight };
  };
  return Object.assign(bag, { of });
}

/** Weight of the words that two clauses share. */
export function shared(a: Bag, b: Bag, weightOf: (word: string) => number): number {
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let weight = 0;
  for (const [word, count] of small.counts) {
    const other = large.counts.get(word);
    if (other) weight += Math.min(count, other) * weightOf(word);
  }
  return weight;
}

/** 0 for no word in common, 1 for the same words. */
export const similarity = (a: Bag, b: Bag, weightOf: (word: string) => number): number =>
  a.weight + b.weight === 0 ? 1 : (2 * shared(a, b, weightOf)) / (a.weight + b.weight);
