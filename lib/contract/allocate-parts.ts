import { z } from "zod";

import { parseMoney } from "#/lib/money/kopecks.ts";
import { ticked } from "#/lib/requisites/fields.ts";

/** Kopecks out of what a person types; what cannot be read is refused by name, never taken for nothing. */
const typedSum = z.string().transform((text, context) => {
  const sum = parseMoney(text);
  if (sum.ok) return sum.value;
  context.addIssue({ code: "custom", message: sum.error });
  return z.NEVER;
});

/** One payment for one or several invoices; a line left empty is no part of it. */
export const allocatePartsInput = z.object({
  paymentId: z.uuid(),
  parts: z
    .array(
      z.object({
        contractId: z.uuid(),
        version: z.coerce.number().int().positive(),
        invoiceId: z.uuid(),
        amount: z.string().trim(),
      }),
    )
    .max(50)
    .transform((rows) => rows.filter(({ amount }) => amount !== ""))
    .pipe(
      z
        .array(z.object({ contractId: z.uuid(), version: z.number(), invoiceId: z.uuid(), amount: typedSum }))
        .min(1, "split.empty"),
    ),
  reason: z
    .string()
    .trim()
    .max(1000, "field.too_long")
    .refine((text) => text === "" || text.length >= 10, "reason.required")
    .transform((text) => text || undefined)
    .optional(),
  thirdParty: ticked("allocation.third_party").optional(),
});
