import "server-only";

import { lockUser, secondFactorOf } from "#/db/queries/users.ts";
import { changeUser, closeLinks, spendLink } from "#/db/writes/users.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { overLimit } from "./limits.ts";
import { openFor } from "./open.ts";
import type { SignedIn } from "./sign-in.ts";
import type { SignUpPayload } from "./sign-up.ts";
import { recordAccount, type Visit } from "./visit.ts";

/**
 * Uses up the link of a sign-up. The browser that signed up goes on signed in; any other one only confirmed the address
 * and has to show the password, so nobody is signed in to a stranger's account by opening the stranger's link.
 */
export async function confirmEmail(
  visit: Visit,
  token: string,
  browserToken: string | null,
): Promise<ActionResult<{ next: string | null; signedIn: SignedIn | null }>> {
  const over = await overLimit(visit, ["link.address", visit.origin.address ?? "unknown"]);
  if (over) return over;
  const done = await visit.db.transaction(async (tx) => {
    const link = await spendLink(tx, hashToken(token), ["confirm-email"], visit.real);
    const user = link?.userId ? await lockUser(tx, link.userId) : null;
    if (!link?.payload || !user || user.disabledAt || user.emailConfirmedAt) return null;
    const { name, passwordHash, next, browserHash } = JSON.parse(link.payload) as SignUpPayload;
    const changed = { name, passwordHash, emailConfirmedAt: visit.now };
    await changeUser(tx, user.id, changed);
    await closeLinks(tx, user.id, ["confirm-email"], visit.real);
    await recordAccount(tx, visit, { ...user, name }, "confirm-email");
    if (!browserToken || hashToken(browserToken) !== browserHash) return { next, signedIn: null };
    const factor = await secondFactorOf(tx, user.id);
    const session = await openFor(tx, visit, user);
    await recordAccount(tx, visit, { ...user, name }, "sign-in", { sessionId: session.id });
    const secondFactor = user.staffRole !== null || factor?.confirmedAt != null;
    return { next, signedIn: { token: session.token, user: { ...user, ...changed }, secondFactor } };
  });
  return done ? { ok: true, value: done } : refuse("link.dead");
}
