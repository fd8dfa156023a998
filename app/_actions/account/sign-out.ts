"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";

import { currentSession } from "#/app/_auth/current-session.ts";
import { dropSessionToken } from "#/app/_auth/session-cookie.ts";
import { recordAccount, visitOf } from "#/app/_auth/visit.ts";
import { lockUser } from "#/db/queries/users.ts";
import { revokeSession } from "#/db/writes/sessions.ts";
import { nothingInput } from "#/lib/auth/inputs.ts";
import { publicAction } from "../action.ts";

/** For everybody: also for a session that still waits for its second factor, and for one that has just ended. */
const signOut = publicAction({
  name: "sign-out",
  input: nothingInput,
  run: async (asked) => {
    const session = await currentSession();
    if (session) {
      const visit = visitOf(asked);
      await asked.db.transaction(async (tx) => {
        const user = await lockUser(tx, session.userId);
        if (!user || !(await revokeSession(tx, session.userId, session.id, visit.real))) return;
        await recordAccount(tx, visit, user, "sign-out", { sessionId: session.id });
      });
    }
    await dropSessionToken();
    return { ok: true, value: null };
  },
});

/** Target of a plain form: the way out works without JavaScript. */
export async function signOutAction(): Promise<void> {
  await signOut({ key: crypto.randomUUID(), input: {} });
  redirect("/sign-in?note=signed-out" as Route);
}
