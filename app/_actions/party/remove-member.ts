"use server";

import { lockMembers, removeMember } from "#/db/writes/members.ts";
import { peopleAfter, removeMemberInput } from "#/lib/access/people.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

export const removeMemberAction = action({
  name: "remove-member",
  allow: "party.people",
  input: removeMemberInput,
  run: async ({ tx, actor, input: { memberId }, now, origin }) => {
    if (actor.kind !== "customer") return refuse("auth.forbidden");
    const allowed = peopleAfter(await lockMembers(tx, actor), memberId, "removed");
    if (!allowed.ok) return refuse(allowed.error);
    await removeMember(tx, { actor, origin, now }, allowed.value);
    return ok({ memberId });
  },
});
