import "server-only";

import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { members, parties } from "#/db/schema/index.ts";
import type { CustomerActor, CustomerRole } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

export type MemberRow = { id: string; userId: string; role: CustomerRole };
type Who = { actor: CustomerActor; origin: Origin; now: Date };

/**
 * The people of the actor's party, oldest first. Takes the party's row, so that changes of its people go one after another and
 * the last owner cannot be lost between two of them.
 */
export async function lockMembers(tx: Tx, actor: CustomerActor): Promise<MemberRow[]> {
  await tx.select({ id: parties.id }).from(parties).where(eq(parties.id, actor.partyId)).for("update");
  const rows = await tx
    .select({ id: members.id, userId: members.userId, role: members.role })
    .from(members)
    .where(and(eq(members.partyId, actor.partyId), isNull(members.removedAt)))
    .orderBy(members.createdAt);
  return rows as MemberRow[];
}

export async function changeRole(tx: Tx, who: Who, member: MemberRow, role: CustomerRole): Promise<void> {
  await tx.update(members).set({ role }).where(ownMember(who.actor, member.id));
  await recordPeople(tx, who, "change-member-role", { userId: member.userId, from: member.role, to: role });
}

/** Nothing is deleted: the membership keeps the day it ended, and the person's entries in the log keep their name. */
export async function removeMember(tx: Tx, who: Who, member: MemberRow): Promise<void> {
  await tx.update(members).set({ removedAt: who.now }).where(ownMember(who.actor, member.id));
  await recordPeople(tx, who, "remove-member", { userId: member.userId, role: member.role });
}

/** A person with an account joins at once. */
export async function addMember(tx: Tx, who: Who, userId: string, role: CustomerRole): Promise<void> {
  const { partyId } = who.actor;
  await tx.insert(members).values({ id: crypto.randomUUID(), userId, partyId, role, createdAt: who.now });
  await recordPeople(tx, who, "add-member", { userId, role });
}

export const recordPeople = (tx: Tx, { actor, origin, now }: Who, step: string, data: Record<string, unknown>) =>
  record(tx, actor, origin, now, { chain: `party:${actor.partyId}`, partyId: actor.partyId, step, data });

/** True where the person is a member of the party now. */
export async function isMember(tx: Tx, userId: string, partyId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.userId, userId), eq(members.partyId, partyId), isNull(members.removedAt)));
  return row !== undefined;
}

const ownMember = (actor: CustomerActor, id: string) => and(eq(members.id, id), eq(members.partyId, actor.partyId));

/** The people of this person's parties stay as they are until the transaction ends. For the house. */
export async function lockPartiesOf(tx: Tx, userId: string): Promise<void> {
  const theirs = tx.select({ id: members.partyId }).from(members).where(eq(members.userId, userId));
  await tx
    .select({ id: parties.id })
    .from(parties)
    .where(inArray(parties.id, theirs))
    .orderBy(parties.id)
    .for("update");
}

/** The owner is gone and a lawyer named this member. For the house; the caller records it. */
export async function giveOwnership(tx: Tx, memberId: string): Promise<void> {
  await tx.update(members).set({ role: "owner" }).where(eq(members.id, memberId));
}
