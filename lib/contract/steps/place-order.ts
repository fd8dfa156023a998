import { z } from "zod";
import type { Refusal } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { priceLines } from "#/lib/price-list/price.ts";
import { ticked } from "#/lib/requisites/fields.ts";
import { checkPortal } from "#/lib/requisites/portal.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { ContractEvent, Given, OfferFacts } from "../contract.ts";
import { frozenDiscount } from "../frozen.ts";
import { onBehalfInput } from "../on-behalf.ts";

export const MARKET_PLUS = "market-plus";

const portalField = z
  .string()
  .trim()
  .min(1, "field.required")
  .max(300, "field.too_long")
  .transform((address, ctx) => {
    const checked = checkPortal(address);
    if (checked.valid && checked.host) return checked.host;
    ctx.addIssue({ code: "custom", message: checked.reason ?? "portal.invalid" });
    return z.NEVER;
  });

export const placeOrderInput = z
  .object({
    lines: z
      .array(
        z.object({
          portal: portalField,
          months: z.coerce.number().int().min(1).max(36),
          renewal: z.coerce.boolean().default(false),
        }),
      )
      .min(1, "order.no_lines")
      .max(50, "order.too_many_lines"),
    /** What was on the screen: an edition published in between is shown before anything is ordered. */
    offerId: z.uuid(),
    priceListId: z.uuid(),
    rulesId: z.uuid(),
    read: ticked("order.read_required"),
    /** Staff name the party, and its word; a customer orders for itself. */
    partyId: z.uuid().optional(),
    onBehalf: onBehalfInput.optional(),
  })
  .superRefine(({ lines }, ctx) => {
    lines.forEach((line, at) => {
      if (lines.findIndex((other) => other.portal === line.portal) < at)
        ctx.addIssue({ code: "custom", path: ["lines", at, "portal"], message: "order.portal_twice" });
    });
  });
export type PlaceOrderInput = z.infer<typeof placeOrderInput>;

export type PlaceOrderFacts = OfferFacts & {
  /** Last paid day of each running or future subscription of this party, by portal host. */
  runningUntil: ReadonlyMap<string, Day>;
};

export type NewOrder = {
  lines: {
    position: number;
    product: string;
    portal: string;
    months: number;
    amount: bigint;
    continuesFrom: Day | null;
  }[];
  total: bigint;
  bindings: EditionBindings;
  requisitesId: string;
  shownOfferId: string;
  shownPriceListId: string;
  shownRulesId: string;
  event: ContractEvent;
};

/**
 * Clauses 1.10, 2.1, 3.1: an order at the price of this moment, with the editions that were shown. The tick is no
 * acceptance (3.2): payment is. Refuses a running period unless the line is a renewal that continues it.
 */
export function placeOrder(
  input: PlaceOrderInput,
  _given: Given,
  facts: PlaceOrderFacts,
): Result<NewOrder, Refusal & { field?: string }> {
  if (input.offerId !== facts.offer.id || input.priceListId !== facts.priceList.id || input.rulesId !== facts.rules.id)
    return err({ code: "order.edition_changed" });
  for (const [at, line] of input.lines.entries()) {
    const until = facts.runningUntil.get(line.portal);
    if (until && !line.renewal)
      return err({ code: "order.portal_running", params: { portal: line.portal, until }, field: `lines.${at}.portal` });
  }
  const priced = priceLines(
    input.lines.map((line, at) => ({
      position: at + 1,
      product: MARKET_PLUS,
      portal: line.portal,
      months: line.months,
      continuesFrom: facts.runningUntil.get(line.portal) ?? null,
    })),
    facts.priceList.prices,
    facts.discounts,
  );
  if (!priced.ok) return priced;
  const { lines, total, discount } = priced.value;
  return ok({
    lines,
    total,
    bindings: facts.offer.bindings,
    requisitesId: facts.requisites.id,
    shownOfferId: facts.offer.id,
    shownPriceListId: facts.priceList.id,
    shownRulesId: facts.rules.id,
    event: {
      step: "place-order",
      clause: "1.10",
      data: {
        lines: lines.map(({ portal, months, amount }) => ({ portal, months, amount: amount.toString() })),
        total: total.toString(),
        ...(discount && { discount: frozenDiscount(discount) }),
        requisitesVersion: facts.requisites.version,
        editions: [facts.offer, facts.priceList, facts.rules].map(({ slug, number, sha256 }) => ({
          slug,
          number,
          sha256,
        })),
      },
    },
  });
}
