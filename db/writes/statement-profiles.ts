import "server-only";

import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { statementProfiles, statementReadings } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { toDecimal } from "#/lib/money/kopecks.ts";
import type { TableMapping } from "#/lib/statement/table/mapping.ts";
import type { TypedBalances } from "#/lib/statement/table/read-table.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type Wanted = { name: string; fingerprint: string; mapping: TableMapping };

const alive = isNull(statementProfiles.removedAt);

/** Another profile in use that has the name already, or reads the same headings of the same account. */
export async function profileInTheWay(tx: Tx, { name, fingerprint, mapping }: Wanted, but: string | undefined) {
  const same = and(eq(statementProfiles.fingerprint, fingerprint), eq(statementProfiles.account, mapping.account));
  const [row] = await tx
    .select({ name: statementProfiles.name })
    .from(statementProfiles)
    .where(
      and(
        alive,
        or(eq(statementProfiles.name, name), same),
        but === undefined ? undefined : ne(statementProfiles.id, but),
      ),
    )
    .limit(1);
  return row?.name ?? null;
}

/** A new profile, or the next version of one; null where somebody saved or removed it meanwhile. */
export async function saveProfile(
  tx: Tx,
  wanted: Wanted,
  was: { id: string; version: number } | null,
  who: Who,
): Promise<string | null> {
  const values = {
    ...wanted,
    account: wanted.mapping.account,
    version: (was?.version ?? 0) + 1,
    changedAt: who.now,
    changedBy: actorRef(who.actor).id,
  };
  const id = was?.id ?? crypto.randomUUID();
  if (was) {
    const saved = await tx
      .update(statementProfiles)
      .set(values)
      .where(and(eq(statementProfiles.id, id), eq(statementProfiles.version, was.version), alive))
      .returning({ id: statementProfiles.id });
    if (saved.length === 0) return null;
  } else await tx.insert(statementProfiles).values({ id, ...values });
  await record(tx, who.actor, who.origin, who.now, {
    chain: `statement-profile:${id}`,
    step: "save-statement-profile",
    data: { profileId: id, ...wanted },
  });
  return id;
}

/** Out of use from now on; what it has read stays readable. False where somebody was first. */
export async function removeProfile(tx: Tx, was: { id: string; version: number }, who: Who): Promise<boolean> {
  const removed = await tx
    .update(statementProfiles)
    .set({ version: was.version + 1, removedAt: who.now, removedBy: actorRef(who.actor).id })
    .where(and(eq(statementProfiles.id, was.id), eq(statementProfiles.version, was.version), alive))
    .returning({ id: statementProfiles.id });
  if (removed.length === 0) return false;
  await record(tx, who.actor, who.origin, who.now, {
    chain: `statement-profile:${was.id}`,
    step: "remove-statement-profile",
    data: { profileId: was.id },
  });
  return true;
}

/** What a person says of one table: who reads it, and the balances that it does not print. Said anew, it counts anew. */
export async function keepReading(
  tx: Tx,
  said: { fileId: string; profileId: string; balances: TypedBalances | null },
  who: Who,
): Promise<void> {
  const { fileId, profileId, balances } = said;
  const values = {
    ...{ profileId, opening: balances?.opening ?? null, closing: balances?.closing ?? null },
    ...{ saidAt: who.now, saidBy: actorRef(who.actor).id },
  };
  await tx
    .insert(statementReadings)
    .values({ fileId, ...values })
    .onConflictDoUpdate({ target: statementReadings.fileId, set: values });
  await record(tx, who.actor, who.origin, who.now, {
    chain: `file:${fileId}`,
    step: "read-statement-table",
    clause: "3.4",
    data: { fileId, profileId, balances: balances && [toDecimal(balances.opening), toDecimal(balances.closing)] },
  });
}
