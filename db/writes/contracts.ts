import "server-only";

import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { lockRefund } from "#/db/queries/refunds.ts";
import {
  acts,
  allocations,
  contractLines,
  contracts,
  editionRefusals,
  invoices,
  payments,
  subscriptions,
} from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { made, type Recorded, recordedChange } from "#/lib/contract/as-of-record.ts";
import type { Contract, ContractChange, ContractEvent, NewAct, NewInvoice } from "#/lib/contract/contract.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import type { NewOrder } from "#/lib/contract/steps/place-order.ts";
import { ofAct, ofAllocation } from "#/lib/ledger/ledger.ts";
import { type Origin, record } from "./evidence.ts";
import { post } from "./ledger.ts";
import { takeNumber } from "./numbers.ts";
import { tell } from "./outbox.ts";
import { insertRefund, tellOfRefund, withdraw } from "./refunds.ts";

type Who = {
  actor: Actor;
  origin: Origin;
  now: Date;
  /** The customer's word that a person of the house acts on. */
  onBehalf?: OnBehalf | null | undefined;
};
/** What was stored besides the change itself: the numbers that the documents were given. */
export type Stored = { invoiceId?: string; invoiceNumber?: string; actId?: string; actNumber?: string };

/** A new order, its evidence and its follow-up work. */
export async function insertOrder(tx: Tx, id: string, partyId: string, order: NewOrder, who: Who): Promise<void> {
  const { lines, event, ...head } = order;
  await tx
    .insert(contracts)
    .values({ id, partyId, stage: "ordered", placedAt: who.now, placedBy: placedBy(who.actor), ...head });
  const placed = lines.map((line) => ({ id: crypto.randomUUID(), contractId: id, partyId, ...line }));
  await tx.insert(contractLines).values(placed);
  const changes = [
    made("contract", id, { stage: "ordered", act: "none", version: 1, ...head }),
    ...placed.map(({ id: lineId, contractId: _of, partyId: _whose, ...line }) => made("line", lineId, line)),
  ];
  await recordContract(tx, { id, partyId }, event, {}, changes, who);
}

/** Stores a decided change with its history and its follow-up work; null when somebody moved the contract first. */
export async function saveContractChange(
  tx: Tx,
  contract: Contract,
  change: ContractChange,
  who: Who,
): Promise<Stored | null> {
  const [moved] = await tx
    .update(contracts)
    .set({ ...change.set, stage: change.stage, act: change.act, version: contract.version + 1 })
    .where(and(eq(contracts.id, contract.id), eq(contracts.version, contract.version)))
    .returning({ id: contracts.id });
  if (!moved) return null;

  for (const { id, set } of change.lines ?? []) await tx.update(contractLines).set(set).where(eq(contractLines.id, id));
  for (const { id, set } of change.invoices ?? []) await tx.update(invoices).set(set).where(eq(invoices.id, id));
  for (const { id, set } of change.acts ?? []) await tx.update(acts).set(set).where(eq(acts.id, id));
  await post(tx, who, earnedBy(contract, change));
  for (const row of change.allocations ?? []) {
    const id = crypto.randomUUID();
    await tx.insert(allocations).values({
      id,
      contractId: contract.id,
      partyId: contract.partyId,
      at: who.now,
      by: placedBy(who.actor),
      ...row,
    });
    const { partyId } = contract;
    const day = dayInMinsk(who.now);
    await post(tx, who, [ofAllocation({ id, amount: row.amount, day, partyId, contractId: contract.id })]);
    await settlePayment(tx, row.paymentId, contract.partyId);
  }
  for (const row of change.returns ?? []) {
    const id = await insertRefund(
      tx,
      { ...row, contractId: contract.id, partyId: contract.partyId, account: null },
      who,
    );
    await tellOfRefund(tx, id, "return-payment", 0, who.now);
  }
  for (const row of change.kept ?? []) await keepReturn(tx, row, who);
  for (const { lineId, portal, from, to } of change.subscriptions ?? [])
    await tx.insert(subscriptions).values({
      id: crypto.randomUUID(),
      contractId: contract.id,
      lineId,
      partyId: contract.partyId,
      portal,
      period: `[${from},${addDays(to, 1)})`,
    });
  for (const { lineId, from, to } of change.correctedAccess ?? [])
    await tx
      .update(subscriptions)
      .set({ period: `[${from},${addDays(to, 1)})` })
      .where(eq(subscriptions.lineId, lineId));
  if (change.refusesEdition) await refuseEdition(tx, contract, change.refusesEdition, who);
  if (change.answersRefusal) await answerRefusal(tx, contract, change.answersRefusal, who);
  if (change.accessEndsOn)
    await tx
      .update(subscriptions)
      .set({ period: sql`${subscriptions.period} * daterange(null, ${addDays(change.accessEndsOn, 1)}::date)` })
      .where(eq(subscriptions.contractId, contract.id));
  const stored: Stored = {
    ...(change.newInvoice ? await insertInvoice(tx, contract, change.newInvoice, who.now) : {}),
    ...(change.newAct ? await insertAct(tx, contract, change.newAct, who.now) : {}),
  };
  await recordContract(tx, contract, change.event, stored, recordedChange(contract, change, stored), who);
  return stored;
}

/** 3.6–3.8: what an act earned on the day on which it was signed or silence accepted it. */
function earnedBy({ id: contractId, partyId, acts: known }: Contract, { acts: changed = [] }: ContractChange) {
  return changed.flatMap(({ id, set }) => {
    const day = set.status === "signed" ? set.signedOn : set.status === "deemed" ? set.deemedOn : null;
    const act = known.find((one) => one.id === id);
    if (!day || !act) return [];
    const { lines, vat } = act.frozen;
    return ofAct({ id, day, partyId, contractId, amounts: lines.map(({ amount }) => BigInt(amount)), vat });
  });
}

async function insertInvoice(tx: Tx, contract: Contract, invoice: NewInvoice, now: Date): Promise<Stored> {
  const id = crypto.randomUUID();
  const given = await takeNumber(tx, "invoice", invoice.issuedOn);
  await tx.insert(invoices).values({
    id,
    contractId: contract.id,
    partyId: contract.partyId,
    status: "live",
    issuedAt: now,
    ...given,
    ...invoice,
  });
  await tell(tx, now, { topic: "draw-paper", payload: { kind: "invoice", documentId: id } });
  return { invoiceId: id, invoiceNumber: given.number };
}

async function insertAct(tx: Tx, contract: Contract, act: NewAct, now: Date): Promise<Stored> {
  const id = crypto.randomUUID();
  const given = await takeNumber(tx, "act", act.issuedOn);
  await tx.insert(acts).values({
    id,
    contractId: contract.id,
    partyId: contract.partyId,
    status: "issued",
    issuedAt: now,
    ...given,
    ...act,
  });
  await tell(tx, now, { topic: "draw-paper", payload: { kind: "act", documentId: id } });
  return { actId: id, actNumber: given.number };
}

/** A payment belongs to the first party that it was allocated for; with nothing left it is done. */
async function settlePayment(tx: Tx, id: string, partyId: string) {
  const [payment] = await tx
    .select({ amount: payments.amount, allocated: payments.allocated, partyId: payments.partyId })
    .from(payments)
    .where(eq(payments.id, id));
  if (!payment) throw new Error("payment vanished");
  const state =
    payment.allocated === payment.amount ? "allocated" : payment.allocated === 0n ? "unidentified" : "balance";
  await tx
    .update(payments)
    .set({ state, partyId: payment.partyId ?? partyId })
    .where(eq(payments.id, id));
}

/** A refund of money of this contract is taken back by the contract's own step, which tells of it. */
async function keepReturn(tx: Tx, { id, reason }: { id: string; reason: string }, who: Who) {
  const refund = await lockRefund(tx, id);
  if (refund) await withdraw(tx, refund, reason, who, { silent: true });
}

/** 6.2: the notice of a customer that does not agree to an edition, once for each contract. */
async function refuseEdition(
  tx: Tx,
  { id: contractId, partyId }: Contract,
  { editionId, on, reason }: NonNullable<ContractChange["refusesEdition"]>,
  { now }: Who,
) {
  await tx.insert(editionRefusals).values({ editionId, contractId, partyId, refusedOn: on, refusedAt: now, reason });
}

async function answerRefusal(
  tx: Tx,
  { id }: Contract,
  { editionId, answer }: NonNullable<ContractChange["answersRefusal"]>,
  { actor, now }: Who,
) {
  await tx
    .update(editionRefusals)
    .set({ answeredAt: now, answeredBy: placedBy(actor), answer })
    .where(and(eq(editionRefusals.editionId, editionId), eq(editionRefusals.contractId, id)));
}

async function recordContract(
  tx: Tx,
  contract: { id: string; partyId: string },
  event: ContractEvent,
  stored: Stored,
  changes: Recorded[],
  { actor, origin, now, onBehalf }: Who,
) {
  const seq = await record(tx, actor, origin, now, {
    chain: `contract:${contract.id}`,
    contractId: contract.id,
    partyId: contract.partyId,
    step: event.step,
    clause: event.clause,
    reason: event.reason ?? null,
    onBehalfOf: onBehalf ? `party:${contract.partyId}` : null,
    data: { ...event.data, ...(onBehalf ? { onBehalf } : {}), ...stored, changes },
  });
  await tell(tx, now, { topic: "contract-event", payload: { contractId: contract.id, step: event.step, seq } });
}

const placedBy = (actor: Actor) => (actor.kind === "system" ? `job:${actor.job}` : actor.userId);
