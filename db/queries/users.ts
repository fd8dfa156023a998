import "server-only";

import { and, count, eq, isNotNull, isNull, sql } from "drizzle-orm";

import type { Db, Tx } from "#/db/client.ts";
import { oneTimeLinks, recoveryCodes, secondFactors, users } from "#/db/schema/index.ts";

export type UserRow = typeof users.$inferSelect;
export type LinkRow = typeof oneTimeLinks.$inferSelect;
export type SecondFactorRow = typeof secondFactors.$inferSelect;

/** Addresses differ by more than capital letters (unique index on lower(email)). */
export async function userByEmail(db: Db | Tx, email: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(sql`lower(${users.email}) = lower(${email})`);
  return row ?? null;
}

export async function userById(db: Db | Tx, id: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ?? null;
}

/** Takes the person's row for this transaction: writers of one account, and of its evidence chain, go one after another. */
export async function lockUser(tx: Tx, id: string): Promise<UserRow | null> {
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for("update");
  return row ?? null;
}

export async function secondFactorOf(db: Db | Tx, userId: string): Promise<SecondFactorRow | null> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return row ?? null;
}

export async function recoveryCodesLeft(db: Db | Tx, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Looks at a one-time link without using it up: whoever knows the token may. */
export async function linkByHash(db: Db | Tx, tokenHash: string): Promise<LinkRow | null> {
  const [row] = await db.select().from(oneTimeLinks).where(eq(oneTimeLinks.tokenHash, tokenHash));
  return row ?? null;
}

/** Staff with their second factor, by role: for the demonstration's page of codes only. */
export function staffFactors(db: Db | Tx) {
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.staffRole,
      secret: secondFactors.secret,
    })
    .from(users)
    .innerJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(isNotNull(users.staffRole))
    .orderBy(users.email);
}
