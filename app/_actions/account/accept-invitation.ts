"use server";

import { acceptInvitation } from "#/app/_auth/invite.ts";
import { visitOf } from "#/app/_auth/visit.ts";
import { invitationInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

export const acceptInvitationAction = publicAction({
  name: "accept-invitation",
  input: invitationInput,
  run: async ({ input, ...asked }) => {
    const done = await acceptInvitation(visitOf(asked), input);
    return done.ok ? { ok: true, value: { href: "/sign-in?note=invited" } } : done;
  },
});
