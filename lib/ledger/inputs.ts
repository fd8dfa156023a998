import { z } from "zod";

import { type Day, isDay, parseDay } from "#/lib/calendar/day.ts";
import { ONE_C_FORMATS } from "#/lib/exports/one-c.ts";

/** A month by its first day. */
const month = z.custom<Day>((text) => isDay(text) && text.endsWith("-01"), "form.invalid");

export const closeMonthInput = z.object({
  month,
  reason: z.string().trim().min(10, "reason.required").max(2000, "field.too_long"),
});

const day = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (!read) context.addIssue({ code: "custom", message: "day.format" });
  return read ?? z.NEVER;
});

export const exportBooksInput = z
  .object({ format: z.enum(ONE_C_FORMATS, "field.choose"), from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "books.period_backwards" });
