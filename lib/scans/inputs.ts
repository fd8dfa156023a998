import { z } from "zod";

import { parseDay } from "#/lib/calendar/day.ts";

const day = z.string().transform((text, ctx) => {
  const read = parseDay(text.trim());
  if (read) return read;
  ctx.addIssue({ code: "custom", message: "day.format" });
  return z.NEVER;
});

/** So many files at once: a stack of photographs, each a page. */
export const MOST_FILES = 60;

export const newStackInput = z.object({
  fileIds: z.array(z.uuid()).min(1, "scan.no_files").max(MOST_FILES, "scan.too_many_files"),
  signedOn: day,
});
export const stackInput = z.object({ stackId: z.uuid(), version: z.coerce.number().int().positive() });

const positions = z.string().trim().min(1, "scan.positions").max(500, "scan.positions");
export const fileByHandInput = z.object({
  stackId: z.uuid(),
  positions,
  number: z.string().trim().min(1, "field.required").max(40, "field.too_long"),
  signedOn: day,
});
export const putAsideInput = z.object({
  stackId: z.uuid(),
  positions,
  note: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});
