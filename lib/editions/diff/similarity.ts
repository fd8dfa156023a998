/** A clause's words as a weighted multiset: word numbers ascending, how often each, and all their weight. */
export type Bag = { ids: readonly number[]; counts: readonly number[]; weight: number };

export type Weigher = {
  bag: (words: readonly string[]) => Bag;
  /** Weight of the words that two clauses share. */
  shared: (a: Bag, b: Bag) => number;
  /** 0 for no word in common, 1 for the same words. */
  similarity: (a: Bag, b: Bag) => number;
  weightOf: (id: number) => number;
};

/** Words that every clause has («Продавец», «обязан») say little about which clause it is: a word weighs by its rarity. */
export function weigher(clauses: readonly (readonly string[])[]): Weigher {
  const numbers = new Map<string, number>();
  const clausesWith: number[] = [];
  for (const words of clauses)
    for (const word of new Set(words)) {
      const id = numbers.get(word) ?? numbers.size;
      numbers.set(word, id);
      clausesWith[id] = (clausesWith[id] ?? 0) + 1;
    }
  const weights = clausesWith.map((count) => Math.log(1 + clauses.length / count));
  const weightOf = (id: number) => weights[id] ?? 0;

  const bag = (words: readonly string[]): Bag => {
    const all = words.map((word) => numbers.get(word) ?? -1).sort((x, y) => x - y);
    const [ids, counts]: [number[], number[]] = [[], []];
    let weight = 0;
    for (const id of all) {
      if (ids.at(-1) !== id) {
        ids.push(id);
        counts.push(0);
      }
      counts[counts.length - 1]! += 1;
      weight += weightOf(id);
    }
    return { ids, counts, weight };
  };

  const shared = (a: Bag, b: Bag): number => {
    let [weight, i, j] = [0, 0, 0];
    while (i < a.ids.length && j < b.ids.length) {
      const [x, y] = [a.ids[i]!, b.ids[j]!];
      if (x === y) weight += weightOf(x) * Math.min(a.counts[i]!, b.counts[j]!);
      if (x <= y) i += 1;
      if (y <= x) j += 1;
    }
    return weight;
  };

  const similarity = (a: Bag, b: Bag): number =>
    a.weight + b.weight === 0 ? 1 : (2 * shared(a, b)) / (a.weight + b.weight);
  return { bag, shared, similarity, weightOf };
}
