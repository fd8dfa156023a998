"use server";

import { inviteMemberInput } from "#/lib/access/people.ts";
import { action } from "../action.ts";
import { inviteMember } from "./invite.ts";

/** Starts outside every party, where people are known by their address, and ends inside the owner's own. */
export const inviteMemberAction = action({
  name: "invite-member",
  allow: "party.people",
  input: inviteMemberInput,
  tenant: () => "account",
  run: inviteMember,
});
