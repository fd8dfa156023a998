import { addDays, type Day, latest } from "#/lib/calendar/day.ts";
import type { Contract, NewerOffer } from "./contract.ts";
import { standingOf, windowOf } from "./steps/refuse-edition.ts";

type Edition = { id: string; number: number; publishedOn: Day; inForceFrom: Day };

export type EditionImpact = {
  contract: Contract;
  /** `order`: not paid yet; `newer`: the contract accepted a later one; the rest as 6.2 has it. */
  standing: "open" | "refused" | "silent" | "accepted" | "order" | "newer";
  /** The last day to refuse, the day of refusal, of force by silence, of the payment that accepted it. */
  on: Day | null;
  edition: NewerOffer | null;
  acceptedNumber: number | null;
};

/** What an edition of the offer means for each of these contracts (6.2). `numberOf` knows the editions that they accepted. */
export function impactOfEdition(
  contracts: readonly Contract[],
  edition: Edition,
  numberOf: (editionId: string) => number | null,
  today: Day,
): EditionImpact[] {
  return contracts.flatMap((contract): EditionImpact[] => {
    const { acceptedOfferId, acceptedOn } = contract;
    if (acceptedOfferId === null)
      return [{ contract, standing: "order", on: null, edition: null, acceptedNumber: null }];
    const acceptedNumber = numberOf(acceptedOfferId);
    const about = { contract, acceptedNumber };
    if (acceptedOfferId === edition.id) return [{ ...about, standing: "accepted", on: acceptedOn, edition: null }];
    const newer = contract.newerOffers.find(({ id }) => id === edition.id);
    if (!newer)
      return acceptedNumber !== null && acceptedNumber > edition.number
        ? [{ ...about, standing: "newer", on: null, edition: null }]
        : [];
    const standing = standingOf(contract, newer, today);
    const { to } = windowOf(contract, newer);
    const on = standing === "open" ? to : (newer.refusedOn ?? latest(newer.inForceFrom, addDays(to, 1)));
    return [{ ...about, standing, on, edition: newer }];
  });
}
