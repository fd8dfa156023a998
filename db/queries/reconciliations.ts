import "server-only";

import { and, asc, desc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, files, parties, reconciliationMoves, reconciliations } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { type Move, stateAfterLast } from "#/lib/reconciliation/state.ts";
import type { Movement } from "#/lib/reconciliation/statement.ts";

const MOST = 50;

/** The newest move that says where an act stands: a copy that was kept moves nothing. Of one table drizzle names columns bare, so the act is named here. */
const lastMove = sql<Exclude<Move, "keep-copy"> | null>`(
  select m.move from reconciliation_moves m
  where m.reconciliation_id = reconciliations.id and m.move <> 'keep-copy' order by m.seq desc limit 1)`;
const movedAt = sql<string | null>`(
  select (max(m.at) at time zone 'Europe/Minsk')::date::text from reconciliation_moves m
  where m.reconciliation_id = reconciliations.id and m.move <> 'keep-copy')`;
const copies = sql<number>`(
  select count(m.file_id)::int from reconciliation_moves m where m.reconciliation_id = reconciliations.id)`;

const row = {
  id: reconciliations.id,
  number: reconciliations.number,
  issuedOn: reconciliations.issuedOn,
  from: reconciliations.from,
  to: reconciliations.to,
  ...{ lastMove, movedAt, copies },
};
type Row = { issuedOn: Day; lastMove: Exclude<Move, "keep-copy"> | null; movedAt: string | null };
const withState = <R extends Row>({ lastMove: last, movedAt: at, ...rest }: R) => ({
  ...rest,
  state: stateAfterLast(last),
  stateOn: (at ?? rest.issuedOn) as Day,
});

/** A party's акты сверки, the newest first; scoped by row-level security and by the party that is named. */
export async function reconciliationsOf(tx: Tx, partyId: string) {
  const rows = await tx
    .select(row)
    .from(reconciliations)
    .where(eq(reconciliations.partyId, partyId))
    .orderBy(desc(reconciliations.issuedAt), desc(reconciliations.id))
    .limit(MOST);
  return rows.map(withState);
}

/** The house's list: those in these states of all customers, the one that has waited longest first. */
export async function reconciliationsWaiting(tx: Tx, lasts: readonly (Move | null)[], newestFirst = false) {
  const at = sql`coalesce((select max(m.at) from reconciliation_moves m
    where m.reconciliation_id = reconciliations.id and m.move <> 'keep-copy'), reconciliations.issued_at)`;
  const named = lasts.filter((move) => move !== null);
  const fresh = lasts.includes(null) ? sql`${lastMove} is null` : sql`false`;
  const moved = named.length > 0 ? inArray(lastMove, named) : sql`false`;
  const rows = await tx
    .select({ ...row, partyId: reconciliations.partyId, party: parties.name })
    .from(reconciliations)
    .innerJoin(parties, eq(parties.id, reconciliations.partyId))
    .where(sql`(${fresh} or ${moved})`)
    .orderBy(newestFirst ? desc(at) : asc(at), reconciliations.id)
    .limit(MOST);
  return rows.map(withState);
}

/** One act with all that was done with it; null for a stranger's as for a missing one. */
export async function findReconciliation(tx: Tx, actor: Actor, id: string) {
  const scope = actor.kind === "customer" ? eq(reconciliations.partyId, actor.partyId) : undefined;
  const [found] = await tx
    .select({ act: reconciliations, party: parties.name })
    .from(reconciliations)
    .innerJoin(parties, eq(parties.id, reconciliations.partyId))
    .where(and(eq(reconciliations.id, id), scope));
  if (!found) return null;
  const moves = await tx
    .select({
      ...{ seq: reconciliationMoves.seq, move: reconciliationMoves.move, side: reconciliationMoves.side },
      ...{ at: reconciliationMoves.at, data: reconciliationMoves.data, fileId: reconciliationMoves.fileId },
      file: files.name,
    })
    .from(reconciliationMoves)
    .leftJoin(files, eq(files.id, reconciliationMoves.fileId))
    .where(eq(reconciliationMoves.reconciliationId, id))
    .orderBy(asc(reconciliationMoves.seq));
  return { ...found.act, party: found.party, moves };
}
export type ReconciliationFound = NonNullable<Awaited<ReturnType<typeof findReconciliation>>>;

/** The newest act that both sides agreed on and that ends before a day: what the next one starts from. */
export async function agreedBefore(tx: Tx, partyId: string, day: Day) {
  const [agreed] = await tx
    .select({ id: reconciliations.id, number: reconciliations.number, frozen: reconciliations.frozen })
    .from(reconciliations)
    .innerJoin(
      reconciliationMoves,
      and(eq(reconciliationMoves.reconciliationId, reconciliations.id), eq(reconciliationMoves.move, "confirm")),
    )
    .where(and(eq(reconciliations.partyId, partyId), lt(reconciliations.to, day)))
    .orderBy(desc(reconciliations.to), desc(reconciliationMoves.at))
    .limit(1);
  return agreed ?? null;
}

type MoneyRow = { id: string; number: string; dated: Day; on: Day; amount: string };
type SetRow = { payment: string; contractId: string; number: string; amount: string };

/** Money of the party that stands on the seller's account by the end of a day: what was set against its invoices, and what waits. */
async function paymentsUntil(tx: Tx, partyId: string, to: Day): Promise<Movement[]> {
  const rows = await tx.execute<MoneyRow>(sql`
    select p.id, p.document_number as "number", p.document_date::text as "dated", p.credit_date::text as "on",
      (coalesce(a.amount, 0) + case when p.party_id = ${partyId} then p.amount - p.allocated else 0 end)::text as "amount"
    from payments p
    left join (select payment_id, sum(amount) as amount from allocations where party_id = ${partyId} group by payment_id) a
      on a.payment_id = p.id
    where p.side = 'credit' and p.credit_date <= ${to} and (a.payment_id is not null or p.party_id = ${partyId})
    order by p.credit_date, p.id`);
  const set = await tx.execute<SetRow>(sql`
    select a.payment_id as "payment", i.contract_id as "contractId", i.number, sum(a.amount)::text as "amount"
    from allocations a join invoices i on i.id = a.invoice_id
    where a.party_id = ${partyId}
    group by a.payment_id, i.contract_id, i.number having sum(a.amount) <> 0
    order by i.number`);
  const byPayment = Map.groupBy(set, ({ payment }) => payment);
  return rows
    .filter(({ amount }) => amount !== "0")
    .map((payment) => ({
      kind: "payment" as const,
      ...payment,
      contractId: byPayment.get(payment.id)?.[0]?.contractId ?? null,
      set: (byPayment.get(payment.id) ?? []).map(({ contractId, number, amount }) => ({
        ...{ contractId, number },
        amount: BigInt(amount),
      })),
    }));
}

/** Money that the seller sent back to the party, as its books have it, by the number that its payment order bears. */
async function refundsUntil(tx: Tx, partyId: string, to: Day): Promise<Movement[]> {
  const rows = await tx.execute<MoneyRow & { contractId: string | null }>(sql`
    select e.source_id as "id", r.number, e.fact_day::text as "dated", e.fact_day::text as "on",
      e.amount::text as "amount", e.contract_id as "contractId"
    from ledger_entries e join refunds r on r.id = e.source_id
    where e.party_id = ${partyId} and e.source = 'refund-paid' and e.fact_day <= ${to}
    order by e.fact_day, e.id`);
  return rows.map((refund) => ({ kind: "refund" as const, ...refund, set: [] }));
}

type Settlements = { movements: Movement[]; refused: ReconciliationFrozen["refused"] };

/**
 * What moved between the sides until the end of a day: money, acts, money that went back; a corrected act counts, the one that it
 * replaced not, and a refused one is named apart. The statement of account and the акт сверки are both made of it.
 */
export async function movementsUntil(tx: Tx, partyId: string, to: Day): Promise<Settlements> {
  const rows = await tx
    .select({
      ...{ id: acts.id, contractId: acts.contractId, number: acts.number, issuedOn: acts.issuedOn },
      ...{ status: acts.status, frozen: acts.frozen },
    })
    .from(acts)
    .where(
      and(
        eq(acts.partyId, partyId),
        lte(acts.issuedOn, to),
        inArray(acts.status, ["issued", "sent", "received", "signed", "refused", "deemed"]),
      ),
    )
    .orderBy(asc(acts.issuedOn), asc(acts.number));
  const known = rows.map(({ frozen, ...act }) => ({
    ...act,
    amount: String(frozen.lines.reduce((all, { amount }) => all + BigInt(amount), 0n)),
  }));
  const counted = known
    .filter(({ status }) => status !== "refused")
    .map(({ id, contractId, number, issuedOn, amount }) => ({
      ...{ kind: "act" as const, id, contractId, number, amount, set: [] },
      ...{ dated: issuedOn, on: issuedOn },
    }));
  return {
    movements: [...(await paymentsUntil(tx, partyId, to)), ...counted, ...(await refundsUntil(tx, partyId, to))],
    refused: known
      .filter(({ status }) => status === "refused")
      .map(({ number, issuedOn, amount }) => ({ number, issuedOn, amount })),
  };
}

/** The same as an акт сверки freezes it: without what only a screen leads to. */
export async function settlementsUntil(
  tx: Tx,
  partyId: string,
  to: Day,
): Promise<Pick<ReconciliationFrozen, "operations" | "refused">> {
  const { movements, refused } = await movementsUntil(tx, partyId, to);
  const operations = movements.map(({ kind, number, dated, on, amount }) => ({ kind, number, dated, on, amount }));
  return { operations, refused };
}
