import { z } from "zod";
import type { Refusal } from "#/lib/action-result.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { type PartyKind, type Requisites, requisitesInput } from "#/lib/requisites/requisites.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { onBehalfInput } from "../on-behalf.ts";
import { dayInput } from "./_step.ts";

export const updateRequisitesInput = z.object({
  /** The version of the party that the person saw. */
  version: z.coerce.number().int().positive(),
  /** The day of the change in life. */
  validFrom: dayInput,
  requisites: requisitesInput,
  /** Staff name the party, and its word; a customer's own party is its own. */
  partyId: z.uuid().optional(),
  onBehalf: onBehalfInput.optional(),
});
export type UpdateRequisitesInput = z.infer<typeof updateRequisitesInput>;

/** The last day on which a change is told in time (7.1): one working day after it. */
export const requisitesDueOn = (calendar: Calendar, changedOn: Day, workingDays = 1) =>
  addWorkingDays(calendar, changedOn, workingDays);

/**
 * Clause 7.1: a new version of the requisites with the date of change. Late is shown and logged, never refused. Another kind of
 * party is another party: its contracts cannot follow (6.3).
 */
export function updateRequisites(
  party: { kind: PartyKind },
  input: UpdateRequisitesInput,
  { today, calendar }: { today: Day; calendar: Calendar },
): Result<{ requisites: Requisites; validFrom: Day; late: boolean }, Refusal & { field: string }> {
  const validFrom = parseDay(input.validFrom);
  if (!validFrom) return err({ code: "day.format", field: "validFrom" });
  if (validFrom > today) return err({ code: "day.in_future", field: "validFrom" });
  if (input.requisites.kind !== party.kind) return err({ code: "party.kind_fixed", field: "requisites.kind" });
  return ok({
    requisites: input.requisites,
    validFrom,
    late: today > requisitesDueOn(calendar, validFrom).date,
  });
}
