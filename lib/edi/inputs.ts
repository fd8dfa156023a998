import { z } from "zod";

export const sendActByEdiInput = z.object({ contractId: z.uuid(), version: z.coerce.number().int().positive() });
export const ediDocumentInput = z.object({ ediDocumentId: z.uuid() });
export const settleArrivalInput = z.object({
  arrivalId: z.uuid(),
  note: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});
