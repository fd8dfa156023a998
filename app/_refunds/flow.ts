import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { findParty } from "#/db/queries/parties.ts";
import {
  freeDebit,
  lockRefund,
  moneyQuestionOf,
  type Refund,
  refundableFacts,
  refundById,
} from "#/db/queries/refunds.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import * as writes from "#/db/writes/refunds.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { grantable, refundable } from "#/lib/refund/free.ts";
import { paymentOrder, type ReturnAccount } from "#/lib/refund/payment-order.ts";
import { type Ground, moveRefund, type RefundMove } from "#/lib/refund/refund.ts";
import { bankByCode } from "#/lib/requisites/banks.ts";
import { bankCodeOf } from "#/lib/requisites/iban.ts";
import { ok } from "#/lib/result.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
type Done = ActionResult<{ refundId: string }>;

/** 3.4, 4.4.2: either side asks for money back. Whatever may go back is reserved by the row itself. */
export async function askRefund(
  tx: Tx,
  asked: { paymentId: string; contractId: string | null; ground: Ground; reason: string; iban: string | null },
  who: Who,
): Promise<Done> {
  const { paymentId, ground, reason, iban } = asked;
  // Of a contract only where its money is asked for (4.4.2): what no invoice took is about none.
  const contractId = ground === "fault" ? asked.contractId : null;
  const facts = await refundableFacts(tx, paymentId, contractId);
  if (!facts) return refuse("record.not_found");
  const amount = refundable(facts, ground);
  if (!amount.ok) return refuse(amount.error);
  const { partyId } = facts;
  const party = partyId ? await findParty(tx, who.actor, partyId) : null;
  const account = iban ? { name: party?.name ?? "", unp: party?.unp ?? null, iban, bic: bicOf(iban) } : null;
  const refund = { paymentId, contractId, partyId, ground, amount: amount.value, reason, account };
  return ok({ refundId: await writes.askRefund(tx, refund, who) });
}

/** Reads the refund for itself alone, asks the table of moves, then does the work. */
async function move(
  tx: Tx,
  refundId: string,
  step: RefundMove,
  who: Who,
  work: (refund: Refund) => Promise<ActionResult<unknown>>,
): Promise<Done> {
  const refund = await lockRefund(tx, refundId);
  if (!refund) return refuse("record.not_found");
  const may = moveRefund(refund, step, who.actor);
  if (!may.ok) return refuse(may.error);
  const done = await work(refund);
  return done.ok ? ok({ refundId }) : done;
}

export const grantRefund = (tx: Tx, input: { refundId: string; amount: Kopecks | null; note: string }, who: Who) =>
  move(tx, input.refundId, "grant-refund", who, async (refund) => {
    const question = await moneyQuestionOf(tx, refund.contractId);
    const sum = grantable(refund.amount, input.amount ?? refund.amount, refund.ground, question);
    if (!sum.ok) return refuse(sum.error, { amount: sum.error });
    return ok(await writes.grant(tx, refund, sum.value, input.note || null, who));
  });

export const refuseRefund = (tx: Tx, input: { refundId: string; reason: string }, who: Who) =>
  move(tx, input.refundId, "refuse-refund", who, async (refund) =>
    ok(await writes.refuse(tx, refund, input.reason, who)),
  );

/** The payment order: the seller's account of today, the beneficiary as the accountant checked it, frozen together. */
export const prepareRefund = (tx: Tx, input: ReturnAccount & { refundId: string }, who: Who) =>
  move(tx, input.refundId, "prepare-refund", who, async (refund) => {
    const { refundId: _refund, ...beneficiary } = input;
    const seller = (await editionInForce(tx, OFFER, dayInMinsk(who.now)))?.seller;
    if (!seller) return refuse("edition.none_in_force");
    const payment = (await refundById(tx, refund.id))!;
    const { vat } = await settingsOn(tx, payment.creditDate);
    const { ground, amount } = refund;
    const { paymentCode: code, paymentOrder: queue } = (await givenAt(tx, who.now)).settings;
    const order = (number: string) =>
      paymentOrder({ number, ground, amount, seller, beneficiary, payment, vat, code, queue });
    return ok(await writes.prepare(tx, refund, order, who));
  });

/** The second person approves the order that they saw, none that was prepared since. */
export const approveRefund = (tx: Tx, input: { refundId: string; preparedAt: Date }, who: Who) =>
  move(tx, input.refundId, "approve-refund", who, async (refund) =>
    refund.preparedAt?.getTime() === input.preparedAt.getTime()
      ? ok(await writes.approve(tx, refund, who))
      : refuse("record.changed"),
  );

export const sendBackRefund = (tx: Tx, input: { refundId: string; reason: string }, who: Who) =>
  move(tx, input.refundId, "send-back-refund", who, async (refund) =>
    ok(await writes.sendBack(tx, refund, input.reason, who)),
  );

export const withdrawRefund = (tx: Tx, input: { refundId: string; reason: string }, who: Who) =>
  move(tx, input.refundId, "withdraw-refund", who, async (refund) =>
    ok(await writes.withdraw(tx, refund, input.reason, who)),
  );

/** By hand: a person names the debit line; the sum must be the refund's own, and the line may have closed nothing before. */
export const closeRefund = (tx: Tx, input: { refundId: string; lineId: string }, who: Who) =>
  move(tx, input.refundId, "close-refund", who, async (refund) => {
    const line = await freeDebit(tx, input.lineId);
    if (!line) return refuse("refund.line_taken");
    if (line.amount !== refund.amount) return refuse("refund.line_sum");
    return ok(await writes.close(tx, refund, line, who));
  });

/** Where the money came from, or where its owner wants it: what the accountant's form begins with. */
export const accountOf = (refund: {
  account: ReturnAccount | null;
  payer: string;
  payerUnp: string | null;
  payerIban: string | null;
  payerBic: string | null;
}): ReturnAccount =>
  refund.account ?? {
    name: refund.payer,
    unp: refund.payerUnp,
    iban: refund.payerIban ?? "",
    bic: refund.payerBic ?? bicOf(refund.payerIban ?? ""),
  };

const bicOf = (iban: string) => bankByCode(bankCodeOf(iban))?.bic ?? "";
