import "server-only";

import { refuse } from "#/lib/action-result.ts";
import type { BehalfRefusal } from "#/lib/contract/on-behalf.ts";

/** What is wrong with a customer's word, beside its field; that there is none is said by the code itself. */
export const refuseBehalf = ({ field, refusal }: BehalfRefusal) =>
  field ? refuse(refusal.code === "behalf.required" ? refusal : "form.invalid", { [field]: refusal }) : refuse(refusal);
