import { z } from "zod";
import { addMonths, type Day, parseDay } from "#/lib/calendar/day.ts";
import { dayInput } from "#/lib/contract/steps/_step.ts";
import { err, ok, type Result } from "#/lib/result.ts";

const LONGEST_MONTHS = 36;

/** What an акт сверки is asked for; a customer's own party is known, staff name one. */
export const reconciliationInput = z.object({ partyId: z.uuid().optional(), from: dayInput, to: dayInput });

export type PeriodRefusal = { field: "from" | "to"; code: string };

/** A period that ends today at the latest, first day first, no longer than three years; refused beside the day that is wrong. */
export function readPeriod(
  asked: { from: string; to: string },
  today: Day,
): Result<{ from: Day; to: Day }, PeriodRefusal> {
  const [from, to] = [parseDay(asked.from), parseDay(asked.to)];
  if (!from || !to) return err({ field: from ? "to" : "from", code: "field.date" });
  if (to < from) return err({ field: "to", code: "reconciliation.order" });
  if (to > today) return err({ field: "to", code: "reconciliation.future" });
  if (addMonths(from, LONGEST_MONTHS) < to) return err({ field: "from", code: "reconciliation.long" });
  return ok({ from, to });
}
