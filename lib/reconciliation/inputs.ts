import { z } from "zod";

import { parseDay } from "#/lib/calendar/day.ts";
import { parseMoney } from "#/lib/money/kopecks.ts";
import { VERDICTS } from "./state.ts";

const MOST_LINES = 200;

/** Which act, and how many moves of it the person saw: somebody who was first is found out by it. */
const seen = { reconciliationId: z.uuid(), seen: z.coerce.number().int().min(0) };
const day = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (!read) context.addIssue({ code: "custom", message: "field.date" });
  return read ?? z.NEVER;
});
/** A sum above zero as people write it, in kopecks as text. */
const amount = z.string().transform((text, context) => {
  const read = parseMoney(text);
  if (read.ok && read.value > 0n) return String(read.value);
  context.addIssue({ code: "custom", message: "field.money" });
  return z.NEVER;
});
const remark = z.string().trim().min(3, "field.required").max(1000, "field.too_long");
const number = z.string().trim().min(1, "field.required").max(40, "field.too_long");

/** A line of the act that the customer's books do not have so: other figures, or no such line at all. */
const line = z.discriminatedUnion("way", [
  z.object({ way: z.literal("other"), at: z.coerce.number().int().min(0), on: day, amount, remark }),
  z.object({ way: z.literal("absent"), at: z.coerce.number().int().min(0), remark }),
]);
/** A line of the customer's that the act lacks. */
const own = z.object({ kind: z.enum(["payment", "act"], "field.choose"), number, on: day, amount, remark });

export const disputeInput = z.object({
  ...seen,
  lines: z.array(line).max(MOST_LINES).default([]),
  own: z.array(own).max(MOST_LINES).default([]),
});
export const answerInput = z.object({
  ...seen,
  answers: z.array(z.object({ verdict: z.enum(VERDICTS, "field.choose"), text: remark })).max(2 * MOST_LINES),
});
export const confirmInput = z.object({ ...seen, fileId: z.uuid().optional() });
export const keepCopyInput = z.object({ ...seen, fileId: z.uuid("field.required") });
export const replaceInput = z.object(seen);

export type DisputeInput = z.output<typeof disputeInput>;
export type AnswerInput = z.output<typeof answerInput>;
