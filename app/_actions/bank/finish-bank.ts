"use server";

import { z } from "zod";

import { realTime } from "#/app/_auth/real-time.ts";
import { BANK_PAGE, bankSource } from "#/app/_bank/source.ts";
import { sealedTokens, stateHash } from "#/app/_bank/tokens.ts";
import { bankLink } from "#/db/queries/bank.ts";
import { connectBank } from "#/db/writes/bank.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Back from the bank with a consent: a press of a button, so that no address opened by chance connects anything. */
export const finishBankAction = action({
  name: "finish-bank",
  allow: "statement.import",
  input: z.object({ code: z.string().min(1).max(2000), state: z.string().min(1).max(200) }),
  run: async ({ tx, actor, input, now, origin }) => {
    const source = bankSource();
    if (!source) return refuse("bank.switched_off");
    const hash = stateHash(input.state, actor.userId);
    if ((await bankLink(tx))?.askedState !== hash) return refuse("bank.state");
    const tokens = await source.exchange(input.code);
    if (!tokens.ok) return refuse(tokens.error);
    const connected = await connectBank(tx, hash, sealedTokens(tokens.value, realTime()), { actor, origin, now });
    return connected ? ok({ href: BANK_PAGE }) : refuse("bank.state");
  },
});
