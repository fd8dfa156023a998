import "server-only";

import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import type { LinkRow, UserRow } from "#/db/queries/users.ts";
import { oneTimeLinks, recoveryCodes, secondFactors, users } from "#/db/schema/index.ts";
import type { LinkPurpose } from "#/lib/auth/link.ts";

type NewUser = Pick<UserRow, "id" | "email" | "name" | "locale" | "createdAt"> &
  Partial<Pick<UserRow, "passwordHash" | "staffRole" | "emailConfirmedAt">>;

/** False where the address is taken, by whichever of two came first. */
export async function addUser(tx: Db | Tx, user: NewUser): Promise<boolean> {
  const added = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  return added.length > 0;
}

type UserChange = Partial<
  Pick<UserRow, "name" | "locale" | "passwordHash" | "emailConfirmedAt" | "staffRole" | "disabledAt">
>;

export async function changeUser(tx: Db | Tx, id: string, set: UserChange): Promise<void> {
  await tx.update(users).set(set).where(eq(users.id, id));
}

type NewLink = Pick<LinkRow, "id" | "tokenHash" | "purpose" | "userId" | "payload" | "createdAt" | "expiresAt">;

export async function addLink(tx: Db | Tx, link: NewLink & { purpose: LinkPurpose }): Promise<void> {
  await tx.insert(oneTimeLinks).values(link);
}

/** Uses a link up; null for a used, expired, unknown one and one of another purpose. Of many at once one gets it. */
export async function spendLink(
  tx: Tx,
  tokenHash: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<LinkRow | null> {
  const [link] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(
      and(
        eq(oneTimeLinks.tokenHash, tokenHash),
        inArray(oneTimeLinks.purpose, [...purposes]),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, now),
      ),
    )
    .returning();
  return link ?? null;
}

/** Links of one purpose that a person still has are of no more use: one was used, or the password has changed. */
export async function closeLinks(tx: Tx, userId: string, purposes: readonly LinkPurpose[], now: Date): Promise<void> {
  await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(
      and(eq(oneTimeLinks.userId, userId), inArray(oneTimeLinks.purpose, [...purposes]), isNull(oneTimeLinks.usedAt)),
    );
}

/** Switches the second factor on with its first accepted step; the codes replace whatever codes there were. */
export async function confirmSecondFactor(
  tx: Tx,
  factor: { userId: string; secret: string; lastStep: number; codeHashes: readonly string[] },
  now: Date,
): Promise<void> {
  const { userId, secret, lastStep, codeHashes } = factor;
  await removeSecondFactor(tx, userId);
  await tx.insert(secondFactors).values({ userId, secret, lastStep, confirmedAt: now });
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ id: crypto.randomUUID(), userId, codeHash })));
}

export async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
}

/** Keeps the step of an accepted code; false where the same or a later step was accepted meanwhile. */
export async function spendStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const kept = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        sql`${secondFactors.confirmedAt} is not null`,
        or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step)),
      ),
    )
    .returning({ userId: secondFactors.userId });
  return kept.length > 0;
}

/** Uses a recovery code up; false for a wrong and a used one. */
export async function spendRecoveryCode(tx: Tx, userId: string, codeHash: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}
