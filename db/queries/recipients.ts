import "server-only";

import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { members, oneTimeLinks, users } from "#/db/schema/index.ts";
import type { CustomerRole, StaffRole } from "#/lib/access/actor.ts";
import { type Choices, NO_CHOICES } from "#/lib/mail/choices.ts";
import { choicesOfParty } from "./notice-choices.ts";

export type Recipient = { key: string; address: string; locale: string };

const person = { key: users.id, address: users.email, locale: users.locale };

/** A member of a party with what they chose to be told of, and how. */
export type MemberToTell = Recipient & { role: CustomerRole; choices: Choices };

/** All people of a party who may be told of it, in the order that they joined. For jobs only. */
export async function membersToTell(tx: Tx, partyId: string): Promise<MemberToTell[]> {
  const people = await tx
    .select({ ...person, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.partyId, partyId), isNull(members.removedAt), isNull(users.disabledAt)))
    .orderBy(asc(members.createdAt), asc(users.id));
  const choices = await choicesOfParty(tx, partyId);
  return people.map(({ role, ...one }) => ({
    ...one,
    role: role as CustomerRole,
    choices: choices.get(one.key) ?? NO_CHOICES,
  }));
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
