import "server-only";

import type { Tx } from "#/db/client.ts";
import { openReturn, pricedToday, waitingOn } from "#/db/queries/late-money.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { declinesOf, requestsOf } from "#/db/queries/payment-decisions.ts";
import { refundsOfPayment } from "#/db/queries/refunds.ts";
import {
  allocationsOf,
  type DecidableInvoice,
  findPayment,
  invoicesToDecide,
  openInvoicesOfParty,
  searchInvoices,
} from "#/db/queries/staff-payments.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import type { ReasonCode } from "#/lib/statement/match.ts";

export type Candidate = { invoice: DecidableInvoice; reasons: ReasonCode[] | null };

/**
 * A payment with all that a decision about it looks at: where it stands, what was decided, the invoices that it may mean (proposed,
 * owed by its party, searched for; each once, what was declined apart), and what their orders cost today. Null for one that does not exist.
 */
export async function paymentFound(tx: Tx, id: string, q: string | undefined, on: Day) {
  const one = await findPayment(tx, id);
  if (!one) return null;
  const { payment } = one;
  const set = await allocationsOf(tx, id);
  const [decided, waiting] = [await openReturn(tx, id), await waitingOn(tx, id)];
  const [declined, requests] = [await declinesOf(tx, id), await requestsOf(tx, id)];

  const meant = await invoicesToDecide(
    tx,
    payment.proposals.map(({ invoiceId }) => invoiceId),
  );
  const proposed: Candidate[] = payment.proposals.flatMap(({ invoiceId, reasons }) => {
    const invoice = meant.find((row) => row.id === invoiceId);
    return invoice ? [{ invoice, reasons }] : [];
  });
  const shown = new Set(proposed.map(({ invoice }) => invoice.id));
  const others = (rows: readonly DecidableInvoice[]): Candidate[] =>
    rows.filter((row) => !shown.has(row.id) && shown.add(row.id)).map((invoice) => ({ invoice, reasons: null }));
  const owed = others(payment.partyId ? await openInvoicesOfParty(tx, payment.partyId) : []).filter(
    ({ invoice }) => !declined.some(({ invoiceId }) => invoiceId === invoice.id),
  );
  const searched = others(q ? await searchInvoices(tx, readSearch(q)) : []);

  const orders = [...[...proposed, ...owed, ...searched].map(({ invoice }) => invoice), ...waiting];
  const prices = (await editionsToShow(tx, on))?.priceList.prices ?? [];
  return {
    ...{ ...one, set, decided, waiting, declined, requests, proposed, owed, searched },
    /** What of it stands at discretion already: a sum cut in pieces is the same sum. */
    atDiscretion: set.reduce(
      (sum, { kind, released, reverses, amount }) =>
        kind === "discretion" && !released && !reverses ? sum + amount : sum,
      0n,
    ),
    refunds: await refundsOfPayment(tx, id),
    names: await namesOf(tx, [
      ...set.map(({ by }) => by),
      ...(decided ? [decided.decidedBy] : []),
      ...declined.map(({ by }) => by),
      ...requests.flatMap(({ askedBy, settledBy }) => [askedBy, ...(settledBy ? [settledBy] : [])]),
    ]),
    today: await pricedToday(tx, [...new Set(orders.map(({ contractId }) => contractId))], prices, on),
  };
}
export type PaymentFound = NonNullable<Awaited<ReturnType<typeof paymentFound>>>;
