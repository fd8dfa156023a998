import type { Item } from "./items.ts";
import { type Bag, similarity, type Weigher, weigher } from "./similarity.ts";

/** Which old clause a new one is; `alike` is 1 for the same words (references to clauses aside). Indexes into the items. */
export type Pair = { old: number; new: number; alike: number };

/** Another number needs stronger likeness than the same one. */
const ALIKE = 0.5;
const ALIKE_SAME_NUMBER = 0.2;
/** A word in more pairs than this finds no candidates; it still counts when two clauses are compared. */
const COMMON = 400;
const CANDIDATES = 12;

export type Compare = { bags: [Bag[], Bag[]]; weigh: Weigher; weightOf: (word: string) => number };

export function comparing(a: readonly Item[], b: readonly Item[]): Compare {
  const weigh = weigher([...a, ...b].map(({ words }) => words));
  const bags = (items: readonly Item[]) => items.map(({ words }) => weigh(words));
  return { bags: [bags(a), bags(b)], weigh, weightOf: weigh.of };
}

/** The same clauses of two texts: equal words first, then the likest, best first. Swapping the texts swaps the pairs. */
export function pairClauses(a: readonly Item[], b: readonly Item[], compare: Compare): Pair[] {
  const pairs = equalWords(a, b);
  const taken = [new Set(pairs.map((pair) => pair.old)), new Set(pairs.map((pair) => pair.new))] as const;
  const rest = (items: readonly Item[], side: 0 | 1) => items.filter(({ at }) => !taken[side].has(at));
  const scored = candidates(rest(a, 0), rest(b, 1), compare).map(([old, fresh]) => {
    const [x, y] = [a[old]!, b[fresh]!];
    const alike = similarity(compare.bags[0][old]!, compare.bags[1][fresh]!, compare.weightOf);
    const same = x.number !== null && x.number === y.number;
    return { old, new: fresh, alike, same, score: alike + (same ? 0.25 : 0) + (x.headed === y.headed ? 0.05 : 0) };
  });
  const likely = scored.filter(({ alike, same }) => alike >= (same ? ALIKE_SAME_NUMBER : ALIKE));
  likely.sort(
    (x, y) => y.score - x.score || x.old + x.new - (y.old + y.new) || Math.abs(x.old - x.new) - Math.abs(y.old - y.new),
  );
  for (const { old, new: fresh, alike } of likely) {
    if (taken[0].has(old) || taken[1].has(fresh)) continue;
    taken[0].add(old);
    taken[1].add(fresh);
    pairs.push({ old, new: fresh, alike });
  }
  return pairs;
}

/** Clauses with the same words; of several such, those with the same number belong together, the rest in their order. */
function equalWords(a: readonly Item[], b: readonly Item[]): Pair[] {
  const groups = new Map<string, [Item[], Item[]]>();
  for (const [side, items] of [a, b].entries())
    for (const item of items) {
      // A clause without words of its own is known by its number alone.
      const key = item.folded === "" ? `#${item.id}` : `${item.headed} ${item.folded}`;
      if (!groups.has(key)) groups.set(key, [[], []]);
      groups.get(key)?.[side as 0 | 1].push(item);
    }
  const pairs: Pair[] = [];
  for (const [old, fresh] of groups.values()) {
    const left = new Set(fresh);
    const pair = (item: Item, twin: Item | undefined) => {
      if (!twin) return false;
      left.delete(twin);
      pairs.push({ old: item.at, new: twin.at, alike: 1 });
      return true;
    };
    const others = old.filter(
      (item) =>
        !pair(
          item,
          left.values().find(({ id }) => id === item.id),
        ),
    );
    for (const item of others) pair(item, left.values().next().value);
  }
  return pairs;
}

/** Pairs worth comparing: those with the same number, and those that share rare words. */
function candidates(a: readonly Item[], b: readonly Item[], { bags, weightOf }: Compare): [number, number][] {
  const postings = (items: readonly Item[], side: 0 | 1) => {
    const found = new Map<string, number[]>();
    for (const { at } of items)
      for (const word of bags[side][at]!.counts.keys()) {
        const list = found.get(word);
        if (list) list.push(at);
        else found.set(word, [at]);
      }
    return found;
  };
  const [left, right] = [postings(a, 0), postings(b, 1)];
  const weights = new Map<number, Map<number, number>>();
  for (const [word, olds] of left) {
    const fresh = right.get(word) ?? [];
    if (olds.length * fresh.length > COMMON) continue;
    for (const old of olds) {
      const row = weights.get(old) ?? new Map<number, number>();
      weights.set(old, row);
      for (const one of fresh) row.set(one, (row.get(one) ?? 0) + weightOf(word));
    }
  }
  const columns = new Map<number, [number, number][]>();
  const chosen = new Map<number, Set<number>>();
  const choose = (old: number, fresh: number) => {
    if (!chosen.has(old)) chosen.set(old, new Set());
    chosen.get(old)?.add(fresh);
  };
  const best = (list: [number, number][]) => list.toSorted((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, CANDIDATES);
  for (const [old, row] of weights) {
    for (const [fresh] of best([...row])) choose(old, fresh);
    for (const [fresh, weight] of row) {
      const column = columns.get(fresh);
      if (column) column.push([old, weight]);
      else columns.set(fresh, [[old, weight]]);
    }
  }
  for (const [fresh, column] of columns) for (const [old] of best(column)) choose(old, fresh);
  const byId = new Map(b.map(({ id, at }) => [id, at]));
  for (const { id, at } of a) if (byId.has(id)) choose(at, byId.get(id)!);
  return [...chosen].flatMap(([old, row]) => [...row].map((fresh): [number, number] => [old, fresh]));
}
