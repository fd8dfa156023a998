"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isMember } from "#/db/writes/members.ts";
import { chooseParty } from "#/db/writes/parties.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

const choose = action({
  name: "choose-party",
  allow: "party.choose",
  input: z.object({ partyId: z.uuid() }),
  // The membership is looked up as the party that is asked for; whoever is no member of it finds nothing.
  tenant: (actor, { partyId }) => ({ kind: "customer", partyId, userId: actor.userId }),
  run: async ({ tx, actor, input }) => {
    if (!(await isMember(tx, actor.userId, input.partyId))) return refuse("record.not_found");
    await chooseParty(tx, actor.sessionId, input.partyId);
    return ok({ partyId: input.partyId });
  },
});

/** The switcher of the cabinet is a plain form, so that it works before and without JavaScript. */
export async function choosePartyAction(form: FormData): Promise<void> {
  await choose({ key: crypto.randomUUID(), input: { partyId: form.get("partyId") } });
  redirect("/cabinet" as Route);
}
