import "server-only";

import { asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import {
  calendarFeeds,
  contracts,
  evidence,
  members,
  notices,
  parties,
  requisitesVersions,
  sessions,
  users,
} from "#/db/schema/index.ts";
import { lettersTo, requestsOf } from "./privacy.ts";

type Letter = { createdAt: string; toAddress: string; subject: string; status: string };

/** Everything that the house holds about one person, as plain data for themselves (99-З, art. 11). Secrets and their hashes stay. */
export async function personalData(tx: Tx, userId: string) {
  const [account] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      createdAt: users.createdAt,
      emailConfirmedAt: users.emailConfirmedAt,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (!account) return null;
  const { createdAt, lastSeenAt, expiresAt, revokedAt, address, browser } = sessions;
  return {
    account,
    sessions: await tx
      .select({ createdAt, lastSeenAt, expiresAt, revokedAt, address, browser })
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .orderBy(desc(createdAt)),
    memberships: await tx
      .select({
        partyId: parties.id,
        party: parties.name,
        kind: parties.kind,
        role: members.role,
        since: members.createdAt,
        until: members.removedAt,
      })
      .from(members)
      .innerJoin(parties, eq(parties.id, members.partyId))
      .where(eq(members.userId, userId))
      .orderBy(asc(members.createdAt)),
    ...(await ownCards(tx, userId)),
    letters: [
      ...(await tx.execute<Letter>(sql`
        select created_at as "createdAt", to_address as "toAddress", subject, status from mails m
        where ${lettersTo(userId)} order by m.created_at desc, m.id`)),
    ],
    notices: await tx
      .select({ createdAt: notices.createdAt, title: notices.title, text: notices.text, readAt: notices.readAt })
      .from(notices)
      .where(eq(notices.userId, userId))
      .orderBy(desc(notices.createdAt)),
    calendarFeeds: await tx
      .select({
        createdAt: calendarFeeds.createdAt,
        revokedAt: calendarFeeds.revokedAt,
        partyId: calendarFeeds.partyId,
      })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.userId, userId))
      .orderBy(desc(calendarFeeds.createdAt)),
    actions: await tx
      .select({
        at: evidence.at,
        step: evidence.step,
        chain: evidence.chain,
        address: evidence.address,
        browser: evidence.browser,
      })
      .from(evidence)
      .where(eq(evidence.actorId, userId))
      .orderBy(asc(evidence.id)),
    requests: await requestsOf(tx, userId),
  };
}

/** The parties that are this person, with all versions of their requisites and their contracts. A firm's are the firm's. */
async function ownCards(tx: Tx, userId: string) {
  const own = sql`${parties.kind} = 'individual' and exists (select 1 from members m where m.party_id = ${parties.id}
    and m.user_id = ${userId} and m.role = 'owner' and m.removed_at is null)`;
  const { partyId, version, validFrom, enteredAt, requisites } = requisitesVersions;
  return {
    requisites: await tx
      .select({ partyId, version, validFrom, enteredAt, requisites })
      .from(requisitesVersions)
      .innerJoin(parties, eq(parties.id, partyId))
      .where(own)
      .orderBy(asc(partyId), asc(version)),
    contracts: await tx
      .select({ id: contracts.id, stage: contracts.stage, placedAt: contracts.placedAt, total: contracts.total })
      .from(contracts)
      .innerJoin(parties, eq(parties.id, contracts.partyId))
      .where(own)
      .orderBy(asc(contracts.placedAt)),
  };
}
