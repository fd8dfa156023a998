import { err, ok, type Result } from "#/lib/result.ts";
import { ERASED_KINDS, type ErasedKind, type HeldParty, type Holdings, type KeptKind } from "./holdings.ts";

/**
 * What becomes of a party when its member is erased.
 * - `erased`: the party is this person, nothing of it runs, so its card goes; papers keep what was frozen into them.
 * - `kept`: the party is this person, and something runs: the contract is the ground (99-З, art. 6), the card stays until it ends.
 * - `left`: somebody else is owner; the party goes on without this member.
 * - `ownerless`: the person is the only owner of a firm; a lawyer names another one, or confirms that there is nobody.
 */
export type PartyOutcome = "erased" | "kept" | "left" | "ownerless";

export type Plan = {
  goes: { kind: ErasedKind; count: number }[];
  stays: { kind: KeptKind; count: number }[];
  parties: (HeldParty & { outcome: PartyOutcome })[];
};

/** What would be erased of a person and what would stay, without doing anything. */
export function planErasure({ counts, parties }: Holdings): Plan {
  const outcomes = parties.map((party) => ({ ...party, outcome: outcomeOf(party) }));
  const cards = outcomes.filter(({ outcome }) => outcome === "erased");
  const goes: Record<ErasedKind, number> = {
    ...counts,
    card: cards.length,
    requisites: sum(cards, (party) => party.requisites),
    houseMails: sum(cards, (party) => party.houseMails),
  };
  const stays: Record<KeptKind, number> = {
    invoices: sum(parties, (party) => party.invoices),
    acts: sum(parties, (party) => party.acts),
    payments: sum(parties, (party) => party.payments),
    contracts: sum(parties, (party) => party.contracts),
    log: counts.log,
    cards: outcomes.length - cards.length,
    running: sum(parties, (party) => party.running),
    request: 1,
  };
  return {
    goes: listed(ERASED_KINDS, goes),
    stays: listed(Object.keys(stays) as KeptKind[], stays),
    parties: outcomes,
  };
}

/** A sole proprietor's card is its customer's, open in the state register and entered by whoever registered it: it stays as a firm's. */
function outcomeOf(party: HeldParty): PartyOutcome {
  const onlyOwner = party.role === "owner" && party.owners === 1;
  if (party.kind === "individual" && onlyOwner) return party.running > 0 ? "kept" : "erased";
  return onlyOwner ? "ownerless" : "left";
}

export const NOBODY = "nobody";

/** Who owns what is left behind: party → the new owner, null where a lawyer confirmed that there is nobody. */
export type Heirs = Map<string, HeldParty["others"][number] | null>;

/**
 * The lawyer's answer for every party that loses its only owner.
 * Refuses with `privacy.owner_unnamed` where one has no answer, `record.not_found` where somebody else's member is named.
 */
export function heirsOf(
  plan: Plan,
  owners: Readonly<Record<string, string>>,
): Result<Heirs, "privacy.owner_unnamed" | "record.not_found"> {
  const heirs: Heirs = new Map();
  for (const { id, others } of plan.parties.filter(({ outcome }) => outcome === "ownerless")) {
    const named = owners[id];
    if (!named) return err("privacy.owner_unnamed");
    const heir = named === NOBODY ? null : others.find(({ memberId }) => memberId === named);
    if (heir === undefined) return err("record.not_found");
    heirs.set(id, heir);
  }
  return ok(heirs);
}

/** May the person ask now? One demand at a time, and the house's own people are erased by their employer, not here. */
export function mayAsk(person: {
  staff: boolean;
  open: boolean;
}): Result<null, "privacy.staff" | "privacy.open_already"> {
  if (person.staff) return err("privacy.staff");
  return person.open ? err("privacy.open_already") : ok(null);
}

const sum = <T>(of: readonly T[], by: (one: T) => number) => of.reduce((total, one) => total + by(one), 0);
const listed = <K extends string>(kinds: readonly K[], counts: Record<K, number>) =>
  kinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0);
