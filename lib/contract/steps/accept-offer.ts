import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { err } from "#/lib/result.ts";
import { acceptedEdition } from "../accepted-edition.ts";
import { currentInvoice, type Decide } from "../contract.ts";
import { affecting, shiftedDeadline } from "../force-majeure.ts";
import { move } from "./_step.ts";

export type AcceptFacts = {
  /** The payments that stand against the invoice. */
  payments: { documentDate: Day; creditDate: Day }[];
  /** What is left of these payments besides: the customer's balance. */
  balance?: bigint;
  /** Every published edition of the offer in the contract's language. */
  offers: { id: string; number: number; publishedOn: Day; sha256: string; bindings: EditionBindings }[];
};

/**
 * Clauses 1.10, 3.2, 6.1: the full sum is allocated, so the contract is concluded. Acceptance = the day of payment, by the
 * setting `acceptanceDay`; the payer's day and the day of credit are both kept. Starts *activation* and *act sent*.
 */
export const acceptOffer: Decide<unknown, AcceptFacts> = (
  contract,
  _input,
  given,
  { payments, offers, balance = 0n },
) => {
  const invoice = currentInvoice(contract);
  if (!invoice || invoice.paid !== invoice.total) return err({ code: "invoice.not_paid_in_full" });
  const paidOn = latest(payments.map(({ documentDate }) => documentDate));
  const creditedOn = latest(payments.map(({ creditDate }) => creditDate));
  if (!paidOn || !creditedOn) return err({ code: "invoice.not_paid_in_full" });

  const acceptedOn = given.settings.acceptanceDay === "ordered" ? paidOn : creditedOn;
  const offer = acceptedEdition(offers, acceptedOn);
  if (!offer) return err({ code: "edition.none_in_force" });
  const { bindings } = offer;
  const cases = affecting(contract.forceMajeure, acceptedOn);
  const due = (code: string, length: number) =>
    shiftedDeadline(cases, given, { code, clause: "3.5", unit: "working-days", length }, acceptedOn).due;
  const activationDueOn = due("activation", bindings.activationWorkingDays);
  const actDueOn = due("act-sending", bindings.actWorkingDays);
  return move(contract, "accept-offer", {
    set: {
      acceptedOfferId: offer.id,
      bindings,
      paidOn,
      creditedOn,
      acceptedOn,
      concludedAt: given.now,
      activationDueOn,
      actDueOn,
    },
    invoices: [{ id: invoice.id, set: { status: "paid" } }],
    event: {
      data: {
        number: invoice.number,
        acceptedOn,
        paidOn,
        creditedOn,
        activationDueOn,
        actDueOn,
        edition: offer.number,
        sha256: offer.sha256,
        ...(balance > 0n ? { balance: balance.toString() } : {}),
      },
    },
  });
};

const latest = (days: Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last && last > day ? last : day), null);
