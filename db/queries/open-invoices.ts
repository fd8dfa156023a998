import "server-only";

import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { invoices, parties } from "#/db/schema/index.ts";
import { CANDIDATES_AT_MOST, type Candidate, Candidates } from "#/lib/statement/candidates.ts";
import type { PurposeReading } from "#/lib/statement/purpose.ts";
import { standingOf } from "./invoice-standing.ts";

export type PayerLine = { amount: bigint; payer: { unp: string | null; iban: string | null } };
export type ReadLine = { line: PayerLine; reading: PurposeReading };

/** The invoices that one payment may mean. Only the house matches, so nothing is scoped by party. */
export async function candidatesFor(tx: Tx, line: PayerLine, reading: PurposeReading): Promise<Candidate[]> {
  return (await candidatesForAll(tx, [{ line, reading }])).of(line, reading);
}

/**
 * The invoices that any of these payments may mean, found by indexes and then read: in one query PostgreSQL would expect thousands
 * for each line and read the whole table. Of a payer and of a sum come the oldest, as many as one line may
 * have and as many more as these lines can pay: whoever is paid makes room for the next.
 */
export async function candidatesForAll(tx: Tx, lines: readonly ReadLine[]): Promise<Candidates> {
  const numbers = lines.flatMap(({ reading }) => reading.numbers.map(({ number }) => number));
  const most = CANDIDATES_AT_MOST + lines.length;
  const sums = new Map<bigint, number>();
  for (const { line } of lines)
    if (!line.payer.unp) sums.set(line.amount, (sums.get(line.amount) ?? CANDIDATES_AT_MOST) + 1);
  const wanted = [...sums].map(([total, count]) => ({ total: total.toString(), most: count }));
  const texts = (of: readonly (string | null)[]) =>
    sql`json_array_elements_text(${JSON.stringify([...new Set(of.filter(Boolean))])}::text::json)`;
  const theirs = (key: SQL, of: readonly (string | null)[]) =>
    sql`select i.id from ${texts(of)} asked (key) join parties p on ${key} = asked.key cross join lateral
      (select id from invoices where party_id = p.id and status in ('live', 'expired') order by issued_on, number limit ${most}) i`;
  const found = await tx.execute<{ id: string }>(sql`
    select i.id from ${texts(numbers)} asked (key) join invoices i on i.number = asked.key
    union ${theirs(
      sql`p.unp`,
      lines.map(({ line }) => line.payer.unp),
    )}
    union ${theirs(
      sql`p.iban`,
      lines.map(({ line }) => line.payer.iban),
    )}
    union select i.id from json_to_recordset(${JSON.stringify(wanted)}::text::json) asked (total bigint, most int) cross join lateral
      (select id from invoices where status = 'live' and total = asked.total order by issued_on, number limit asked.most) i
  `);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return new Candidates([]);
  const rows = await tx
    .select({
      id: invoices.id,
      contractId: invoices.contractId,
      number: invoices.number,
      issuedOn: invoices.issuedOn,
      validUntil: invoices.validUntil,
      total: invoices.total,
      paid: invoices.paid,
      status: standingOf(),
      partyUnp: parties.unp,
      partyIban: parties.iban,
      partyName: parties.name,
    })
    .from(invoices)
    .innerJoin(parties, eq(parties.id, invoices.partyId))
    .where(inArray(invoices.id, ids));
  return new Candidates(rows);
}
