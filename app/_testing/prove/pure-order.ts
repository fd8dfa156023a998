import "server-only";

import type { Day } from "#/lib/calendar/day.ts";
import type { Contract, ContractChange, Decision, Given } from "#/lib/contract/contract.ts";
import { acceptOffer } from "#/lib/contract/steps/accept-offer.ts";
import { activateAccess } from "#/lib/contract/steps/activate-access.ts";
import { allocateAtDiscretion, allocatePayment, type PaymentFacts } from "#/lib/contract/steps/allocate-payment.ts";
import { askDifference } from "#/lib/contract/steps/ask-difference.ts";
import { cancelInvoice, cancelOrder } from "#/lib/contract/steps/cancel-order.ts";
import { confirmActReceived } from "#/lib/contract/steps/confirm-act-received.ts";
import { correctActivation } from "#/lib/contract/steps/correct-activation.ts";
import { deemAct } from "#/lib/contract/steps/deem-act.ts";
import { endContract } from "#/lib/contract/steps/end-contract.ts";
import { expireInvoice } from "#/lib/contract/steps/expire-invoice.ts";
import { correctAct, issueAct } from "#/lib/contract/steps/issue-act.ts";
import { issueInvoice, reissueInvoice } from "#/lib/contract/steps/issue-invoice.ts";
import { refuseAct } from "#/lib/contract/steps/refuse-act.ts";
import { type AllocationFacts, releaseAllocation } from "#/lib/contract/steps/release-allocation.ts";
import { keepPayment, returnPayment } from "#/lib/contract/steps/return-payment.ts";
import { sendAct } from "#/lib/contract/steps/send-act.ts";
import { signAct } from "#/lib/contract/steps/sign-act.ts";
import { act, base, contract, facts, invoice } from "#/lib/contract/testing.ts";
import {
  type Account,
  type Entry,
  ofAllocation,
  ofPayment,
  ofRefund,
  ofRefundPaid,
  ofRefundTakenBack,
} from "#/lib/ledger/ledger.ts";
import { moveRefund, type RefundHands } from "#/lib/refund/refund.ts";
import { type Clerk, DESK, type EnvelopeWork, type NaiveStep } from "./naive-ledger.ts";

const REASON = "Решение бухгалтера при проверке";
const FILE = "0197f000-0000-7000-8000-0000000000ff";
const actFacts = { offer: facts.offer, requisites: facts.requisites };

type Allocation = Omit<AllocationFacts, "toReturn">;

/** The program's own decisions over a contract in memory, stored as mechanically as the database stores them. */
export class PureOrder {
  contract: Contract = contract({ stage: "ordered", invoices: [], lines: contract().lines });
  payments: PaymentFacts[] = [];
  allocations: Allocation[] = [];
  events: ContractChange["event"][] = [];
  refunds = new Map<string, RefundHands>();
  #balances = new Map<Account, bigint>();

  pay(amount: bigint, on: Day) {
    this.#post(ofPayment({ id: "", side: "credit", amount, creditDate: on }));
    this.payments.push({
      id: `payment-${this.payments.length}`,
      amount,
      allocated: 0n,
      documentDate: on,
      creditDate: on,
      toReturn: false,
    });
  }

  put(at: number, amount: bigint | null, inTime: boolean, given: Given): boolean {
    const payment = this.payments[at];
    if (!payment) return false;
    const invoiceId = this.contract.invoices[0]?.id ?? "none";
    const input = { ...base, paymentId: payment.id, invoiceId, reason: REASON, ...(amount === null ? {} : { amount }) };
    const decided = inTime
      ? allocatePayment(this.contract, input, given, { payment, by: "accountant" })
      : allocateAtDiscretion(this.contract, input, given, { payment });
    if (!this.#store(decided, given)) return false;
    const { paid, total } = this.contract.invoices[0]!;
    if (paid !== total) return true;
    const standing = this.allocations.filter(({ released }) => !released).map(({ paymentId }) => paymentId);
    const payments = this.payments.filter(({ id }) => standing.includes(id));
    const offers = [{ ...facts.offer, publishedOn: "2025-12-29" as Day }];
    if (!this.#store(acceptOffer(this.contract, {}, given, { payments, offers }), given))
      throw new Error("paid and not accepted");
    return true;
  }

  takeBack(at: number, given: Given): boolean {
    const allocation = this.allocations[at];
    if (!allocation) return false;
    const input = { ...base, allocationId: allocation.id, reason: REASON };
    const toReturn = this.payments.some(({ id, toReturn: waits }) => id === allocation.paymentId && waits);
    const facts = { allocation: { ...allocation, toReturn } };
    if (!this.#store(releaseAllocation(this.contract, input, given, facts), given)) return false;
    allocation.released = true;
    return true;
  }

  layAside(at: number, given: Given): boolean {
    const payment = this.payments[at];
    const invoiceId = this.contract.invoices[0]?.id ?? "none";
    if (!payment) return false;
    const input = { ...base, paymentId: payment.id, invoiceId, reason: REASON };
    return this.#store(returnPayment(this.contract, input, given, { payment }), given);
  }

  putBack(at: number, given: Given): boolean {
    const payment = this.payments[at];
    if (!payment) return false;
    const { id, amount } = payment;
    const refund = this.refunds.get(id);
    const decided = { id, paymentId: id, amount, state: refund?.state ?? ("withdrawn" as const) };
    const input = { ...base, returnId: id, reason: REASON };
    if (!this.#store(keepPayment(this.contract, input, given, { decided }), given)) return false;
    this.#free(payment, given.today, true);
    return true;
  }

  /** The moves of a refund, stored and put into the books as `db/writes/refunds.ts` does. */
  handle(at: number, work: EnvelopeWork, clerk: Clerk, today: Day): boolean {
    const payment = this.payments[at];
    const refund = payment && this.refunds.get(payment.id);
    if (!payment || !refund) return false;
    const person = { userId: clerk, name: clerk, email: "", sessionId: "" };
    const moved = moveRefund(refund, work, { kind: "staff", role: DESK[clerk], ...person });
    if (!moved.ok) return false;
    const amount = payment.amount - payment.allocated;
    const fact = { id: payment.id, amount, day: today, partyId: null, contractId: null };
    refund.state = moved.value;
    if (work === "grant-refund") {
      refund.decidedBy = clerk;
      this.#post(ofRefund({ ...fact, ground: "late" }));
    }
    if (work === "refuse-refund") this.#free(payment, today, false);
    if (work === "prepare-refund") refund.preparedBy = clerk;
    if (work === "send-back-refund") refund.preparedBy = null;
    if (work === "close-refund") {
      this.#post(ofPayment({ id: "", side: "debit", amount, creditDate: today }));
      this.#post(ofRefundPaid(fact));
    }
    return true;
  }

  /** Debits less credits. */
  balance(account: Account): bigint {
    return this.#balances.get(account) ?? 0n;
  }

  #post({ debit, credit, amount }: Entry) {
    if (amount <= 0n || debit === credit) throw new Error(`an entry of ${amount} from ${credit} to ${debit}`);
    this.#balances.set(debit, this.balance(debit) + amount);
    this.#balances.set(credit, this.balance(credit) - amount);
  }

  #free(payment: PaymentFacts, day: Day, takenBack: boolean) {
    const refund = this.refunds.get(payment.id);
    const amount = payment.amount - payment.allocated;
    const fact = { id: payment.id, amount, day, partyId: null, contractId: null, ground: "late" as const };
    if (takenBack && refund?.decidedBy) this.#post(ofRefundTakenBack(fact));
    this.refunds.delete(payment.id);
    this.payments = this.payments.map((one) => (one.id === payment.id ? { ...one, toReturn: false } : one));
  }

  take(step: NaiveStep, given: Given): boolean {
    const { contract: of } = this;
    const today = given.today;
    const decide: Record<NaiveStep, () => Decision> = {
      "issue-invoice": () => issueInvoice(of, base, given, facts),
      "reissue-invoice": () => reissueInvoice(of, base, given, facts),
      "ask-difference": () => {
        const carried = this.payments.reduce((sum, { amount, allocated }) => sum + amount - allocated, 0n);
        return askDifference(of, { ...base, paymentId: "payment-0", reason: REASON, carried }, given, facts);
      },
      "expire-invoice": () => expireInvoice(of, {}, given, undefined),
      "cancel-invoice": () => cancelInvoice(of, { ...base, reason: REASON }, given, undefined),
      "cancel-order": () => cancelOrder(of, { ...base, reason: REASON }, given, undefined),
      "activate-access": () =>
        activateAccess(
          of,
          { ...base, lineId: of.lines[0]!.id, activatedOn: today, evidenceFileId: FILE, note: "" },
          given,
          { runningUntil: null, operator: "prover" },
        ),
      "correct-activation": () =>
        correctActivation(
          of,
          { ...base, lineId: of.lines[0]!.id, activatedOn: today, startsOn: "", reason: REASON },
          given,
          { periods: [], act: actFacts },
        ),
      "end-contract": () => endContract(of, {}, given, undefined),
      "send-act": () =>
        sendAct(
          of,
          { ...base, channel: "edi", sentOn: today, ediDocumentId: "EDN-1", trackingNumber: "" },
          given,
          undefined,
        ),
      "confirm-act-received": () => confirmActReceived(of, { ...base, receivedOn: today }, given, undefined),
      "sign-act": () => signAct(of, { ...base, signedOn: today, signedFileId: FILE }, given, undefined),
      "refuse-act": () => refuseAct(of, { ...base, reason: REASON }, given, undefined),
      "correct-act": () => correctAct(of, { ...base, reason: REASON }, given, actFacts),
      "deem-act": () => deemAct(of, {}, given, undefined),
    };
    if (!this.#store(decide[step](), given)) return false;
    if (step === "activate-access" && !this.#store(issueAct(this.contract, {}, given, actFacts), given))
      throw new Error("activated and no act");
    return true;
  }

  #store(decided: Decision, given: Given): boolean {
    if (!decided.ok) return false;
    const { stage, act: actStatus, set, lines, invoices, newInvoice, acts, newAct, allocations, event } = decided.value;
    const { returns = [], kept = [] } = decided.value;
    const changed = <T extends { id: string }>(rows: T[], changes: { id: string; set: object }[] = []) =>
      rows.map((row) => ({ ...row, ...changes.find(({ id }) => id === row.id)?.set }));
    const next = { ...this.contract, ...set, stage, act: actStatus };
    next.lines = changed(next.lines, lines);
    next.invoices = changed(next.invoices, invoices);
    next.acts = changed(next.acts, acts);
    if (newInvoice)
      next.invoices.unshift(
        invoice({
          ...newInvoice,
          id: `invoice-${next.invoices.length}`,
          issuedAt: given.now,
          status: "live",
          paid: 0n,
        }),
      );
    if (newAct) {
      const fresh = { sentOn: null, ediDocumentId: null, deemedDueOn: null };
      next.acts.unshift(
        act({ ...fresh, ...newAct, id: `act-${next.acts.length}`, issuedAt: given.now, status: "issued" }),
      );
    }
    const wait = (ids: { paymentId: string }[], toReturn: boolean) => {
      const named = ids.map(({ paymentId }) => paymentId);
      this.payments = this.payments.map((one) => (named.includes(one.id) ? { ...one, toReturn } : one));
    };
    wait(returns, true);
    for (const { paymentId } of returns)
      this.refunds.set(paymentId, { state: "requested", requestedBy: "anna", decidedBy: null, preparedBy: null });
    wait(kept, false);
    for (const { paymentId, invoiceId, amount, reversesId } of allocations ?? []) {
      this.#post(ofAllocation({ id: "", amount, day: given.today, partyId: "", contractId: "" }));
      next.invoices = next.invoices.map((one) => (one.id === invoiceId ? { ...one, paid: one.paid + amount } : one));
      this.payments = this.payments.map((one) =>
        one.id === paymentId ? { ...one, allocated: one.allocated + amount } : one,
      );
      if (!reversesId)
        this.allocations.push({
          id: `allocation-${this.allocations.length}`,
          paymentId,
          invoiceId,
          amount,
          released: false,
        });
    }
    this.contract = next;
    this.events.push(event);
    return true;
  }
}
