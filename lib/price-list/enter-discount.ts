import { z } from "zod";

import { addDays, type Day, latest, parseDay } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { DISCOUNT_KINDS, type DiscountRule } from "./discount.ts";

const text = z.string().trim().max(40, "field.too_long").default("");

/** As a form sends it. `unp` names the partner, `percent` is read as people write it: «5», «12,5». */
export const discountPlan = z.object({
  kind: z.enum(DISCOUNT_KINDS),
  minQuantity: text,
  unp: text,
  percent: text,
  validFrom: text,
  validTo: text,
});
export type DiscountPlan = z.infer<typeof discountPlan>;

const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");
export const enterDiscountInput = discountPlan.extend({ reason });

/** What a rule takes before its party is known by its УНП. */
export type PlannedRule = Pick<DiscountRule, "kind" | "minQuantity" | "basisPoints" | "validFrom" | "validTo">;
type Refused = { code: string; field: keyof DiscountPlan };

const MOST_BASIS_POINTS = 9000;
const MOST_CERTIFICATES = 50;

/** A rule as it would be entered; refuses what contradicts itself and what reaches into the past, where invoices already stand. */
export function readPlan(plan: DiscountPlan, today: Day): Result<PlannedRule, Refused> {
  const basisPoints = readPercent(plan.percent);
  if (basisPoints === null) return err({ code: "discount.percent", field: "percent" });
  const minQuantity = plan.kind === "quantity" ? readQuantity(plan.minQuantity) : null;
  if (plan.kind === "quantity" && minQuantity === null) return err({ code: "discount.quantity", field: "minQuantity" });
  if (plan.kind === "partner" && !/^[0-9A-Z]{9}$/i.test(plan.unp)) return err({ code: "discount.unp", field: "unp" });
  const validFrom = parseDay(plan.validFrom);
  if (!validFrom) return err({ code: "field.date", field: "validFrom" });
  if (validFrom < today) return err({ code: "discount.in_past", field: "validFrom" });
  const validTo = plan.validTo === "" ? null : parseDay(plan.validTo);
  if (plan.validTo !== "" && !validTo) return err({ code: "field.date", field: "validTo" });
  if (validTo && validTo < validFrom) return err({ code: "discount.dates", field: "validTo" });
  return ok({ kind: plan.kind, minQuantity, basisPoints, validFrom, validTo });
}

export const endDiscountInput = z.object({ ruleId: z.uuid(), lastDay: z.string().trim().max(20), reason });

/** The last day of a rule that is ended early, today at the earliest; one that has not begun by then never begins. */
export function endedOn(
  rule: Pick<DiscountRule, "validFrom" | "validTo">,
  lastDay: string,
  today: Day,
): Result<Day, { code: string; field: "lastDay" }> {
  const day = parseDay(lastDay);
  if (!day) return err({ code: "field.date", field: "lastDay" });
  if (day < today) return err({ code: "discount.in_past", field: "lastDay" });
  if (rule.validTo && day > rule.validTo) return err({ code: "discount.longer", field: "lastDay" });
  return ok(latest(day, addDays(rule.validFrom, -1)));
}

/** «5» → 500, «12,5» → 1250; null for what is no share from 0,01 to 90 percent. */
function readPercent(typed: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed);
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return points >= 1 && points <= MOST_BASIS_POINTS ? points : null;
}

function readQuantity(typed: string): number | null {
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return number >= 2 && number <= MOST_CERTIFICATES ? number : null;
}
