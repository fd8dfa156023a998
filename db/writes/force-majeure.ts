import "server-only";

import type { Tx } from "#/db/client.ts";
import { contractsUnder } from "#/db/queries/force-majeure.ts";
import { forceMajeureCases, forceMajeureContracts, forceMajeureEnds } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import type { NewCase } from "#/lib/contract/steps/force-majeure.ts";
import { type Origin, record } from "./evidence.ts";
import { tell } from "./outbox.ts";

type Who = {
  actor: Extract<Actor, { kind: "customer" | "staff" }>;
  origin: Origin;
  now: Date;
  /** The word of the customer whose case staff write down; it is the customer's case all the same. */
  onBehalf?: OnBehalf | undefined;
};
type Declaration = NewCase & {
  scope: "all" | "listed";
  contracts: { id: string; partyId: string }[];
  fileId: string | null;
};

/** A declared case with its own chain of evidence; every contract that it touches is recounted by the worker, as follow-up work. */
export async function insertCase(
  tx: Tx,
  id: string,
  declared: Declaration,
  { actor, origin, now, onBehalf }: Who,
): Promise<void> {
  const { contracts, ...told } = declared;
  const whose = onBehalf ? contracts[0]?.partyId : undefined;
  const partyId = actor.kind === "customer" ? actor.partyId : (whose ?? null);
  const declaredBy = partyId ? "customer" : "seller";
  await tx
    .insert(forceMajeureCases)
    .values({ id, ...told, declaredBy, partyId, declaredAt: now, declarer: actor.userId });
  if (contracts.length > 0)
    await tx
      .insert(forceMajeureContracts)
      .values(contracts.map((one) => ({ caseId: id, contractId: one.id, partyId: one.partyId })));
  const { description: reason, ...data } = told;
  await record(tx, actor, origin, now, {
    ...{ chain: `force-majeure:${id}`, partyId, step: "force-majeure-declared", clause: "5.3", reason },
    ...(onBehalf ? { onBehalfOf: `party:${partyId}`, contractId: contracts[0]?.id ?? null } : {}),
    data: { ...data, declaredBy, contracts: contracts.map((one) => one.id), ...(onBehalf ? { onBehalf } : {}) },
  });
  await tellContracts(tx, now, { id, from: told.from, scope: told.scope }, "declare");
}

/** The end of a case; false when it has one already. */
export async function insertEnd(
  tx: Tx,
  one: { id: string; from: Day; scope: string; partyId: string | null },
  { endedOn, reason }: { endedOn: Day; reason: string },
  { actor, origin, now, onBehalf }: Who,
): Promise<boolean> {
  const row = { caseId: one.id, endedOn, endedAt: now, endedBy: actor.userId, reason };
  const stored = await tx.insert(forceMajeureEnds).values(row).onConflictDoNothing().returning();
  if (stored.length === 0) return false;
  await record(tx, actor, origin, now, {
    ...{ chain: `force-majeure:${one.id}`, partyId: one.partyId, step: "force-majeure-ended", clause: "5.3", reason },
    onBehalfOf: onBehalf ? `party:${one.partyId}` : null,
    data: { endedOn, ...(onBehalf ? { onBehalf } : {}) },
  });
  await tellContracts(tx, now, one, "end");
  return true;
}

async function tellContracts(
  tx: Tx,
  now: Date,
  one: { id: string; from: Day; scope: string },
  phase: "declare" | "end",
) {
  const ids = await contractsUnder(tx, one);
  for (let at = 0; at < ids.length; at += 1000)
    await tell(
      tx,
      now,
      ...ids.slice(at, at + 1000).map((contractId) => ({
        topic: "force-majeure" as const,
        payload: { caseId: one.id, contractId, phase },
      })),
    );
}
