import "server-only";

import { allocatePaymentStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { candidatesFor } from "#/db/queries/open-invoices.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { keepProposals, nextUnmatched } from "#/db/writes/statements.ts";
import { matchLine, type Proposal } from "#/lib/statement/match.ts";
import { readPurpose } from "#/lib/statement/purpose.ts";

const MATCHER = { kind: "system", job: "match-payments" } as const;

/**
 * Matches what a statement brought, one payment a transaction, so a kill in the middle loses and doubles nothing and the next
 * run goes on. Several runs at once share the work: each takes a row that nobody holds. Returns how many it took.
 */
export async function matchStatement(
  db: Db,
  statementId: string,
  now: Date,
  limit = Number.POSITIVE_INFINITY,
): Promise<number> {
  for (let done = 0; done < limit; done++) {
    const took = await inTenant(db, MATCHER, (tx) => matchNext(tx, statementId, now));
    if (!took) return done;
  }
  return limit;
}

async function matchNext(tx: Tx, statementId: string, now: Date): Promise<boolean> {
  const payment = await nextUnmatched(tx, statementId);
  if (!payment) return false;
  const { payerName: name, payerUnp: unp, payerIban: iban, payerBic: bic, ...rest } = payment;
  const line = { ...rest, payer: { name, unp, iban, bic } };
  const reading = readPurpose(line.purpose);
  const candidates = await candidatesFor(tx, line, reading);
  const decision = matchLine(line, candidates, reading);
  if (decision.decision === "automatic") {
    const invoice = candidates.find(({ id }) => id === decision.invoiceId);
    const given = await givenAt(tx, now);
    const input = { contractId: invoice!.contractId, paymentId: payment.id, invoiceId: decision.invoiceId };
    const done = await orUndo(
      (body) => tx.transaction(body),
      (savepoint) => takeStep({ tx: savepoint, actor: MATCHER, origin: NO_ORIGIN, given }, allocatePaymentStep, input),
    );
    // The wall of the step is stricter than the ladder: what it refuses goes to a person.
    if (!done.ok) await keepProposals(tx, payment.id, [refusedExact(decision.invoiceId)]);
    return true;
  }
  await keepProposals(tx, payment.id, decision.decision === "proposed" ? decision.proposals : []);
  return true;
}

const refusedExact = (invoiceId: string): Proposal => ({
  invoiceId,
  rank: 1,
  reasons: ["number", "date", "sum"],
  kind: "exact",
});
