"use server";

import { orderEdi } from "#/app/_edi/order.ts";
import { ediLine } from "#/app/_edi/provider.ts";
import { sendActByEdiInput } from "#/lib/edi/inputs.ts";
import { action } from "../action.ts";

/** Clause 3.6: the act goes through ЭДиН by the house's own line; the worker does it. */
export const sendActByEdiAction = action({
  name: "send-act-by-edi",
  allow: "contract.send-act",
  input: sendActByEdiInput,
  run: async ({ tx, input, ...who }) => orderEdi(tx, input, ediLine()?.gln ?? null, who),
});
