import "server-only";

import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, reconciliations } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Operation, ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";

const MOST = 50;

/** A party's акты сверки, the newest first; scoped by row-level security and by the party that is named. */
export const reconciliationsOf = (tx: Tx, partyId: string) =>
  tx
    .select({
      id: reconciliations.id,
      number: reconciliations.number,
      issuedOn: reconciliations.issuedOn,
      from: reconciliations.from,
      to: reconciliations.to,
    })
    .from(reconciliations)
    .where(eq(reconciliations.partyId, partyId))
    .orderBy(desc(reconciliations.issuedAt), desc(reconciliations.id))
    .limit(MOST);

/** Money of the party that stands on the seller's account by the end of a day: what was set against its invoices, and what waits. */
async function paymentsUntil(tx: Tx, partyId: string, to: Day): Promise<Operation[]> {
  const rows = await tx.execute<{ number: string; dated: Day; on: Day; amount: string }>(sql`
    select p.document_number as "number", p.document_date::text as "dated", p.credit_date::text as "on",
      (coalesce(a.amount, 0) + case when p.party_id = ${partyId} then p.amount - p.allocated else 0 end)::text as "amount"
    from payments p
    left join (select payment_id, sum(amount) as amount from allocations where party_id = ${partyId} group by payment_id) a
      on a.payment_id = p.id
    where p.side = 'credit' and p.credit_date <= ${to} and (a.payment_id is not null or p.party_id = ${partyId})
    order by p.credit_date, p.id`);
  return rows.filter(({ amount }) => amount !== "0").map((row) => ({ kind: "payment" as const, ...row }));
}

/** What an акт сверки of a party is made of: money and acts until the end of a day; a corrected act counts, the one that it replaced not. */
export async function settlementsUntil(
  tx: Tx,
  partyId: string,
  to: Day,
): Promise<Pick<ReconciliationFrozen, "operations" | "refused">> {
  const rows = await tx
    .select({ number: acts.number, issuedOn: acts.issuedOn, status: acts.status, frozen: acts.frozen })
    .from(acts)
    .where(
      and(
        eq(acts.partyId, partyId),
        lte(acts.issuedOn, to),
        inArray(acts.status, ["issued", "sent", "received", "signed", "refused", "deemed"]),
      ),
    )
    .orderBy(asc(acts.issuedOn), asc(acts.number));
  const known = rows.map(({ number, issuedOn, status, frozen }) => ({
    ...{ number, issuedOn, status },
    amount: String(frozen.lines.reduce((all, { amount }) => all + BigInt(amount), 0n)),
  }));
  return {
    operations: [
      ...(await paymentsUntil(tx, partyId, to)),
      ...known
        .filter(({ status }) => status !== "refused")
        .map(({ number, issuedOn, amount }) => ({
          kind: "act" as const,
          number,
          dated: issuedOn,
          on: issuedOn,
          amount,
        })),
    ],
    refused: known
      .filter(({ status }) => status === "refused")
      .map(({ number, issuedOn, amount }) => ({ number, issuedOn, amount })),
  };
}
