import type { Day } from "#/lib/calendar/day.ts";
import { divideHalfUp } from "#/lib/money/vat.ts";

export const DISCOUNT_KINDS = ["quantity", "partner"] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** `quantity`: from so many certificates in one order, for everybody; `partner`: for one party. Days are inclusive. */
export type DiscountRule = {
  id: string;
  kind: DiscountKind;
  minQuantity: number | null;
  partyId: string | null;
  /** Hundredths of a percent: 500 is 5 %. */
  basisPoints: number;
  validFrom: Day;
  validTo: Day | null;
};

/** A rule that concerns a party on a day: everybody's, or its own. What is asked of it is only the number of certificates. */
export type OfferedRule = Pick<DiscountRule, "id" | "kind" | "minQuantity" | "basisPoints">;

/**
 * The one rule that gives most for so many certificates in one order; rules do not add up. Of equals the partner's own, since it does
 * not depend on the number. Null where none holds.
 */
export function bestDiscount(rules: readonly OfferedRule[], quantity: number): OfferedRule | null {
  let best: OfferedRule | null = null;
  for (const rule of rules) {
    if (rule.kind === "quantity" && quantity < (rule.minQuantity ?? Number.POSITIVE_INFINITY)) continue;
    const better = rule.basisPoints - (best?.basisPoints ?? 0);
    if (better > 0 || (better === 0 && rule.kind === "partner")) best = rule;
  }
  return best;
}

/** Of all rules those that concern a party (null: a stranger, who has only everybody's) on a day. */
export const rulesFor = (rules: readonly DiscountRule[], partyId: string | null, on: Day): DiscountRule[] =>
  rules.filter(
    (rule) =>
      rule.validFrom <= on &&
      (rule.validTo === null || rule.validTo >= on) &&
      (rule.partyId === null || rule.partyId === partyId),
  );

/** What a rule takes off one sum: to the kopeck, half up, certificate by certificate, so that each one's sum is known by itself. */
export const discountOf = (amount: bigint, { basisPoints }: Pick<OfferedRule, "basisPoints">): bigint =>
  divideHalfUp(amount * BigInt(basisPoints), 10_000n);

/** 500 → «5», 1250 → «12,5»: percents as people read them. */
export const percent = (basisPoints: number): string => String(basisPoints / 100).replace(".", ",");
