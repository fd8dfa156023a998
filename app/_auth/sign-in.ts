import "server-only";

import { earlierSignIns } from "#/db/queries/sessions.ts";
import { lockUser, secondFactorOf, type UserRow, userByEmail } from "#/db/queries/users.ts";
import { changeUser } from "#/db/writes/users.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { sameDevice } from "#/lib/auth/device.ts";
import { hashPassword, isOutdated, passwordMatches } from "#/lib/auth/password-hash.ts";
import { log } from "#/lib/log.ts";
import { tellAccount } from "./letters.ts";
import { forgive, overLimit, type Whom } from "./limits.ts";
import { openFor } from "./open.ts";
import { recordAccount, unlessBusy, type Visit } from "./visit.ts";

export type SignedIn = { token: string; user: UserRow; secondFactor: boolean };

const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * Address and password. An unknown address, a wrong password, a blocked account and one without a password give the same
 * answer after the same work. Only who knows the password learns that the address still waits to be confirmed.
 */
export const signIn = (visit: Visit, { email, password }: { email: string; password: string }) =>
  unlessBusy(async (): Promise<ActionResult<SignedIn>> => {
    const user = await userByEmail(visit.db, email);
    const before = await earlierSignIns(visit.db, user?.id ?? NOBODY);
    const limits = limitsOf(visit, email, before);
    const over = await overLimit(visit, ...limits);
    if (over) return over;

    const matches = await passwordMatches(password, user?.passwordHash ?? null);
    if (!user || !matches || user.disabledAt) {
      log.warn({ action: "sign-in", code: "auth.wrong", ...(user && { actorId: user.id }) }, "sign-in refused");
      return refuse("auth.wrong");
    }
    await forgive(visit, ...limits);
    if (!user.emailConfirmedAt) return refuse("auth.unconfirmed");

    const rehashed = user.passwordHash && isOutdated(user.passwordHash) ? await hashPassword(password) : null;
    const factor = await secondFactorOf(visit.db, user.id);
    const token = await visit.db.transaction(async (tx) => {
      const locked = await lockUser(tx, user.id);
      // The password was changed while this one was looked at.
      if (locked?.passwordHash !== user.passwordHash) return null;
      if (rehashed) await changeUser(tx, user.id, { passwordHash: rehashed });
      const session = await openFor(tx, visit, user);
      await recordAccount(tx, visit, user, "sign-in", { sessionId: session.id });
      const newDevice = before.length > 0 && !before.some(({ browser }) => sameDevice(browser, visit.origin.browser));
      if (newDevice) await tellAccount(tx, visit, user, "new-device");
      return session.token;
    });
    if (!token) return refuse("auth.wrong");
    return { ok: true, value: { token, user, secondFactor: user.staffRole !== null || factor?.confirmedAt != null } };
  });

/** Whoever comes from a place the person signed in from before is not locked out by guessers elsewhere. */
function limitsOf({ origin }: Visit, email: string, before: { address: string | null }[]): Whom[] {
  const address = origin.address ?? "unknown";
  const known = before.some((one) => one.address !== null && one.address === origin.address);
  return [
    ["sign-in.pair", address, email],
    ...(known ? [] : [["sign-in.account", email] as const]),
    ["sign-in.address", address],
  ];
}
