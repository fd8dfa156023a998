import "server-only";

import { desc, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { bookProofs } from "#/db/schema/index.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";
import type { Finding, Law, Neighbour } from "#/lib/ledger/proof.ts";
import { BOOK_LAWS, lostNumbers } from "./book-laws.ts";

/** Recomputes the books from payments, allocations and acts, and the series from their papers. Empty where all of it agrees. */
export async function proveBooks(tx: Tx): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [law, query] of Object.entries(BOOK_LAWS)) {
    const [row] = await tx.execute<{ count: number; example: string | null }>(
      sql.raw(`select count(*)::int as count, min(broken.example::text) as example from (${query}) broken (example)`),
    );
    if (row && row.count > 0) findings.push({ law: law as Law, count: row.count, example: row.example ?? "" });
  }
  return [...findings, ...(await proveNumbers(tx, "invoice")), ...(await proveNumbers(tx, "act"))];
}

type Lost = { year: number; n: number; cause: NonNullable<Finding["gap"]>["cause"]; count: number };

/** The first lost number of each cause and year, with the papers on its two sides. */
async function proveNumbers(tx: Tx, kind: "invoice" | "act"): Promise<Finding[]> {
  const lost = await tx.execute<Lost>(
    sql.raw(
      `select year, min(n)::int as n, cause, count(*)::int as count from (${lostNumbers(kind)}) lost group by year, cause order by 1, 2`,
    ),
  );
  const findings: Finding[] = [];
  for (const { year, n, cause, count } of lost) {
    const before = await neighbour(tx, kind, year, sql`sequence < ${n} order by sequence desc`);
    const after = await neighbour(
      tx,
      kind,
      year,
      sql`sequence ${sql.raw(cause === "counter-behind" ? ">=" : ">")} ${n} order by sequence`,
    );
    const example = invoiceNumber(year, n);
    findings.push({ law: `${kind}-number`, count, example, gap: { year, before, after, cause } });
  }
  return findings;
}

async function neighbour(tx: Tx, kind: "invoice" | "act", year: number, where: ReturnType<typeof sql>) {
  const table = sql.raw(kind === "invoice" ? "invoices" : "acts");
  const [row] = await tx.execute<Neighbour>(
    sql`select number, to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from ${table} where year = ${year} and ${where} limit 1`,
  );
  return row ? { number: row.number, at: row.at } : null;
}

/** The newest word about the books; null before the first night. */
export async function lastProof(tx: Tx) {
  const [row] = await tx.select().from(bookProofs).orderBy(desc(bookProofs.provenAt)).limit(1);
  return row ?? null;
}
