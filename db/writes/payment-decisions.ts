import "server-only";

import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { type AskedPart, discretionRequests, paymentDeclines, payments } from "#/db/schema/index.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import type { Proposal } from "#/lib/statement/match.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: StaffActor; origin: Origin; now: Date };

/** One entry in the payment's own chain (6.7): decisions about a payment that are no step of any contract. */
const recordOf = (
  tx: Tx,
  { actor, origin, now }: Who,
  paymentId: string,
  step: string,
  reason: string | null,
  data: object,
) =>
  record(tx, actor, origin, now, {
    chain: `payment:${paymentId}`,
    step,
    clause: "3.4",
    reason,
    data: { paymentId, ...data },
  });

/**
 * A credit line, locked for a decision about it: whoever decides takes this lock first, so that decisions about one payment and
 * entries of its chain come one after the other. Null where there is none such.
 */
export async function lockPayment(tx: Tx, paymentId: string) {
  const [row] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.side, "credit")))
    .for("update");
  return row ?? null;
}

/** Proposed where something is left to propose, else among the unidentified; what stands on an invoice keeps its state. */
const stateAfter = (rest: readonly unknown[]) =>
  sql<
    "proposed" | "unidentified"
  >`case when ${payments.allocated} > 0 then ${payments.state} else ${rest.length > 0 ? "proposed" : "unidentified"} end`;

/** The proposals of a payment that nobody has set yet, in the place of what was proposed before. */
export async function setProposals(tx: Tx, paymentId: string, proposals: Proposal[]): Promise<void> {
  await tx
    .update(payments)
    .set({ proposals, state: stateAfter(proposals) })
    .where(eq(payments.id, paymentId));
}

/** "Not for that invoice": kept with its reason; the proposal leaves the list. False where that was said already. */
export async function declineProposal(
  tx: Tx,
  payment: { id: string; proposals: Proposal[] },
  { invoiceId, reason }: { invoiceId: string; reason: string },
  who: Who,
): Promise<boolean> {
  const id = crypto.randomUUID();
  const said = await tx
    .insert(paymentDeclines)
    .values({ id, paymentId: payment.id, invoiceId, reason, declinedAt: who.now, declinedBy: who.actor.userId })
    .onConflictDoNothing()
    .returning({ id: paymentDeclines.id });
  if (said.length === 0) return false;
  await setProposals(
    tx,
    payment.id,
    payment.proposals.filter((one) => one.invoiceId !== invoiceId),
  );
  await recordOf(tx, who, payment.id, "decline-proposal", reason, { declineId: id, invoiceId });
  return true;
}

/** The word is taken back: the invoice may be proposed again. False where it was taken back already. */
export async function takeBackDecline(tx: Tx, declineId: string, who: Who): Promise<boolean> {
  const [row] = await tx
    .update(paymentDeclines)
    .set({ takenBackAt: who.now, takenBackBy: who.actor.userId })
    .where(and(eq(paymentDeclines.id, declineId), isNull(paymentDeclines.takenBackAt)))
    .returning({ paymentId: paymentDeclines.paymentId, invoiceId: paymentDeclines.invoiceId });
  if (!row) return false;
  await recordOf(tx, who, row.paymentId, "take-back-decline", null, { declineId, invoiceId: row.invoiceId });
  return true;
}

export type NewRequest = { paymentId: string; parts: AskedPart[]; amount: bigint; above: bigint; reason: string };

/** Asks for a second person; null where something is asked about this payment already. */
export async function askDiscretion(tx: Tx, asked: NewRequest, who: Who): Promise<string | null> {
  const id = crypto.randomUUID();
  const rows = await tx
    .insert(discretionRequests)
    .values({ id, ...asked, state: "waiting", askedAt: who.now, askedBy: who.actor.userId })
    .onConflictDoNothing()
    .returning({ id: discretionRequests.id });
  if (rows.length === 0) return null;
  const { paymentId, parts, amount, above, reason } = asked;
  const data = { requestId: id, parts, amount: amount.toString(), above: above.toString() };
  await recordOf(tx, who, paymentId, "ask-discretion", reason, data);
  return id;
}

/** The answer to a waiting request. That nobody answers their own is a wall of the table, whatever the caller says. */
export async function settleRequest(
  tx: Tx,
  request: { id: string; paymentId: string },
  to: { state: "confirmed" | "rejected" | "withdrawn"; reason: string | null },
  who: Who,
): Promise<void> {
  await tx
    .update(discretionRequests)
    .set({ state: to.state, settledAt: who.now, settledBy: who.actor.userId, settledReason: to.reason })
    .where(eq(discretionRequests.id, request.id));
  const step = { confirmed: "confirm-discretion", rejected: "reject-discretion", withdrawn: "withdraw-discretion" };
  await recordOf(tx, who, request.paymentId, step[to.state], to.reason, { requestId: request.id });
}
