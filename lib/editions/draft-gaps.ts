import type { DraftPrice } from "./draft.ts";
import type { Clause, EditionKind } from "./edition.ts";

/** What a draft still lacks before anybody may pass it. */
export const DRAFT_GAPS = ["text", "order", "bindings", "seller", "prices"] as const;
export type DraftGap = (typeof DRAFT_GAPS)[number];

/**
 * An offer names its order (6.2), the numbers that the engine obeys and the seller's requisites (7.2); a price list has
 * prices (3.3). `bindings` and `seller` only as there or not: what is in them their forms have checked.
 */
export function gapsOf(draft: {
  kind: EditionKind;
  clauses: readonly Clause[];
  orderNumber: string | null;
  orderDate: string | null;
  bindings: object | null;
  seller: object | null;
  prices: readonly DraftPrice[];
}): DraftGap[] {
  const offer = draft.kind === "offer";
  const missing: Record<DraftGap, boolean> = {
    text: draft.clauses.length === 0,
    order: offer && (draft.orderNumber === null || draft.orderDate === null),
    bindings: offer && draft.bindings === null,
    seller: offer && draft.seller === null,
    prices: draft.kind === "price-list" && draft.prices.length === 0,
  };
  return DRAFT_GAPS.filter((gap) => missing[gap]);
}
