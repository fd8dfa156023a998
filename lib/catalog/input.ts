import { z } from "zod";

import { line } from "#/lib/requisites/fields.ts";
import { productInput } from "./product.ts";

const id = { productId: z.uuid() };
/** The state that the person saw. */
const seen = { ...id, version: z.coerce.number().int() };
const reason = line(500).pipe(z.string().min(5, "field.too_short"));

export const addProductInput = z.object({ card: productInput });
export const editProductInput = z.object({ ...seen, card: productInput, reason });
export const productReasonInput = z.object({ ...seen, reason });
/** `print`: of the plan that the person saw; another plan is asked about again. */
export const importProductsInput = z.object({ fileId: z.uuid(), print: z.string().length(64) });
