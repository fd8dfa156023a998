import "server-only";

import { and, eq } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import type { Refund } from "#/db/queries/refunds.ts";
import { refunds } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { ofRefund, ofRefundPaid, ofRefundTakenBack } from "#/lib/ledger/ledger.ts";
import { refundNumber } from "#/lib/refund/number.ts";
import type { PaymentOrder } from "#/lib/refund/payment-order.ts";
import { GROUND_CLAUSE, type RefundMove } from "#/lib/refund/refund.ts";
import { type Origin, record } from "./evidence.ts";
import { post } from "./ledger.ts";
import { takeNumber } from "./numbers.ts";
import { tell } from "./outbox.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type NewRefund = Pick<Refund, "paymentId" | "contractId" | "partyId" | "ground" | "amount" | "reason" | "account"> & {
  invoiceId?: string | null;
};

/** The row reserves the money by itself (`refund_reserves`). Its evidence is the contract's step, or `askRefund`. */
export async function insertRefund(
  tx: Tx,
  refund: NewRefund,
  { actor, now }: Pick<Who, "actor" | "now">,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insert(refunds)
    .values({ id, ...refund, state: "requested", requestedAt: now, requestedBy: actorRef(actor).id });
  return id;
}

/** Follow-up of a move: who is to be told is the handler's table. */
export const tellOfRefund = (
  tx: Tx,
  refundId: string,
  move: RefundMove | "ask-refund" | "return-payment",
  seq: number,
  now: Date,
) => tell(tx, now, { topic: "refund-event", payload: { refundId, move, seq } });

/** A refund that no contract's step asks for: its own chain begins with the request. */
export async function askRefund(tx: Tx, refund: NewRefund, who: Who): Promise<string> {
  const id = await insertRefund(tx, refund, who);
  const { ground, reason, account } = refund;
  await keepRecord(
    tx,
    { id, ...refund },
    "ask-refund",
    { reason, data: { ground, ownAccount: account !== null } },
    who,
  );
  return id;
}

type Anchor = Pick<Refund, "id" | "paymentId" | "contractId" | "partyId" | "ground" | "amount">;

/** `silent`: the contract's own step tells of it. */
type Said = { reason?: string | null; data?: Record<string, unknown>; silent?: boolean };

async function keepRecord(
  tx: Tx,
  { id, paymentId, contractId, partyId, ground, amount }: Anchor,
  step: RefundMove | "ask-refund",
  { reason = null, data = {}, silent = false }: Said,
  { actor, origin, now }: Who,
) {
  const seq = await record(tx, actor, origin, now, {
    ...{ chain: `refund:${id}`, contractId, partyId, step, clause: GROUND_CLAUSE[ground], reason },
    data: { refundId: id, paymentId, amount: amount.toString(), ...data },
  });
  if (!silent) await tellOfRefund(tx, id, step, seq, now);
}

/** Stores a decided move: the row, its evidence, its follow-up. The row is locked by its reader; its walls look again. */
async function saveMove(tx: Tx, refund: Refund, step: RefundMove, set: Partial<Refund>, said: Said, who: Who) {
  const moved = await tx
    .update(refunds)
    .set(set)
    .where(and(eq(refunds.id, refund.id), eq(refunds.state, refund.state)))
    .returning({ id: refunds.id });
  if (moved.length === 0) throw new Error("a locked refund moved");
  await keepRecord(tx, refund, step, said, who);
}

const hand = ({ actor, now }: Who) => ({ by: actorRef(actor).id, at: now });
const owed = ({ id, partyId, contractId }: Refund, amount: bigint, day: Day) => ({
  id,
  amount,
  day,
  partyId,
  contractId,
});

/** The lawyer's yes: the seller owes this sum back from today. */
export async function grant(tx: Tx, refund: Refund, amount: bigint, decision: string | null, who: Who) {
  const { by: decidedBy, at: decidedAt } = hand(who);
  const set = { state: "granted", amount, decidedAt, decidedBy, decision } as const;
  await saveMove(tx, refund, "grant-refund", set, { reason: decision, data: { amount: amount.toString() } }, who);
  await post(tx, who, [ofRefund({ ...owed(refund, amount, dayInMinsk(who.now)), ground: refund.ground })]);
}

export async function refuse(tx: Tx, refund: Refund, decision: string, who: Who) {
  const { by: decidedBy, at: decidedAt } = hand(who);
  await saveMove(
    tx,
    refund,
    "refuse-refund",
    { state: "refused", decidedAt, decidedBy, decision },
    { reason: decision },
    who,
  );
}

/** The payment order as it will be sent. Its number is the refund's for good; prepared anew, it keeps it. */
export async function prepare(tx: Tx, refund: Refund, orderOf: (number: string) => PaymentOrder, who: Who) {
  const { by: preparedBy, at: preparedAt } = hand(who);
  const given = refund.number ? null : await takeNumber(tx, "refund", dayInMinsk(who.now));
  const series = given && { ...given, number: refundNumber(given.year, given.sequence) };
  const number = series?.number ?? refund.number!;
  const set = { state: "prepared", preparedAt, preparedBy, paymentOrder: orderOf(number), ...series } as const;
  await saveMove(tx, refund, "prepare-refund", set, { data: { number } }, who);
  return number;
}

export async function approve(tx: Tx, refund: Refund, who: Who) {
  const { by: approvedBy, at: approvedAt } = hand(who);
  const said = { data: { number: refund.number } };
  await saveMove(tx, refund, "approve-refund", { state: "approved", approvedAt, approvedBy }, said, who);
}

const UNPREPARED = {
  preparedAt: null,
  preparedBy: null,
  paymentOrder: null,
  approvedAt: null,
  approvedBy: null,
} as const;

export const sendBack = (tx: Tx, refund: Refund, reason: string, who: Who) =>
  saveMove(
    tx,
    refund,
    "send-back-refund",
    { state: "granted", ...UNPREPARED },
    { reason, data: { number: refund.number } },
    who,
  );

/** Taken back: the money is free again, and what was owed is owed no more. */
export async function withdraw(tx: Tx, refund: Refund, reason: string, who: Who, { silent = false } = {}) {
  const { by: withdrawnBy, at: withdrawnAt } = hand(who);
  const set = { state: "withdrawn", withdrawnAt, withdrawnBy, withdrawnReason: reason } as const;
  await saveMove(tx, refund, "withdraw-refund", set, { reason, silent }, who);
  if (refund.decidedAt === null) return;
  const fact = owed(refund, refund.amount, dayInMinsk(who.now));
  await post(tx, who, [ofRefundTakenBack({ ...fact, ground: refund.ground })]);
}

/** The bank's debit line is this refund: it left the account on the line's day. */
export async function close(tx: Tx, refund: Refund, line: { id: string; creditDate: Day }, who: Who) {
  const { by: paidBy, at: paidAt } = hand(who);
  const set = { state: "paid", paidAt, paidBy, paidLineId: line.id } as const;
  const said = { data: { number: refund.number, lineId: line.id, paidOn: line.creditDate } };
  await saveMove(tx, refund, "close-refund", set, said, who);
  await post(tx, who, [ofRefundPaid(owed(refund, refund.amount, line.creditDate))]);
}
