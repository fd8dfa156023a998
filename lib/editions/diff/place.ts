import type { Item } from "./items.ts";
import type { DiffRow } from "./model.ts";

type Couple = { old: Item; new: Item };

/**
 * Which clauses stand elsewhere. Under the same section the longest run that kept its order stayed, the others moved;
 * a section is the same where both texts say so: most of its clauses came from it and most of them stayed in it.
 */
export function places(couples: readonly Couple[]): DiffRow["place"][] {
  const forth = sections(couples.map((couple) => [couple.old, couple.new]));
  const back = sections(couples.map((couple) => [couple.new, couple.old]));
  const groups = new Map<string, number[]>();
  const result: DiffRow["place"][] = couples.map((couple, index) => {
    const { old, new: fresh } = couple;
    // Under its own number a clause is where it was, whatever passed it.
    if (!keptNumber(couple) && (forth.get(old.under) !== fresh.under || back.get(fresh.under) !== old.under))
      return "moved";
    if (!groups.has(fresh.under)) groups.set(fresh.under, []);
    groups.get(fresh.under)?.push(index);
    // A section that was given a number at last, or lost it, changed its looks and not its place.
    return old.number === null || fresh.number === null || keptNumber(couple) ? "same" : "renumbered";
  });
  for (const group of groups.values()) {
    const kept = new Set(heaviestRun(group.map((index) => couples[index]!)));
    for (const index of group) if (!kept.has(couples[index]!) && !keptNumber(couples[index]!)) result[index] = "moved";
  }
  return result;
}

const keptNumber = ({ old, new: fresh }: Couple) => old.number !== null && old.number === fresh.number;

/** Where most clauses of a section went; among equals the same number, then the smaller one. */
function sections(couples: readonly (readonly [Item, Item])[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  const vote = (from: string, to: string, weight: number) => {
    if (!votes.has(from)) votes.set(from, new Map());
    votes.get(from)?.set(to, (votes.get(from)?.get(to) ?? 0) + weight);
  };
  for (const [from, to] of couples) {
    vote(from.under, to.under, 1);
    // The heading of a section speaks for the section.
    if (from.number !== null && to.number !== null) vote(from.number, to.number, 1.5);
  }
  const winner = (from: string, targets: Map<string, number>) =>
    [...targets].toSorted(
      ([x, a], [y, b]) =>
        b - a || Number(y === from) - Number(x === from) || x.localeCompare(y, "en", { numeric: true }),
    )[0]?.[0] ?? from;
  return new Map([...votes].map(([from, targets]) => [from, winner(from, targets)]));
}

/** How much speaks for a clause having stayed. The last term only settles ties, alike from both sides. */
const staying = ({ old, new: fresh }: Couple): number =>
  1 + old.words.length + fresh.words.length + Number(old.number === fresh.number) + (old.at + fresh.at) / 2 ** 16;

/** The run in ascending order on both sides with the most words in it: what few words moved, moved. */
function heaviestRun(couples: Couple[]): Couple[] {
  const sorted = couples.toSorted((x, y) => x.new.at - y.new.at);
  const best: { weight: number; before: number }[] = [];
  let last = -1;
  for (const [index, couple] of sorted.entries()) {
    let before = -1;
    for (let at = 0; at < index; at += 1)
      if (sorted[at]!.old.at < couple.old.at && (best[at]?.weight ?? 0) > (best[before]?.weight ?? 0)) before = at;
    best.push({ weight: (best[before]?.weight ?? 0) + staying(couple), before });
    if (last < 0 || best[index]!.weight > best[last]!.weight) last = index;
  }
  const run: Couple[] = [];
  for (let at = last; at >= 0; at = best[at]!.before) run.unshift(sorted[at]!);
  return run;
}
