import type { Item } from "./items.ts";
import { type Bag, type Weigher, weigher } from "./similarity.ts";

/** Which old clause a new one is; `alike` is 1 for the same words (references to clauses aside). Indexes into the items. */
export type Pair = { old: number; new: number; alike: number };

/** Another number needs stronger likeness than the same one. */
const ALIKE = 0.5;
const ALIKE_SAME_NUMBER = 0.2;
/** So many of a clause's rarest words look for its twin, among at most so many clauses each; the best few are compared. */
const RARE = 8;
const READ = 200;
const CANDIDATES = 6;

/** Both texts' bags, by their items' places. */
export type Compare = Weigher & { bags: [Bag[], Bag[]] };

export function comparing(a: readonly Item[], b: readonly Item[]): Compare {
  const weigh = weigher([...a, ...b].map(({ words }) => words));
  const bags = (items: readonly Item[]) => items.map(({ words }) => weigh.bag(words));
  return { ...weigh, bags: [bags(a), bags(b)] };
}

/** The same clauses of two texts: equal words first, then the likest, best first. Swapping the texts swaps the pairs. */
export function pairClauses(a: readonly Item[], b: readonly Item[], compare: Compare): Pair[] {
  const pairs = equalWords(a, b);
  const taken = [new Set(pairs.map((pair) => pair.old)), new Set(pairs.map((pair) => pair.new))] as const;
  const rest = (items: readonly Item[], side: 0 | 1) => items.filter(({ at }) => !taken[side].has(at));
  const scored = candidates(rest(a, 0), rest(b, 1), compare).map(([old, fresh]) => {
    const [x, y] = [a[old]!, b[fresh]!];
    const alike = compare.similarity(compare.bags[0][old]!, compare.bags[1][fresh]!);
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

/** Pairs worth comparing: those with the same number, and those that share rare words. Asked from both sides alike. */
function candidates(a: readonly Item[], b: readonly Item[], compare: Compare): [number, number][] {
  const chosen = new Map<string, [number, number]>();
  const choose = (old: number, fresh: number) => chosen.set(`${old} ${fresh}`, [old, fresh]);
  for (const [old, fresh] of nearest(a, 0, b, compare)) choose(old, fresh);
  for (const [fresh, old] of nearest(b, 1, a, compare)) choose(old, fresh);
  const byId = Map.groupBy(b, ({ id }) => id);
  for (const { id, at } of a) for (const twin of byId.get(id) ?? []) choose(at, twin.at);
  return [...chosen.values()];
}

/** For every clause of one text the few of the other that share most of its rarest words. */
function* nearest(
  items: readonly Item[],
  side: 0 | 1,
  others: readonly Item[],
  { bags, weightOf }: Compare,
): Generator<[number, number]> {
  const having = new Map<number, number[]>();
  for (const { at } of others)
    for (const id of bags[side === 0 ? 1 : 0][at]!.ids) {
      const list = having.get(id);
      if (list) list.push(at);
      else having.set(id, [at]);
    }
  for (const { at } of items) {
    const known = bags[side][at]!.ids.filter((id) => having.has(id));
    const rare = known.sort((x, y) => weightOf(y) - weightOf(x) || x - y).slice(0, RARE);
    const weights = new Map<number, number>();
    for (const id of rare)
      for (const other of having.get(id)?.slice(0, READ) ?? [])
        weights.set(other, (weights.get(other) ?? 0) + weightOf(id));
    const best = [...weights].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, CANDIDATES);
    for (const [other] of best) yield [at, other];
  }
}
