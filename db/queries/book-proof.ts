import "server-only";

import { desc, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { bookProofs } from "#/db/schema/index.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";
import type { Finding, Law, Neighbour } from "#/lib/ledger/proof.ts";
import { refundNumber } from "#/lib/refund/number.ts";
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
  for (const kind of ["invoice", "act", "refund"] as const) findings.push(...(await proveNumbers(tx, kind)));
  return findings;
}

type Lost = { year: number; n: number; cause: NonNullable<Finding["gap"]>["cause"]; count: number };

/** The first lost number of each cause and year, with the papers on its two sides. */
/** When a paper of each series was given its number. */
const NUMBERED = { invoice: "issued_at", act: "issued_at", refund: "prepared_at" } as const;
type Numbered = keyof typeof NUMBERED;

async function proveNumbers(tx: Tx, kind: Numbered): Promise<Finding[]> {
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
    const example = kind === "refund" ? refundNumber(year, n) : invoiceNumber(year, n);
    findings.push({ law: `${kind}-number`, count, example, gap: { year, before, after, cause } });
  }
  return findings;
}

async function neighbour(tx: Tx, kind: Numbered, year: number, where: ReturnType<typeof sql>) {
  const [table, at] = [sql.raw(`${kind}s`), sql.raw(NUMBERED[kind])];
  const [row] = await tx.execute<Neighbour>(
    sql`select number, to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from ${table} where year = ${year} and ${where} limit 1`,
  );
  return row ? { number: row.number, at: row.at } : null;
}

/** The newest word about the books; null before the first night. */
export async function lastProof(tx: Tx) {
  const [row] = await tx.select().from(bookProofs).orderBy(desc(bookProofs.provenAt)).limit(1);
  return row ?? null;
}
