"use server";

import { changeRole, lockMembers } from "#/db/writes/members.ts";
import { changeRoleInput, peopleAfter } from "#/lib/access/people.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

export const changeRoleAction = action({
  name: "change-role",
  allow: "party.people",
  input: changeRoleInput,
  run: async ({ tx, actor, input: { memberId, role }, now, origin }) => {
    if (actor.kind !== "customer") return refuse("auth.forbidden");
    const allowed = peopleAfter(await lockMembers(tx, actor), memberId, role);
    if (!allowed.ok) return refuse(allowed.error);
    if (allowed.value.role !== role) await changeRole(tx, { actor, origin, now }, allowed.value, role);
    return ok({ memberId });
  },
});
