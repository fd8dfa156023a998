"use server";

import { z } from "zod";

import { choosePaperLanguage } from "#/db/writes/paper-language.ts";
import { refuse } from "#/lib/action-result.ts";
import { PAPER_LANGUAGES } from "#/lib/requisites/paper-language.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The customer chooses for itself; the house for a party that it names, with the reason. Issued papers keep theirs. */
export const choosePaperLanguageAction = action({
  name: "choose-paper-language",
  allow: "party.update-requisites",
  input: z.object({
    partyId: z.uuid(),
    version: z.coerce.number().int().positive(),
    language: z.enum(PAPER_LANGUAGES),
    reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long").optional(),
  }),
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind === "customer" && actor.partyId !== input.partyId) return refuse("record.not_found");
    if (actor.kind === "staff" && !input.reason) return refuse("form.invalid", { reason: { code: "reason.required" } });
    const chosen = await choosePaperLanguage(tx, input, { actor, origin, now });
    return chosen ? ok({ partyId: input.partyId }) : refuse("record.changed");
  },
});
