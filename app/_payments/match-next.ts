import "server-only";

import { allocatePaymentStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { candidatesFor } from "#/db/queries/open-invoices.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { keepProposals, takeUnmatched } from "#/db/writes/statements.ts";
import { matchLine, type Proposal } from "#/lib/statement/match.ts";
import { readPurpose } from "#/lib/statement/purpose.ts";

export const MATCHER = { kind: "system", job: "match-payments" } as const;

/**
 * Matches one payment of a statement by the steps that a person would press: what `matchPortion` must equal, and the way around a
 * portion that failed. `began` is told which payment it is. False when there is none.
 */
export async function matchNext(
  tx: Tx,
  statementId: string,
  now: Date,
  but: readonly string[] = [],
  began: (paymentId: string) => void = () => {},
): Promise<boolean> {
  const [row] = await takeUnmatched(tx, statementId, 1, but);
  if (!row) return false;
  began(row.id);
  const { payment, line, reading } = readPayment(row);
  const candidates = await candidatesFor(tx, line, reading);
  const decision = matchLine(line, candidates, reading);
  if (decision.decision !== "automatic") {
    const proposals = decision.decision === "proposed" ? decision.proposals : [];
    await keepProposals(tx, [{ paymentId: payment.id, proposals }]);
    return true;
  }
  const invoice = candidates.find(({ id }) => id === decision.invoiceId)!;
  const given = await givenAt(tx, now);
  const input = { contractId: invoice.contractId, paymentId: payment.id, invoiceId: invoice.id };
  const done = await orUndo(
    (body) => tx.transaction(body),
    (savepoint) => takeStep({ tx: savepoint, actor: MATCHER, origin: NO_ORIGIN, given }, allocatePaymentStep, input),
  );
  // The wall of the step is stricter than the ladder: what it refuses goes to a person.
  if (!done.ok) await keepProposals(tx, [{ paymentId: payment.id, proposals: [refusedExact(invoice.id)] }]);
  return true;
}

/** A stored payment as matching reads it. */
export function readPayment(payment: Awaited<ReturnType<typeof takeUnmatched>>[number]) {
  const { payerName: name, payerUnp: unp, payerIban: iban, payerBic: bic, ...rest } = payment;
  const line = { ...rest, payer: { name, unp, iban, bic } };
  return { payment, line, reading: readPurpose(line.purpose) };
}

export const refusedExact = (invoiceId: string): Proposal => ({
  invoiceId,
  rank: 1,
  reasons: ["number", "date", "sum"],
  kind: "exact",
});
