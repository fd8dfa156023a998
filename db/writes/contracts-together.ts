import "server-only";

import { sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { allocations, contracts, invoices, payments } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { recordedChange } from "#/lib/contract/as-of-record.ts";
import type { Contract, ContractChange } from "#/lib/contract/contract.ts";
import { ofAllocation } from "#/lib/ledger/ledger.ts";
import { type Origin, recordMany } from "./evidence.ts";
import { post } from "./ledger.ts";
import { insertMany, updateMany } from "./many.ts";
import { tell } from "./outbox.ts";

/** A decided change of money with who takes it, the contract before it and the contract after it. */
export type Move = { actor: Actor; before: Contract; change: ContractChange; after: Contract };

/**
 * Stores moves of many contracts as so many calls of `saveContractChange` would, in a dozen statements: the same rows, the same
 * entries of evidence in the same order. The contracts are locked by the caller. Throws where one moved all the same.
 */
export async function saveMoneyMoves(
  tx: Tx,
  moves: readonly Move[],
  who: { origin: Origin; now: Date },
): Promise<void> {
  if (moves.length === 0) return;
  const { origin, now } = who;
  const put = moves.flatMap(({ actor, before: { id, partyId }, change }) =>
    (change.allocations ?? []).map((row) => ({
      ...{ id: crypto.randomUUID(), contractId: id, partyId, at: now, by: actorRef(actor).id },
      ...row,
    })),
  );
  await moveContracts(tx, moves);
  await insertMany(
    tx,
    allocations,
    put.map(({ reversesId = null, ...row }) => ({ ...row, reversesId })),
  );
  await updateMany(
    tx,
    invoices,
    moves.flatMap(({ change }) => (change.invoices ?? []).map(({ id, set }) => ({ where: { id }, set }))),
  );
  const day = dayInMinsk(now);
  for (const [by, rows] of Map.groupBy(put, (row) => row.by))
    await post(
      tx,
      { actor: moves.find(({ actor }) => actorRef(actor).id === by)!.actor, now },
      rows.map(({ id, amount, partyId, contractId }) => ofAllocation({ id, amount, day, partyId, contractId })),
    );
  await settlePayments(tx, put);
  const seqs = await recordMany(
    tx,
    origin,
    now,
    moves.map(({ actor, before, change }) => ({
      actor,
      input: {
        chain: `contract:${before.id}`,
        contractId: before.id,
        partyId: before.partyId,
        step: change.event.step,
        clause: change.event.clause,
        reason: change.event.reason ?? null,
        data: { ...change.event.data, changes: recordedChange(before, change, {}) },
      },
    })),
  );
  await tell(
    tx,
    now,
    ...moves.map(({ before, change }, at) => ({
      topic: "contract-event" as const,
      payload: { contractId: before.id, step: change.event.step, seq: seqs[at]! },
    })),
  );
}

/** Each contract once, from the version that was read to the last of its moves. */
async function moveContracts(tx: Tx, moves: readonly Move[]) {
  const whole = new Map<string, { was: number; set: Partial<typeof contracts.$inferInsert> }>();
  for (const { before, change, after } of moves) {
    const { was, set } = whole.get(before.id) ?? { was: before.version, set: {} };
    const { stage, act, version } = after;
    whole.set(before.id, { was, set: { ...set, ...change.set, stage, act, version } });
  }
  const rows = [...whole].map(([id, { was, set }]) => ({ where: { id, version: was }, set }));
  if ((await updateMany(tx, contracts, rows)) !== rows.length) throw new Error("a locked contract moved");
}

/** A payment belongs to the first party that it was allocated for; with nothing left it is done. */
async function settlePayments(tx: Tx, put: readonly { paymentId: string; partyId: string }[]) {
  const asked = JSON.stringify(put.map(({ paymentId, partyId }) => ({ id: paymentId, party: partyId })));
  await tx.execute(
    sql`update ${payments} p set party_id = coalesce(p.party_id, v.party),
        state = case when p.allocated = p.amount then 'allocated' when p.allocated = 0 then 'unidentified' else 'balance' end
      from (select distinct on (id) id, party from json_to_recordset(${asked}::text::json) as x (id uuid, party uuid)) v
      where p.id = v.id`,
  );
}
