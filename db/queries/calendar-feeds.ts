import "server-only";

import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { calendarFeeds, contracts, members, users } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { findContract, ownContracts } from "./contracts.ts";

/** Whose feed an address is; null for one that is revoked, unknown, or of somebody who is a member no longer. For jobs only. */
export async function feedByToken(tx: Tx, tokenHash: string) {
  const [row] = await tx
    .select({ partyId: calendarFeeds.partyId, userId: calendarFeeds.userId, locale: users.locale })
    .from(calendarFeeds)
    .innerJoin(users, and(eq(users.id, calendarFeeds.userId), isNull(users.disabledAt)))
    .innerJoin(
      members,
      and(
        eq(members.userId, calendarFeeds.userId),
        eq(members.partyId, calendarFeeds.partyId),
        isNull(members.removedAt),
      ),
    )
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAt)));
  return row ?? null;
}

/** The person's own feed of this party. */
export async function ownFeed(tx: Tx, actor: { userId: string; partyId: string }) {
  const [row] = await tx
    .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(
      and(
        eq(calendarFeeds.userId, actor.userId),
        eq(calendarFeeds.partyId, actor.partyId),
        isNull(calendarFeeds.revokedAt),
      ),
    );
  return row ?? null;
}

/** More open contracts than this at once are no customer of a shop. */
const MOST = 200;

/** The party's contracts with a date ahead: an invoice to pay, access to come, an act to answer, a period that runs. */
export async function contractsAhead(tx: Tx, actor: Actor, today: Day): Promise<Contract[]> {
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        ownContracts(actor),
        or(
          inArray(contracts.stage, ["invoiced", "concluded"]),
          inArray(contracts.act, ["sent", "received"]),
          gte(contracts.endsOn, today),
        ),
      ),
    )
    .orderBy(contracts.placedAt, contracts.id)
    .limit(MOST);
  const found: Contract[] = [];
  for (const { id } of rows) {
    const contract = await findContract(tx, actor, id);
    if (contract) found.push(contract);
  }
  return found;
}
