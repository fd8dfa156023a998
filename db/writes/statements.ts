import "server-only";

import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { payments, statements } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { ofPayment } from "#/lib/ledger/ledger.ts";
import { lineKeys } from "#/lib/statement/identity.ts";
import type { Proposal } from "#/lib/statement/match.ts";
import type { Statement } from "#/lib/statement/statement.ts";
import { type Origin, record } from "./evidence.ts";
import { post } from "./ledger.ts";
import { updateMany } from "./many.ts";
import { tell } from "./outbox.ts";

/** Rows in one INSERT: 20 columns each stay under PostgreSQL's 65,535 parameters. */
const BATCH = 2000;

export type Imported = { statementId: string; lines: number; new: number; duplicates: number };

/**
 * Keeps a proved statement and those of its lines that nobody has brought before. The same file again changes nothing: its
 * hash is known. Overlapping files bring only their new lines: each line has a key of its own, twins included.
 */
export async function insertStatement(
  tx: Tx,
  statement: Statement,
  file: { id: string; sha256: string },
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<Imported> {
  const { lines, currency: _currency, ...head } = statement;
  const [known] = await tx.select({ id: statements.id }).from(statements).where(eq(statements.sha256, file.sha256));
  if (known) return { statementId: known.id, lines: lines.length, new: 0, duplicates: lines.length };

  const id = crypto.randomUUID();
  await tx.insert(statements).values({
    id,
    fileId: file.id,
    sha256: file.sha256,
    ...head,
    lines: lines.length,
    newLines: 0,
    importedAt: who.now,
    importedBy: actorRef(who.actor).id,
  });
  const keys = lineKeys(statement);
  const rows = lines.map(({ payer, ...line }, at) => ({
    id: crypto.randomUUID(),
    statementId: id,
    lineKey: keys[at]!,
    account: statement.account,
    ...line,
    payerName: payer.name,
    payerUnp: payer.unp,
    payerIban: payer.iban,
    payerBic: payer.bic,
    // A debit asks nothing of us here; a credit waits for matching.
    state: line.side === "credit" ? ("unmatched" as const) : ("none" as const),
  }));
  // One order for everybody: two overlapping files at once wait for each other instead of locking each other out.
  rows.sort((a, b) => (a.lineKey < b.lineKey ? -1 : 1));
  let fresh = 0;
  for (let at = 0; at < rows.length; at += BATCH) {
    const inserted = await tx
      .insert(payments)
      .values(rows.slice(at, at + BATCH))
      .onConflictDoNothing({ target: payments.lineKey })
      .returning({
        id: payments.id,
        side: payments.side,
        amount: payments.amount,
        creditDate: payments.creditDate,
      });
    await post(tx, who, inserted.map(ofPayment));
    fresh += inserted.length;
  }
  await tx.update(statements).set({ newLines: fresh }).where(eq(statements.id, id));
  await record(tx, who.actor, who.origin, who.now, {
    chain: `statement:${id}`,
    step: "import-statement",
    clause: "3.4",
    data: { statementId: id, sha256: file.sha256, lines: lines.length, new: fresh },
  });
  await tell(tx, who.now, { topic: "match-payments", payload: { statementId: id } });
  return { statementId: id, lines: lines.length, new: fresh, duplicates: lines.length - fresh };
}

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

/** What is left for a person to decide: with proposals, or without any. */
export async function keepProposals(
  tx: Tx,
  rows: readonly { paymentId: string; proposals: Proposal[] }[],
): Promise<void> {
  await updateMany(
    tx,
    payments,
    rows.map(({ paymentId: id, proposals }) => ({
      where: { id },
      set: { state: proposals.length > 0 ? "proposed" : "unidentified", proposals },
    })),
  );
}
