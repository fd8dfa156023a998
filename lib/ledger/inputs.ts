import { z } from "zod";

import { type Day, isDay } from "#/lib/calendar/day.ts";

/** A month by its first day. */
const month = z.custom<Day>((text) => isDay(text) && text.endsWith("-01"), "form.invalid");

export const closeMonthInput = z.object({
  month,
  reason: z.string().trim().min(10, "reason.required").max(2000, "field.too_long"),
});
