"use server";

import { randomBytes } from "node:crypto";
import { z } from "zod";

import { bankSource } from "#/app/_bank/source.ts";
import { stateHash } from "#/app/_bank/tokens.ts";
import { askConsent } from "#/db/writes/bank.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** To the bank for a consent. What comes back must bring the state that only this person was given. */
export const connectBankAction = action({
  name: "connect-bank",
  allow: "statement.import",
  input: z.object({}),
  run: async ({ tx, actor, now, origin }) => {
    const source = bankSource();
    if (!source) return refuse("bank.switched_off");
    const state = randomBytes(32).toString("base64url");
    await askConsent(tx, stateHash(state, actor.userId), { actor, origin, now });
    return ok({ href: source.consentUrl(state) });
  },
});
