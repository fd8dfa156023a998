"use server";

import { z } from "zod";

import { removeProfile } from "#/db/writes/statement-profiles.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A profile goes out of use; statements that it read stay as they are. */
export const removeProfileAction = action({
  name: "remove-statement-profile",
  allow: "statement.import",
  input: z.object({ profileId: z.uuid(), version: z.coerce.number<string | number>().int() }),
  run: async ({ tx, actor, input, now, origin }) =>
    (await removeProfile(tx, { id: input.profileId, version: input.version }, { actor, origin, now }))
      ? ok({ profileId: input.profileId })
      : refuse("record.changed"),
});
