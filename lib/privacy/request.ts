import { z } from "zod";

import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Deadline, deadline, type TermRule } from "#/lib/calendar/explain.ts";

/** A demand to erase (law 99-З, art. 13): `open` until the person takes it back or the house answers. */
export const REQUEST_STATES = ["open", "withdrawn", "refused", "done"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** The law, not the offer: it stands where contract steps name their clause. */
export const ERASURE_LAW = "99-З, ст. 13";

/**
 * Fifteen calendar days after the demand came. The law says nothing of days off, so the last day is kept where it falls: earlier
 * than the person may expect is never too late.
 */
const ERASURE_TERM: TermRule = {
  code: "erasure",
  clause: ERASURE_LAW,
  unit: "calendar-days",
  length: 15,
  dayOff: "keep",
};

export const erasureDeadline = (calendar: Calendar, askedOn: Day): Deadline =>
  deadline(calendar, ERASURE_TERM, askedOn);

const understood = z.literal("true", "privacy.understand");
const requestId = z.uuid();

/** Nobody asks by a slip of the finger: what goes and what stays stands above the tick. */
export const askErasureInput = z.object({ understood });
export const withdrawErasureInput = z.object({ requestId });
export const refuseErasureInput = z.object({
  requestId,
  reason: z.string().trim().min(10, "privacy.reason_short").max(2000, "field.too_long"),
});
/** `owners`: for each party that loses its only owner, the member who becomes one, or "nobody", said in so many words. */
export const eraseInput = z.object({ requestId, understood, owners: z.record(z.string(), z.string()).default({}) });
