import type { Item } from "./items.ts";
import type { Compare, Pair } from "./pair.ts";

/** Clauses that one clause became (or that became one): indexes, in reading order. */
export type Pieces = { whole: number; pieces: number[] };

/** Shorter pieces prove nothing: three words are found in any clause. */
const MIN_WORDS = 4;
const INSIDE = 0.6;
const TOGETHER = 0.7;
const GAIN = 0.05;

/**
 * Old clauses that were split among several new ones: a neighbour that nothing was found for, and whose words were the old
 * clause's. Called with the sides exchanged it finds the merged ones. `side` is the whole's side in `compare.bags`.
 */
export function findSplits(
  wholes: readonly Item[],
  parts: readonly Item[],
  pairs: readonly { whole: number; part: number; alike: number }[],
  compare: Compare,
  side: 0 | 1,
): Pieces[] {
  const { bags, bag: bagOf, shared, similarity } = compare;
  const [wholeBags, partBags] = [bags[side], bags[side === 0 ? 1 : 0]];
  const free = new Set(parts.map(({ at }) => at));
  for (const { part } of pairs) free.delete(part);
  const paired = new Map(pairs.map((pair) => [pair.whole, pair]));
  const splits: Pieces[] = [];
  for (const whole of wholes) {
    const pair = paired.get(whole.at);
    if (free.size === 0 || pair?.alike === 1 || whole.words.length < 2 * MIN_WORDS) continue;
    const bag = wholeBags[whole.at]!;
    const inside = (at: number) => {
      const part = partBags[at];
      return part !== undefined && (parts[at]?.words.length ?? 0) >= MIN_WORDS ? shared(part, bag) / part.weight : 0;
    };
    const start =
      pair?.part ?? [...free].filter((at) => inside(at) >= INSIDE).sort((x, y) => inside(y) - inside(x) || x - y)[0];
    if (start === undefined) continue;
    const pieces = [start];
    const likeness = () => similarity(bagOf(pieces.flatMap((at) => parts[at]?.words ?? [])), bag);
    let alike = likeness();
    for (const step of [1, -1]) {
      for (let at = start + step; free.has(at) && inside(at) >= INSIDE; at += step) {
        if (step === 1) pieces.push(at);
        else pieces.unshift(at);
        const now = likeness();
        if (now < alike + GAIN) {
          pieces.splice(pieces.indexOf(at), 1);
          break;
        }
        alike = now;
      }
    }
    if (pieces.length < 2 || alike < TOGETHER) continue;
    for (const at of pieces) free.delete(at);
    splits.push({ whole: whole.at, pieces });
  }
  return splits;
}

/** Both ways at once; what looks split and merged alike is neither. */
export function findPieces(a: readonly Item[], b: readonly Item[], pairs: readonly Pair[], compare: Compare) {
  const splits = findSplits(
    a,
    b,
    pairs.map(({ old, new: fresh, alike }) => ({ whole: old, part: fresh, alike })),
    compare,
    0,
  );
  const merges = findSplits(
    b,
    a,
    pairs.map(({ old, new: fresh, alike }) => ({ whole: fresh, part: old, alike })),
    compare,
    1,
  );
  const clash = (split: Pieces, merge: Pieces) =>
    merge.pieces.includes(split.whole) || split.pieces.includes(merge.whole);
  return {
    splits: splits.filter((split) => !merges.some((merge) => clash(split, merge))),
    merges: merges.filter((merge) => !splits.some((split) => clash(split, merge))),
  };
}
