"use server";

import { realTime } from "#/app/_auth/real-time.ts";
import { dropSessionToken } from "#/app/_auth/session-cookie.ts";
import { recordAccount } from "#/app/_auth/visit.ts";
import { lockUser } from "#/db/queries/users.ts";
import { revokeSessions } from "#/db/writes/sessions.ts";
import { refuse } from "#/lib/action-result.ts";
import { nothingInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

/** Here too: after a lost telephone nobody should have to wonder which session was which. */
export const signOutEverywhereAction = action({
  name: "sign-out-everywhere",
  allow: "account.manage",
  input: nothingInput,
  tenant: () => "account",
  run: async ({ tx, actor, now, origin }) => {
    const user = await lockUser(tx, actor.userId);
    if (!user) return refuse("record.not_found");
    const ended = await revokeSessions(tx, user.id, realTime());
    await recordAccount(tx, { now, origin }, user, "sign-out-everywhere", { sessionsEnded: ended });
    await dropSessionToken();
    return { ok: true, value: { href: "/sign-in?note=signed-out" } };
  },
});
