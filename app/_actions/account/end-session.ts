"use server";

import { realTime } from "#/app/_auth/real-time.ts";
import { recordAccount } from "#/app/_auth/visit.ts";
import { lockUser } from "#/db/queries/users.ts";
import { revokeSession } from "#/db/writes/sessions.ts";
import { refuse } from "#/lib/action-result.ts";
import { sessionInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

/** One of the person's own sessions, from its next request on. */
export const endSessionAction = action({
  name: "end-session",
  allow: "account.manage",
  input: sessionInput,
  tenant: () => "account",
  run: async ({ tx, actor, input, now, origin }) => {
    const user = await lockUser(tx, actor.userId);
    if (!user || !(await revokeSession(tx, user.id, input.sessionId, realTime()))) return refuse("record.not_found");
    await recordAccount(tx, { now, origin }, user, "end-session", { sessionId: input.sessionId });
    return { ok: true, value: null };
  },
});
