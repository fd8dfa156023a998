import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { members, parties, requisitesVersions, sessions } from "#/db/schema/index.ts";
import type { Actor, PersonActor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { actChannelFor } from "#/lib/contract/steps/register-party.ts";
import { displayName, type Requisites } from "#/lib/requisites/requisites.ts";
import { type Origin, record } from "./evidence.ts";
import { tell } from "./outbox.ts";

/** A new party with version 1 of its requisites and its founder as owner. */
export async function insertParty(
  tx: Tx,
  {
    id,
    requisites,
    founder,
    now,
    origin,
  }: { id: string; requisites: Requisites; founder: PersonActor; now: Date; origin: Origin },
): Promise<void> {
  await tx.insert(parties).values({
    id,
    kind: requisites.kind,
    name: displayName(requisites),
    unp: requisites.unp,
    iban: requisites.iban,
    actChannel: actChannelFor(requisites),
    createdAt: now,
  });
  await insertVersion(tx, { partyId: id, version: 1, requisites, validFrom: dayInMinsk(now), actor: founder, now });
  await tx
    .insert(members)
    .values({ id: crypto.randomUUID(), userId: founder.userId, partyId: id, role: "owner", createdAt: now });
  await record(tx, founder, origin, now, {
    chain: `party:${id}`,
    partyId: id,
    step: "register-party",
    clause: "7.1",
    data: { kind: requisites.kind, version: 1 },
  });
}

type RequisitesChange = {
  requisites: Requisites;
  validFrom: Day;
  late: boolean;
  onBehalf?: OnBehalf | undefined;
  actor: Actor;
  now: Date;
  origin: Origin;
};

/** The next version of a party's requisites (7.1); null when somebody changed the party first. Issued papers keep theirs. */
export async function updateRequisites(
  tx: Tx,
  party: { id: string; version: number; requisitesVersion: number; actChannel: "edi" | "post" },
  change: RequisitesChange,
): Promise<number | null> {
  const { requisites, validFrom, late, onBehalf, actor, now, origin } = change;
  const version = party.requisitesVersion + 1;
  const [moved] = await tx
    .update(parties)
    .set({
      name: displayName(requisites),
      unp: requisites.unp,
      iban: requisites.iban,
      version: party.version + 1,
      requisitesVersion: version,
    })
    .where(and(eq(parties.id, party.id), eq(parties.version, party.version)))
    .returning({ id: parties.id });
  if (!moved) return null;
  await insertVersion(tx, { partyId: party.id, version, requisites, validFrom, actor, now });
  const seq = await record(tx, actor, origin, now, {
    chain: `party:${party.id}`,
    partyId: party.id,
    step: "update-requisites",
    clause: "7.1",
    onBehalfOf: onBehalf ? `party:${party.id}` : null,
    data: { version, validFrom, late, ...(onBehalf ? { onBehalf } : {}) },
  });
  // Its own change the customer has seen; one that the house wrote down is told, so that it can be objected to.
  if (onBehalf) await tell(tx, now, { topic: "requisites-by-hand", payload: { partyId: party.id, seq } });
  return version;
}

/** The party that this session acts for from now on; who is no member of it gets nothing by it. */
export async function chooseParty(tx: Tx, sessionId: string, partyId: string): Promise<void> {
  await tx.update(sessions).set({ partyId }).where(eq(sessions.id, sessionId));
}

async function insertVersion(
  tx: Tx,
  row: { partyId: string; version: number; requisites: Requisites; validFrom: Day; actor: Actor; now: Date },
) {
  const { actor, now, ...version } = row;
  await tx.insert(requisitesVersions).values({
    id: crypto.randomUUID(),
    enteredAt: now,
    enteredBy: actor.kind === "system" ? `job:${actor.job}` : actor.userId,
    ...version,
  });
}
