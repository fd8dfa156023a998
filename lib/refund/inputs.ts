import { z } from "zod";

import { parseMoney } from "#/lib/money/kopecks.ts";
import { checkBic } from "#/lib/requisites/bic.ts";
import { checked, line, optionalChecked } from "#/lib/requisites/fields.ts";
import { checkIban } from "#/lib/requisites/iban.ts";
import { checkUnp } from "#/lib/requisites/unp.ts";
import { ASKED_GROUNDS } from "./refund.ts";

const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");
const refundId = z.uuid();

/** «paymentId» or «paymentId contractId»: what a customer picks in one list. */
const money = z
  .string()
  .regex(/^[0-9a-f-]{36}( [0-9a-f-]{36})?$/, "field.choose")
  .transform((text) => {
    const [paymentId, contractId = null] = text.split(" ");
    return { paymentId: paymentId!, contractId };
  });

/** A blank account is the one that the money came from. */
export const askRefundInput = z
  .object({
    money,
    ground: z.enum(ASKED_GROUNDS, "field.choose"),
    reason,
    iban: optionalChecked(checkIban),
  })
  // Of a contract's money nothing is overpaid: without this another sum than the chosen one would be asked for.
  .refine((asked) => asked.money.contractId === null || asked.ground === "fault", {
    path: ["ground"],
    error: "refund.ground_of_contract",
  });

export const grantRefundInput = z.object({
  refundId,
  /** Kopecks are typed as roubles; blank grants the whole. */
  amount: z
    .string()
    .trim()
    .transform((text, ctx) => {
      if (text === "") return null;
      const sum = parseMoney(text);
      if (sum.ok) return sum.value;
      ctx.addIssue(sum.error);
      return z.NEVER;
    }),
  note: z.string().trim().max(1000, "field.too_long").default(""),
});
export const refuseRefundInput = z.object({ refundId, reason });
export const sendBackRefundInput = z.object({ refundId, reason });
export const withdrawRefundInput = z.object({ refundId, reason });
/** The order that the second person saw: prepared anew meanwhile, it is another one. */
export const approveRefundInput = z.object({ refundId, preparedAt: z.iso.datetime().transform((at) => new Date(at)) });

export const prepareRefundInput = z.object({
  refundId,
  name: line(200),
  unp: optionalChecked(checkUnp),
  iban: checked(checkIban),
  bic: checked(checkBic),
});

export const closeRefundInput = z.object({ refundId, lineId: z.uuid("field.choose") });
