"use server";

import { discountById } from "#/db/queries/discounts.ts";
import { endDiscount } from "#/db/writes/discounts.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { endDiscountInput, endedOn } from "#/lib/price-list/enter-discount.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A rule off the price list gets its last day; invoices that stand keep their sums (3.2). */
export const endDiscountAction = action({
  name: "end-discount",
  allow: "discount.enter",
  input: endDiscountInput,
  run: async ({ tx, actor, input: { ruleId, lastDay, reason }, now, origin }) => {
    const rule = await discountById(tx, ruleId);
    if (!rule) return refuse("record.not_found");
    const validTo = endedOn(rule, lastDay, dayInMinsk(now));
    if (!validTo.ok) return refuse("form.invalid", { [validTo.error.field]: { code: validTo.error.code } });
    const who = { actor: actor as StaffActor, origin, now };
    return (await endDiscount(tx, { id: ruleId, validTo: validTo.value, reason }, who))
      ? ok({ id: ruleId })
      : refuse("record.changed");
  },
});
