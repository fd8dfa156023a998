import "server-only";

import type { Tx } from "#/db/client.ts";
import { candidatesFor } from "#/db/queries/open-invoices.ts";
import { declinesOf } from "#/db/queries/payment-decisions.ts";
import { lockPayment, setProposals } from "#/db/writes/payment-decisions.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { matchLine, type Proposal } from "#/lib/statement/match.ts";
import { readPurpose } from "#/lib/statement/purpose.ts";

/**
 * Looks again for what an undecided payment may mean: invoices come and go after its import. A person is at it now, so nothing is
 * set by itself, and what was declined is not proposed again.
 */
export async function proposeAgain(tx: Tx, paymentId: string): Promise<ActionResult<{ proposals: number }>> {
  const payment = await lockPayment(tx, paymentId);
  if (!payment) return refuse("record.not_found");
  if (!["proposed", "unidentified"].includes(payment.state)) return refuse("record.changed");
  const { payerName: name, payerUnp: unp, payerIban: iban, payerBic: bic, ...rest } = payment;
  const line = { ...rest, payer: { name, unp, iban, bic } };
  const reading = readPurpose(line.purpose);
  const declined = new Set((await declinesOf(tx, paymentId)).map(({ invoiceId }) => invoiceId));
  const candidates = (await candidatesFor(tx, line, reading)).filter(({ id }) => !declined.has(id));
  const decision = matchLine(line, candidates, reading);
  const proposals =
    decision.decision === "proposed"
      ? decision.proposals
      : decision.decision === "automatic"
        ? [exactly(decision.invoiceId)]
        : [];
  await setProposals(tx, paymentId, proposals);
  return ok({ proposals: proposals.length });
}

const exactly = (invoiceId: string): Proposal => ({
  invoiceId,
  rank: 1,
  reasons: ["number", "date", "unp", "sum"],
  kind: "exact",
});
