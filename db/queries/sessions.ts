import "server-only";

import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";

import type { Db, Tx } from "#/db/client.ts";
import { members, secondFactors, sessions, users } from "#/db/schema/index.ts";

/**
 * A session by its token's hash with all that says who acts: the person, their second factor, and their membership. The
 * session's party is a wish: without it, or once removed from it, the person acts for the party joined last.
 */
export async function findSession(db: Db | Tx, tokenHash: string) {
  const membership = db
    .select({ partyId: members.partyId, role: members.role })
    .from(members)
    .where(and(eq(members.userId, sessions.userId), isNull(members.removedAt)))
    .orderBy(sql`(${members.partyId} = ${sessions.partyId}) desc nulls last`, desc(members.createdAt), members.id)
    .limit(1)
    .as("membership");
  const [row] = await db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      secondFactorAt: sessions.secondFactorAt,
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      staffRole: users.staffRole,
      disabledAt: users.disabledAt,
      enrolled: sql<boolean>`${secondFactors.confirmedAt} is not null`,
      partyId: membership.partyId,
      role: membership.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoinLateral(membership, sql`true`)
    .where(eq(sessions.tokenHash, tokenHash));
  return row ?? null;
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** A person's sessions that were not ended, last used first; which of them still live is for `sessionLives` to say. */
export function openSessions(db: Db | Tx, userId: string, now: Date) {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      secondFactorAt: sessions.secondFactorAt,
      address: sessions.address,
      browser: sessions.browser,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt));
}

/** From where and with what a person signed in before, newest first. */
export function earlierSignIns(db: Db | Tx, userId: string) {
  return db
    .select({ address: sessions.address, browser: sessions.browser })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.createdAt))
    .limit(50);
}
