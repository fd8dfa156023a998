import "server-only";

import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { payments, statements } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { ofPayment } from "#/lib/ledger/ledger.ts";
import { lineKeyOf } from "#/lib/statement/identity.ts";
import type { Proposal } from "#/lib/statement/match.ts";
import type { StatementHead, StatementLine } from "#/lib/statement/statement.ts";
import { type Origin, record } from "./evidence.ts";
import { post } from "./ledger.ts";
import { inserting, updateMany } from "./many.ts";
import { tell } from "./outbox.ts";

/** Lines that are read while they are kept, so that nobody holds all of them: how many, and some at a time. */
export type LineBatches = { count: number; batches: Iterable<readonly StatementLine[]> };

/** Rows in one INSERT: to write them out as JSON takes some milliseconds, in which nobody else is served. */
export const BATCH = 500;
/** Whoever brings another file of the same account waits for this one to its end. */
const WAIT_FOR_ACCOUNT = "60s";

export type Imported = { statementId: string; lines: number; new: number; duplicates: number };

/** The same file again changes nothing: its hash is known. Null where it is not. */
export async function importedBefore(tx: Tx, sha256: string): Promise<Imported | null> {
  const [known] = await tx
    .select({ id: statements.id, lines: statements.lines })
    .from(statements)
    .where(eq(statements.sha256, sha256));
  return known ? { statementId: known.id, lines: known.lines, new: 0, duplicates: known.lines } : null;
}

/**
 * Keeps a proved statement and those of its lines that nobody has brought before. Overlapping files bring only their new lines:
 * each line has a key of its own, twins included. `kept` is told the share that is done and may throw to undo all.
 */
export async function insertStatement(
  tx: Tx,
  statement: StatementHead & { lines: readonly StatementLine[] | LineBatches },
  file: { id: string; sha256: string },
  who: { actor: Actor; origin: Origin; now: Date },
  kept: (share: number) => void = () => {},
): Promise<Imported> {
  const { lines, currency: _currency, ...head } = statement;
  const count = "batches" in lines ? lines.count : lines.length;
  // One file of an account at a time: two overlapping ones would wait for each other's keys crosswise.
  await tx.execute(sql`select set_config('lock_timeout', ${WAIT_FOR_ACCOUNT}, true)`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`statement:${statement.account}`}, 0))`);
  const known = await importedBefore(tx, file.sha256);
  if (known) return known;

  const id = crypto.randomUUID();
  await tx.insert(statements).values({
    id,
    fileId: file.id,
    sha256: file.sha256,
    ...head,
    lines: count,
    newLines: 0,
    importedAt: who.now,
    importedBy: actorRef(who.actor).id,
  });
  const keyOf = lineKeyOf(statement.account);
  let fresh = 0;
  let done = 0;
  for (const batch of "batches" in lines ? lines.batches : batchesOf(lines)) {
    const rows = batch.map((line) =>
      paymentOf(line, { statementId: id, lineKey: keyOf(line), account: statement.account }),
    );
    const inserted = await tx.execute<{ id: string }>(
      sql`${inserting(payments, rows)} on conflict (line_key) do nothing returning id`,
    );
    const added = new Set(inserted.map((row) => row.id));
    await post(tx, who, rows.filter((row) => added.has(row.id)).map(ofPayment));
    fresh += added.size;
    done += batch.length;
    kept(done / count);
  }
  await tx.update(statements).set({ newLines: fresh }).where(eq(statements.id, id));
  await record(tx, who.actor, who.origin, who.now, {
    chain: `statement:${id}`,
    step: "import-statement",
    clause: "3.4",
    data: { statementId: id, sha256: file.sha256, lines: count, new: fresh },
  });
  await tell(tx, who.now, { topic: "match-payments", payload: { statementId: id } });
  return { statementId: id, lines: count, new: fresh, duplicates: count - fresh };
}

function* batchesOf(lines: readonly StatementLine[]): Generator<readonly StatementLine[]> {
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH);
}

const paymentOf = (
  { payer, ...line }: StatementLine,
  place: { statementId: string; lineKey: string; account: string },
) => ({
  id: crypto.randomUUID(),
  ...place,
  ...line,
  payerName: payer.name,
  payerUnp: payer.unp,
  payerIban: payer.iban,
  payerBic: payer.bic,
  // A debit asks nothing of us here; a credit waits for matching.
  state: line.side === "credit" ? ("unmatched" as const) : ("none" as const),
});

type Payment = typeof payments.$inferSelect;

/**
 * The next credits of a statement that nobody has matched yet, in the bank's order, locked; those that another run holds are left
 * to it, those of `but` for later.
 */
export function takeUnmatched(
  tx: Tx,
  statementId: string,
  most: number,
  but: readonly string[] = [],
): Promise<Payment[]> {
  return tx
    .select()
    .from(payments)
    .where(
      and(
        sql`${payments.statementId} = ${statementId} and ${payments.state} = 'unmatched'`,
        but.length > 0 ? notInArray(payments.id, [...but]) : undefined,
      ),
    )
    .orderBy(payments.position)
    .limit(most)
    .for("update", { skipLocked: true });
}

/** What is left for a person to decide: with proposals, or without any; never what somebody has decided meanwhile. */
export async function keepProposals(
  tx: Tx,
  rows: readonly { paymentId: string; proposals: Proposal[] }[],
): Promise<void> {
  await updateMany(
    tx,
    payments,
    rows.map(({ paymentId: id, proposals }) => ({
      where: { id, state: "unmatched" },
      set: { state: proposals.length > 0 ? "proposed" : "unidentified", proposals },
    })),
  );
}
