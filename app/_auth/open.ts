import "server-only";

import type { Tx } from "#/db/client.ts";
import type { UserRow } from "#/db/queries/users.ts";
import { openSession } from "#/db/writes/sessions.ts";
import { MAX_SESSIONS, sessionEnd } from "#/lib/auth/session-life.ts";
import { hashToken, newToken } from "#/lib/auth/token.ts";
import type { Visit } from "./visit.ts";

/** A new session and its token: the one time that the token is in our hands. */
export async function openFor(tx: Tx, { origin, real }: Visit, user: UserRow): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = crypto.randomUUID();
  const session = {
    id,
    tokenHash: hashToken(token),
    userId: user.id,
    expiresAt: sessionEnd(user.staffRole !== null, real),
  };
  await openSession(tx, session, origin, real, MAX_SESSIONS);
  return { id, token };
}
