import "server-only";

import { and, asc, desc, eq, getColumns, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { Tx } from "#/db/client.ts";
import { contracts, invoices, ledgerEntries, parties, payments, refunds } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { AwaitedRefund, DebitLine } from "#/lib/refund/close.ts";
import type { RefundableFacts } from "#/lib/refund/free.ts";
import { OPEN_STATES } from "#/lib/refund/refund.ts";

export type Refund = typeof refunds.$inferSelect;

/** A refund, held until the transaction ends: two hands on it at once wait for each other. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund | null> {
  const [row] = await tx.select().from(refunds).where(eq(refunds.id, id)).for("update");
  return row ?? null;
}

/** What of a payment stands on a contract, less what went back or is on its way back of it. */
const standing = (contractId: SQL | string) => sql<string>`
  coalesce((select sum(a.amount) from allocations a where a.payment_id = ${payments.id} and a.contract_id = ${contractId}), 0)
  - coalesce((select sum(r.amount) from refunds r where r.payment_id = ${payments.id} and r.contract_id = ${contractId}
      and r.ground = 'fault' and r.state not in ('refused', 'withdrawn')), 0)`;

/** A credit line as a refund sees it, with the contract that it is asked about. A customer sees its own lines only. */
export async function refundableFacts(
  tx: Tx,
  paymentId: string,
  contractId: string | null,
): Promise<(RefundableFacts & { partyId: string | null }) | null> {
  const [row] = await tx
    .select({
      amount: payments.amount,
      allocated: payments.allocated,
      state: payments.state,
      partyId: payments.partyId,
      standing: contractId ? standing(contractId) : sql<string>`0`,
      terminationGround: contracts.terminationGround,
      moneyQuestion: contracts.moneyQuestion,
      moneyOutcome: contracts.moneyOutcome,
      contractId: contracts.id,
      contractPartyId: contracts.partyId,
    })
    .from(payments)
    .leftJoin(contracts, contractId ? eq(contracts.id, contractId) : sql`false`)
    .where(and(eq(payments.id, paymentId), eq(payments.side, "credit")));
  if (!row) return null;
  const { amount, allocated, state, terminationGround, moneyQuestion, moneyOutcome } = row;
  // Somebody else may have paid for the contract's party: the money of a contract is its own party's.
  const partyId = row.contractPartyId ?? row.partyId;
  const contract = row.contractId
    ? { standing: BigInt(row.standing), terminationGround, moneyQuestion, moneyOutcome }
    : null;
  return { amount, allocated, state, partyId, contract };
}

/** The money question of a refund's contract (4.4.2). */
export async function moneyQuestionOf(tx: Tx, contractId: string | null) {
  if (!contractId) return null;
  const [row] = await tx
    .select({ moneyQuestion: contracts.moneyQuestion, moneyOutcome: contracts.moneyOutcome })
    .from(contracts)
    .where(eq(contracts.id, contractId));
  return row ?? null;
}

const line = alias(payments, "line");

const withMoney = (tx: Tx) =>
  tx
    .select({
      ...getColumns(refunds),
      payer: payments.payerName,
      payerUnp: payments.payerUnp,
      payerIban: payments.payerIban,
      payerBic: payments.payerBic,
      purpose: payments.purpose,
      documentNumber: payments.documentNumber,
      documentDate: payments.documentDate,
      creditDate: payments.creditDate,
      party: parties.name,
      invoice: invoices.number,
      version: contracts.version,
      moneyQuestion: contracts.moneyQuestion,
      moneyOutcome: contracts.moneyOutcome,
      paidOn: line.creditDate,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .leftJoin(parties, eq(parties.id, refunds.partyId))
    .leftJoin(invoices, eq(invoices.id, refunds.invoiceId))
    .leftJoin(contracts, eq(contracts.id, refunds.contractId))
    .leftJoin(line, eq(line.id, refunds.paidLineId))
    .$dynamic();

export type RefundRow = Awaited<ReturnType<typeof refundList>>[number];

export const REFUND_FILTERS = ["open", ...OPEN_STATES, "done"] as const;
export type RefundFilter = (typeof REFUND_FILTERS)[number];
const SHOWN = 100;

/** Refunds of a queue: open ones the oldest first, ended ones the newest first. For the house. */
export const refundList = (tx: Tx, filter: RefundFilter) =>
  withMoney(tx)
    .where(
      filter === "done"
        ? inArray(refunds.state, ["paid", "refused", "withdrawn"])
        : inArray(refunds.state, filter === "open" ? [...OPEN_STATES] : [filter]),
    )
    .orderBy(filter === "done" ? desc(refunds.requestedAt) : asc(refunds.requestedAt), asc(refunds.id))
    .limit(SHOWN);

export async function refundById(tx: Tx, id: string): Promise<RefundRow | null> {
  const [row] = await withMoney(tx).where(eq(refunds.id, id));
  return row ?? null;
}

/** A party's refunds, newest first. The bank's lines may be nobody's or another's: the day of payment is that of the party's books. */
export const refundsOfParty = (tx: Tx, partyId: string) =>
  tx
    .select({
      ...{ id: refunds.id, number: refunds.number, amount: refunds.amount, ground: refunds.ground },
      ...{ state: refunds.state, requestedAt: refunds.requestedAt, decision: refunds.decision },
      ...{ withdrawnReason: refunds.withdrawnReason, paidOn: ledgerEntries.factDay },
    })
    .from(refunds)
    .leftJoin(ledgerEntries, and(eq(ledgerEntries.source, "refund-paid"), eq(ledgerEntries.sourceId, refunds.id)))
    .where(eq(refunds.partyId, partyId))
    .orderBy(desc(refunds.requestedAt), asc(refunds.id))
    .limit(SHOWN);

export async function refundCounts(tx: Tx): Promise<Record<(typeof OPEN_STATES)[number], number>> {
  const counts = { requested: 0, granted: 0, prepared: 0, approved: 0 };
  const rows = await tx
    .select({ state: refunds.state, n: sql<number>`count(*)::int` })
    .from(refunds)
    .where(inArray(refunds.state, [...OPEN_STATES]))
    .groupBy(refunds.state);
  for (const { state, n } of rows) counts[state as keyof typeof counts] = n;
  return counts;
}

export type Askable = {
  paymentId: string;
  contractId: string | null;
  creditDate: string;
  documentNumber: string;
  payerIban: string | null;
  sum: bigint;
};

/** Money that a party may ask back: what no invoice took, and what stands on contracts that the seller's fault ended (4.4.2). */
export async function askableOf(tx: Tx, partyId: string): Promise<Askable[]> {
  // One refund of a payment at a time.
  const free = (paymentId: SQL) =>
    sql`not exists (select 1 from refunds r where r.payment_id = ${paymentId} and r.state in ('requested', 'granted', 'prepared', 'approved'))`;
  const rows = await tx.execute<Omit<Askable, "sum"> & { sum: string }>(sql`
    select p.id as "paymentId", null::uuid as "contractId", to_char(p.credit_date, 'YYYY-MM-DD') as "creditDate",
      p.document_number as "documentNumber", p.payer_iban as "payerIban", (p.amount - p.allocated)::text as sum
    from payments p where p.party_id = ${partyId} and p.side = 'credit' and p.allocated < p.amount and p.state not in ('to-return', 'returned')
      and ${free(sql`p.id`)}
    union all
    select payments.id, c.id, to_char(payments.credit_date, 'YYYY-MM-DD'), payments.document_number, payments.payer_iban, (${standing(sql`c.id`)})::text
    from contracts c join payments on payments.id in (select a.payment_id from allocations a where a.contract_id = c.id)
    where c.party_id = ${partyId} and c.termination_ground = 'fault' and c.money_outcome is distinct from 'none'
      and ${free(sql`payments.id`)}
    order by "creditDate" desc, "paymentId"`);
  return [...rows].map((row) => ({ ...row, sum: BigInt(row.sum) })).filter(({ sum }) => sum > 0n);
}

/** Approved refunds and the debits of a statement that may be theirs: the sums agree and the line closes nothing yet. */
export async function awaitedOn(
  tx: Tx,
  statementId: string,
): Promise<{ refunds: AwaitedRefund[]; lines: (DebitLine & { creditDate: Day })[] }> {
  const awaited = await tx
    .select({
      id: refunds.id,
      number: sql<string>`${refunds.number}`,
      amount: refunds.amount,
      iban: sql<string>`${refunds.paymentOrder} #>> '{beneficiary,iban}'`,
    })
    .from(refunds)
    .where(eq(refunds.state, "approved"))
    .orderBy(asc(refunds.id))
    .for("update");
  if (awaited.length === 0) return { refunds: [], lines: [] };
  const lines = await freeDebits(tx)
    .where(
      and(
        eq(payments.statementId, statementId),
        eq(payments.side, "debit"),
        isNull(refunds.id),
        inArray(
          payments.amount,
          awaited.map(({ amount }) => amount),
        ),
      ),
    )
    .orderBy(asc(payments.position));
  return { refunds: awaited, lines };
}

const freeDebits = (tx: Tx) =>
  tx
    .select({
      id: payments.id,
      amount: payments.amount,
      iban: payments.payerIban,
      purpose: payments.purpose,
      payer: payments.payerName,
      documentNumber: payments.documentNumber,
      creditDate: payments.creditDate,
    })
    .from(payments)
    .leftJoin(refunds, eq(refunds.paidLineId, payments.id))
    .$dynamic();

const CANDIDATES = 20;

/** Debit lines of a refund's own sum that close nothing yet, the newest first: a person names one of them. */
export const linesFor = (tx: Tx, refund: Pick<Refund, "amount">) =>
  freeDebits(tx)
    .where(and(eq(payments.side, "debit"), eq(payments.amount, refund.amount), isNull(refunds.id)))
    .orderBy(desc(payments.creditDate), asc(payments.id))
    .limit(CANDIDATES);

/** A free debit line by its id; null for a credit, a line of another refund, or nothing. */
export async function freeDebit(tx: Tx, lineId: string) {
  const [row] = await freeDebits(tx).where(
    and(eq(payments.id, lineId), eq(payments.side, "debit"), isNull(refunds.id)),
  );
  return row ?? null;
}

/** The refunds that a line of a statement leads to: its own money, or the debit that closed one. */
export const refundsOfPayment = (tx: Tx, paymentId: string) =>
  tx
    .select({
      id: refunds.id,
      state: refunds.state,
      number: refunds.number,
      amount: refunds.amount,
      requestedAt: refunds.requestedAt,
    })
    .from(refunds)
    .where(or(eq(refunds.paymentId, paymentId), eq(refunds.paidLineId, paymentId)))
    .orderBy(desc(refunds.requestedAt));
