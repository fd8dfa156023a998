import "server-only";

import { and, asc, desc, eq, ilike, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { allocations, contractLines, contracts, invoices, parties, payments, statements } from "#/db/schema/index.ts";
import type { SearchTerms } from "#/lib/contract/search-terms.ts";
import type { OpenInvoice } from "#/lib/statement/match.ts";
import { standingOf } from "./invoice-standing.ts";
import { PART_PAID } from "./late-money.ts";
import { partiesOf } from "./staff-contracts.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export const PAYMENT_FILTERS = [
  "decide",
  "late",
  "part",
  "to-return",
  "second",
  "unidentified",
  "balance",
  "allocated",
  "debits",
  "all",
] as const;
export type PaymentFilter = (typeof PAYMENT_FILTERS)[number];

export type PaymentRow = typeof payments.$inferSelect;

/** The same words as the partial index `payments_open` has, so that the open queues never walk the settled ones. */
const STATE: Record<PaymentFilter, SQL | undefined> = {
  decide: sql`${payments.side} = 'credit' and ${payments.state} in ('unidentified', 'proposed') and ${payments.state} = 'proposed'`,
  unidentified: sql`${payments.side} = 'credit' and ${payments.state} in ('unidentified', 'proposed') and ${payments.state} = 'unidentified'`,
  late: sql`${payments.side} = 'credit' and ${payments.state} in ('unidentified', 'proposed') and ${payments.state} = 'proposed' and ${payments.proposals} @> '[{"kind": "late"}]'`,
  part: sql`${payments.id} in (select a.payment_id from invoices join allocations a on a.invoice_id = invoices.id where ${PART_PAID} and a.reverses_id is null and not exists (select 1 from allocations undo where undo.reverses_id = a.id))`,
  "to-return": sql`${payments.id} in (select r.payment_id from refunds r where r.state in ('requested', 'granted', 'prepared', 'approved'))`,
  second: sql`${payments.id} in (select d.payment_id from discretion_requests d where d.state = 'waiting')`,
  balance: eq(payments.state, "balance"),
  allocated: eq(payments.state, "allocated"),
  debits: eq(payments.side, "debit"),
  all: undefined,
};

/** Lines of statements, newest first. */
export async function paymentList(
  tx: Tx,
  asked: { filter: PaymentFilter; terms: SearchTerms | null; text: string | null; cursor: Cursor | null },
): Promise<Page<PaymentRow>> {
  const { filter, terms, text, cursor } = asked;
  const { where, order } = keyset(payments.creditDate, payments.id, "desc", "date", cursor);
  const found = await tx
    .select()
    .from(payments)
    .where(and(STATE[filter], terms && text ? await meantBy(tx, terms, text) : undefined, where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, (row) => `${row.creditDate}~${row.id}`);
}

/** As many payments of a similar name as are looked through; a more exact name finds the rest. */
const SIMILAR = 500;

/** Parts of names and purposes are resolved to ids first, each by its own index, so that no common word sorts half the table. */
async function meantBy(tx: Tx, { unp, amount, number, name }: SearchTerms, text: string): Promise<SQL> {
  const named = async (part: SQL) =>
    (await tx.select({ id: payments.id }).from(payments).where(part).limit(SIMILAR)).map(({ id }) => id);
  const ids = [
    ...(number ? await named(like(payments.purpose, `%${number}%`)) : []),
    ...(name ? await named(ilike(payments.payerName, `%${name}%`)) : []),
  ];
  return (
    or(
      ids.length > 0 ? inArray(payments.id, ids) : undefined,
      unp ? eq(payments.payerUnp, unp) : undefined,
      amount === null ? undefined : eq(payments.amount, amount),
      text.length <= 40 ? eq(payments.documentNumber, text) : undefined,
    ) ?? sql`false`
  );
}

/** A payment with the statement that brought it. */
export async function findPayment(tx: Tx, id: string) {
  const [row] = await tx
    .select({ payment: payments, statement: statements })
    .from(payments)
    .innerJoin(statements, eq(statements.id, payments.statementId))
    .where(eq(payments.id, id));
  return row ?? null;
}

/** What of a payment stands against which invoice, oldest first; undone ones with what undid them. */
export function allocationsOf(tx: Tx, paymentId: string) {
  return tx
    .select({
      id: allocations.id,
      contractId: allocations.contractId,
      version: contracts.version,
      stage: contracts.stage,
      /** A later row took it back, or it is such a row itself. */
      released: sql<boolean>`exists (select 1 from allocations undo where undo.reverses_id = ${allocations.id})`,
      reverses: sql<boolean>`${allocations.reversesId} is not null`,
      number: invoices.number,
      party: parties.name,
      amount: allocations.amount,
      kind: allocations.kind,
      reason: allocations.reason,
      at: allocations.at,
      by: allocations.by,
    })
    .from(allocations)
    .innerJoin(invoices, eq(invoices.id, allocations.invoiceId))
    .innerJoin(contracts, eq(contracts.id, allocations.contractId))
    .innerJoin(parties, eq(parties.id, allocations.partyId))
    .where(eq(allocations.paymentId, paymentId))
    .orderBy(asc(allocations.at));
}

const FOUND = 20;

export type DecidableInvoice = OpenInvoice & {
  contractId: string;
  version: number;
  partyKind: string;
  portals: string;
};

const decidable = (tx: Tx) =>
  tx
    .select({
      id: invoices.id,
      contractId: invoices.contractId,
      version: contracts.version,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      validUntil: invoices.validUntil,
      total: invoices.total,
      paid: invoices.paid,
      status: standingOf(),
      partyUnp: parties.unp,
      partyIban: parties.iban,
      partyName: parties.name,
      partyKind: parties.kind,
      portals: sql<string>`(select string_agg(l.portal, ', ' order by l.position) from contract_lines l where l.contract_id = ${invoices.contractId})`,
    })
    .from(invoices)
    .innerJoin(contracts, eq(contracts.id, invoices.contractId))
    .innerJoin(parties, eq(parties.id, invoices.partyId))
    .$dynamic();

/** What the party of a balance still owes: where the rest may go next. */
export async function openInvoicesOfParty(tx: Tx, partyId: string): Promise<DecidableInvoice[]> {
  const open = await decidable(tx)
    .where(and(eq(invoices.partyId, partyId), inArray(invoices.status, ["live", "expired"])))
    .orderBy(sql`${invoices.status} = 'live' desc`, desc(invoices.issuedOn))
    .limit(FOUND);
  return open.filter(({ status, paid, total }) => status !== "replaced" && paid < total);
}

/** Invoices of the proposals, with all that a decision shows and sends. */
export async function invoicesToDecide(tx: Tx, ids: string[]): Promise<DecidableInvoice[]> {
  return ids.length === 0 ? [] : decidable(tx).where(inArray(invoices.id, ids));
}

/** Invoices that a person looks for by number, УНП, name, portal or sum; the ones still open first. */
export async function searchInvoices(tx: Tx, terms: SearchTerms): Promise<DecidableInvoice[]> {
  const { number, sequence, portal, amount } = terms;
  const partyIds = await partiesOf(tx, terms);
  const withPortal = portal
    ? (
        await tx
          .select({ id: contractLines.contractId })
          .from(contractLines)
          .where(eq(contractLines.portal, portal))
          .limit(FOUND)
      ).map(({ id }) => id)
    : [];
  const open = inArray(invoices.status, ["live", "expired"]);
  const meaning = or(
    number ? eq(invoices.number, number) : undefined,
    sequence ? eq(invoices.sequence, sequence) : undefined,
    partyIds.length > 0 ? inArray(invoices.partyId, partyIds) : undefined,
    withPortal.length > 0 ? inArray(invoices.contractId, withPortal) : undefined,
    amount === null ? undefined : and(open, eq(invoices.total, amount)),
  );
  return meaning
    ? decidable(tx).where(meaning).orderBy(sql`${invoices.status} = 'live' desc`, desc(invoices.issuedOn)).limit(FOUND)
    : [];
}
