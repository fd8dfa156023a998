import "server-only";

import { database } from "#/db/client.ts";
import { revokeSession } from "#/db/writes/sessions.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { withNext } from "#/lib/auth/next-path.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { currentSession } from "./current-session.ts";
import { homeOf, SECOND_FACTOR } from "./page-actor.ts";
import { realTime } from "./real-time.ts";
import { keepLocale, keepSessionToken } from "./session-cookie.ts";
import type { SignedIn } from "./sign-in.ts";

/** Gives the browser its new session in place of whatever it had, and says where to go. */
export async function enter(
  { token, user, secondFactor }: SignedIn,
  next: string | null,
): Promise<ActionResult<{ href: string }>> {
  const before = await currentSession();
  if (before) await revokeSession(database(), before.userId, before.id, realTime());
  await keepSessionToken(token);
  await keepLocale(localeOr(user.locale));
  const home = next ?? homeOf(user.staffRole !== null);
  return { ok: true, value: { href: secondFactor ? withNext(SECOND_FACTOR, next) : home } };
}
