"use server";

import { z } from "zod";

import { bankSource } from "#/app/_bank/source.ts";
import { askFetch } from "#/db/writes/bank.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** «Забрать сейчас»: the worker goes to the bank, the page waits for what came of it. */
export const fetchBankAction = action({
  name: "fetch-bank",
  allow: "statement.import",
  input: z.object({}),
  run: async ({ tx, now }) => {
    if (!bankSource()) return refuse("bank.switched_off");
    return (await askFetch(tx, now)) ? ok({}) : refuse("bank.consent_gone");
  },
});
