import { z } from "zod";

import { checkEmail } from "#/lib/requisites/email.ts";
import { checked } from "#/lib/requisites/fields.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { CUSTOMER_ROLES, type CustomerRole } from "./actor.ts";

const role = z.enum(CUSTOMER_ROLES, "field.choose");

export const inviteMemberInput = z.object({ email: checked(checkEmail), role });
export const changeRoleInput = z.object({ memberId: z.uuid(), role });
export const removeMemberInput = z.object({ memberId: z.uuid() });

type Member = { id: string; role: CustomerRole };

/** Somebody must always be able to let others in: the last owner neither leaves nor steps down. */
export function peopleAfter<M extends Member>(
  people: readonly M[],
  memberId: string,
  next: CustomerRole | "removed",
): Result<M, "record.not_found" | "member.last_owner"> {
  const member = people.find(({ id }) => id === memberId);
  if (!member) return err("record.not_found");
  const owners = people.filter((one) => one.role === "owner");
  if (member.role === "owner" && next !== "owner" && owners.length === 1) return err("member.last_owner");
  return ok(member);
}
