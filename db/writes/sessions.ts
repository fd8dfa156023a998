import "server-only";

import { and, desc, eq, inArray, isNull, lt, ne } from "drizzle-orm";

import type { Db, Tx } from "#/db/client.ts";
import { sessions } from "#/db/schema/index.ts";
import type { Origin } from "./evidence.ts";

type NewSession = { id: string; tokenHash: string; userId: string; expiresAt: Date };

/** Opens a session; of the person's living ones only the newest `keep` stay. */
export async function openSession(tx: Tx, session: NewSession, origin: Origin, now: Date, keep: number): Promise<void> {
  await tx.insert(sessions).values({ ...session, createdAt: now, lastSeenAt: now, ...origin });
  const living = and(eq(sessions.userId, session.userId), isNull(sessions.revokedAt));
  const surplus = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(living)
    .orderBy(desc(sessions.createdAt), sessions.id)
    .offset(keep);
  await tx.update(sessions).set({ revokedAt: now }).where(inArray(sessions.id, surplus));
}

/** The old token is dead at once; `secondFactorAt` is set where one was just given. False where the session was ended. */
export async function renewToken(
  tx: Tx,
  id: string,
  tokenHash: string,
  secondFactorAt: Date | null = null,
): Promise<boolean> {
  const renewed = await tx
    .update(sessions)
    .set({ tokenHash, ...(secondFactorAt && { secondFactorAt }) })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return renewed.length > 0;
}

/** Notes that a session was used, unless somebody noted it after `since`. */
export async function touchSession(db: Db | Tx, id: string, now: Date, since: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, since)));
}

/** Ends one session of this person; false for a stranger's, a missing and an ended one alike. */
export async function revokeSession(tx: Db | Tx, userId: string, id: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return revoked.length > 0;
}

/** Ends all sessions of a person but `except`; says how many. */
export async function revokeSessions(tx: Tx, userId: string, now: Date, except: string | null = null): Promise<number> {
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), except ? ne(sessions.id, except) : undefined))
    .returning({ id: sessions.id });
  return revoked.length;
}
