import "server-only";

import type { Tx } from "#/db/client.ts";
import { discountsOn, ordersToPrice } from "#/db/queries/discounts.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { partyByUnp } from "#/db/queries/parties.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { effectOn } from "#/lib/price-list/effect.ts";
import { type DiscountPlan, discountPlan, readPlan } from "#/lib/price-list/enter-discount.ts";

/** More open orders than a house of this size ever has; the preview is of all of them. */
const MOST = 2000;

/** The rule that the address describes, and what it would change on its first day; what is wrong with it instead. */
export async function planned(tx: Tx, query: Record<string, string | undefined>, today: Day) {
  const asked = discountPlan.safeParse({ ...query, kind: query.kind ?? "quantity" });
  const empty = { minQuantity: "", unp: "", percent: "", validTo: "", validFrom: formatDay(today) };
  const plan: DiscountPlan = asked.success ? asked.data : { ...empty, kind: "quantity" };
  if (query.kind === undefined || !asked.success) return { plan: { ...plan, ...(query.kind ? {} : empty) } };
  const rule = readPlan(plan, today);
  if (!rule.ok) return { plan, refusal: rule.error };
  const party = rule.value.kind === "partner" ? await partyByUnp(tx, plan.unp) : null;
  if (rule.value.kind === "partner" && !party)
    return { plan, refusal: { code: "discount.party_unknown", field: "unp" as const } };
  const on = rule.value.validFrom;
  const prices = (await editionsToShow(tx, on))?.priceList.prices ?? [];
  const whole = { ...rule.value, id: "planned", partyId: party?.id ?? null };
  const effects = effectOn(await ordersToPrice(tx, MOST), prices, await discountsOn(tx, on), whole, on);
  return { plan, seen: { rule: rule.value, party: party?.name ?? null, effects } };
}
