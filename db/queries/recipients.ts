import "server-only";

import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { members, oneTimeLinks, users } from "#/db/schema/index.ts";
import type { CustomerRole, StaffRole } from "#/lib/access/actor.ts";

export type Recipient = { key: string; address: string; locale: string };

const person = { key: users.id, address: users.email, locale: users.locale };

/** A party's people in these roles. For jobs only. */
export function membersToTell(tx: Tx, partyId: string, roles: readonly CustomerRole[]): Promise<Recipient[]> {
  return tx
    .select(person)
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(
      and(
        eq(members.partyId, partyId),
        isNull(members.removedAt),
        isNull(users.disabledAt),
        inArray(members.role, [...roles]),
      ),
    )
    .orderBy(asc(members.createdAt), asc(users.id));
}

/** The seller's people in these roles. */
export function staffToTell(tx: Tx, roles: readonly StaffRole[]): Promise<Recipient[]> {
  return tx
    .select(person)
    .from(users)
    .where(and(inArray(users.staffRole, [...roles]), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id));
}

export async function userToTell(tx: Tx, userId: string): Promise<Recipient | null> {
  const [row] = await tx.select(person).from(users).where(eq(users.id, userId));
  return row ?? null;
}

/** What a one-time link is for; null for one that is spent or gone. */
export async function openLink(tx: Tx, id: string): Promise<{ purpose: string } | null> {
  const [row] = await tx
    .select({ purpose: oneTimeLinks.purpose })
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.id, id), isNull(oneTimeLinks.usedAt)));
  return row ?? null;
}
