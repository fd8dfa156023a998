"use server";

import { partyByUnp } from "#/db/queries/parties.ts";
import { addDiscount, overlaps } from "#/db/writes/discounts.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { enterDiscountInput, readPlan } from "#/lib/price-list/enter-discount.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** 3.3: a dated rule off the price list, for a number of certificates or for a partner. */
export const enterDiscountAction = action({
  name: "enter-discount",
  allow: "discount.enter",
  input: enterDiscountInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const { reason, ...plan } = input;
    const rule = readPlan(plan, dayInMinsk(now));
    if (!rule.ok) return refuse("form.invalid", { [rule.error.field]: { code: rule.error.code } });
    const party = rule.value.kind === "partner" ? await partyByUnp(tx, plan.unp) : null;
    if (rule.value.kind === "partner" && !party)
      return refuse("form.invalid", { unp: { code: "discount.party_unknown" } });
    const partyId = party?.id ?? null;
    if (await overlaps(tx, rule.value, partyId)) return refuse("discount.overlaps");
    const id = await addDiscount(tx, { ...rule.value, partyId, reason }, { actor: actor as StaffActor, origin, now });
    return ok({ id });
  },
});
