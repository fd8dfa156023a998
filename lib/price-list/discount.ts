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

export type Applied = Pick<DiscountRule, "id" | "kind" | "minQuantity" | "basisPoints">;

/**
 * The one rule that gives most to this party for so many certificates on a day; rules do not add up. Of equals the partner's own, since
 * it does not depend on the number. Null where none holds.
 */
export function bestDiscount(
  rules: readonly DiscountRule[],
  { partyId, quantity, on }: { partyId: string | null; quantity: number; on: Day },
): Applied | null {
  let best: DiscountRule | null = null;
  for (const rule of rules) {
    if (rule.validFrom > on || (rule.validTo !== null && rule.validTo < on)) continue;
    const holds = rule.kind === "quantity" ? quantity >= (rule.minQuantity ?? 0) : rule.partyId === partyId;
    if (!holds) continue;
    if (
      !best ||
      rule.basisPoints > best.basisPoints ||
      (rule.basisPoints === best.basisPoints && rule.kind === "partner")
    )
      best = rule;
  }
  return best && { id: best.id, kind: best.kind, minQuantity: best.minQuantity, basisPoints: best.basisPoints };
}

/** What a rule takes off one sum: to the kopeck, half up, so that each certificate's sum is known by itself. */
export const discountOf = (amount: bigint, { basisPoints }: Pick<Applied, "basisPoints">): bigint =>
  divideHalfUp(amount * BigInt(basisPoints), 10_000n);
