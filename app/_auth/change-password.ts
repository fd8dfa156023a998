import "server-only";

import type { Tx } from "#/db/client.ts";
import { lockUser, userById } from "#/db/queries/users.ts";
import { renewToken, revokeSessions } from "#/db/writes/sessions.ts";
import { changeUser, closeLinks } from "#/db/writes/users.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { passwordReason } from "#/lib/auth/password.ts";
import { hashPassword, passwordMatches } from "#/lib/auth/password-hash.ts";
import { hashToken, newToken } from "#/lib/auth/token.ts";
import { tellAccount } from "./letters.ts";
import { forgive, overLimit } from "./limits.ts";
import { recordAccount, unlessBusy, type Visit } from "./visit.ts";

/** Null where the password of the account was given; else the refusal, beside the field. Guessing here is limited too. */
export async function wrongPassword(
  visit: Visit,
  userId: string,
  password: string,
  field: string,
): Promise<ActionResult<never> | null> {
  const over = await overLimit(visit, ["password.account", userId]);
  if (over) return over;
  const user = await userById(visit.db, userId);
  if (!(await passwordMatches(password, user?.passwordHash ?? null)))
    return refuse("form.invalid", { [field]: { code: "password.wrong" } });
  await forgive(visit, ["password.account", userId]);
  return null;
}

/** In the transaction of the action: the other sessions end, this one goes on under a new token, the owner gets a letter. */
export const changePassword = (
  tx: Tx,
  visit: Visit,
  session: { id: string; userId: string },
  { current, password }: { current: string; password: string },
) =>
  unlessBusy(async (): Promise<ActionResult<{ token: string }>> => {
    const wrong = await wrongPassword(visit, session.userId, current, "current");
    if (wrong) return wrong;
    const user = await lockUser(tx, session.userId);
    if (!user) return refuse("record.not_found");
    const reason = passwordReason(password, user.email);
    if (reason) return refuse("form.invalid", { password: { code: reason } });
    await changeUser(tx, user.id, { passwordHash: await hashPassword(password) });
    const token = newToken();
    if (!(await renewToken(tx, session.id, hashToken(token)))) return refuse("auth.signed_out");
    const ended = await revokeSessions(tx, user.id, visit.real, session.id);
    await closeLinks(tx, user.id, ["reset-password"], visit.real);
    await tellAccount(tx, visit, user, "password-changed");
    await recordAccount(tx, visit, user, "change-password", { sessionsEnded: ended });
    return { ok: true, value: { token } };
  });
