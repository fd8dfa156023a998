"use server";

import { saveChoices } from "#/db/writes/notices.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { chooseNoticesInput, chosenCells, chosenHours } from "#/lib/mail/choose.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** What the member is told of by letter and in the cabinet, and their quiet time. What the contract asks for stays as it is. */
export const chooseNoticesAction = action({
  name: "choose-notices",
  allow: "notices.own",
  input: chooseNoticesInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const member = actor as CustomerActor;
    await saveChoices(tx, { actor: member, origin, now }, chosenCells(input, member.role), chosenHours(input));
    return ok(null);
  },
});
