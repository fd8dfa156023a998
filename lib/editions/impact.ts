import type { Day } from "#/lib/calendar/day.ts";
import type { EditionDiff } from "./diff/model.ts";
import { nameOf } from "./diff/summary.ts";

/** A term of a contract that is not over, and the clause that governs it by the number of the edition it is counted by. */
export type GovernedTerm = { name: string; clause: string; due: Day };
/** `acceptedOffer`: the edition that the contract was concluded on, null while it is only an order. */
export type GovernedContract = { id: string; acceptedOffer: string | null; terms: readonly GovernedTerm[] };

/** `clause`: its number in the new text. `kept`: the contract goes on by the edition it accepted, the change passes it by. */
export type Impact = { contractId: string; clause: string; term: string; due: Day; kept: boolean };

/**
 * Which running terms of these contracts a change is about: «п. 3.5 управляет сроком … договора №…». A clause counts where
 * its words changed or it is gone; a new number alone changes nothing. A part of a clause counts for the whole (3.5.1 for 3.5).
 */
export function impactOf(
  diff: EditionDiff,
  contracts: readonly GovernedContract[],
  editions: { old: string; new: string },
): Impact[] {
  const touched = diff.rows
    .filter(({ text, old }) => old.length > 0 && (text === "changed" || text === "removed"))
    .flatMap((row) => row.old.map((old) => ({ old: nameOf(old), now: nameOf(row.new[0] ?? old) })));
  const governs = (clause: string, term: GovernedTerm) =>
    clause === term.clause || clause.startsWith(`${term.clause}.`);
  return contracts.flatMap(({ id, acceptedOffer, terms }) => {
    // Counted by a third edition: this change is not between its texts.
    if (acceptedOffer !== null && acceptedOffer !== editions.old && acceptedOffer !== editions.new) return [];
    const own = acceptedOffer === editions.new ? "now" : "old";
    return terms.flatMap((term): Impact[] => {
      const clause = touched.find((one) => governs(one[own], term));
      if (!clause) return [];
      return [
        { contractId: id, clause: clause.now, term: term.name, due: term.due, kept: acceptedOffer === editions.old },
      ];
    });
  });
}
