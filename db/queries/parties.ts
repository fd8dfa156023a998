import "server-only";

import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { members, parties, requisitesVersions, users } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";

const own = (actor: Actor) => (actor.kind === "customer" ? eq(parties.id, actor.partyId) : undefined);

export async function findParty(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx
    .select()
    .from(parties)
    .where(and(eq(parties.id, id), own(actor)));
  if (!row) return null;
  const { kind, actChannel, paperLanguage, ...rest } = row;
  return {
    ...rest,
    kind: kind as PartyKind,
    actChannel: actChannel as "edi" | "post",
    paperLanguage: paperLanguage as PaperLanguage,
  };
}

/** The one party with this УНП; null where there is none, or where two share it and a person has to say which. */
export async function partyByUnp(tx: Tx, unp: string): Promise<{ id: string; name: string } | null> {
  const found = await tx
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(eq(parties.unp, unp.toUpperCase()))
    .limit(2);
  return found.length === 1 ? found[0]! : null;
}

/** All versions of a party's requisites, newest first: valid from, entered on, by whom. */
export function requisitesHistory(tx: Tx, partyId: string) {
  return tx
    .select()
    .from(requisitesVersions)
    .where(eq(requisitesVersions.partyId, partyId))
    .orderBy(desc(requisitesVersions.version));
}

/** The people of a party with their roles. */
export function membersOf(tx: Tx, partyId: string) {
  return tx
    .select({
      id: members.id,
      userId: members.userId,
      role: members.role,
      since: members.createdAt,
      name: users.name,
      email: users.email,
      locale: users.locale,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.partyId, partyId), isNull(members.removedAt)))
    .orderBy(members.createdAt);
}
