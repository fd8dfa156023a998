import "server-only";

import { followUps } from "#/app/_actions/contract/follow-ups.ts";
import { acceptOfferStep, allocatePaymentStep } from "#/app/_actions/contract/specs.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { findContracts } from "#/db/queries/contracts.ts";
import { publishedOffers } from "#/db/queries/offer.ts";
import { candidatesForAll } from "#/db/queries/open-invoices.ts";
import { paymentsOfContracts, type StandingPayment } from "#/db/queries/payments.ts";
import { type Move, saveMoneyMoves } from "#/db/writes/contracts-together.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { keepProposals, takeUnmatched } from "#/db/writes/statements.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { afterMoney } from "#/lib/contract/after-money.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import type { AcceptFacts } from "#/lib/contract/steps/accept-offer.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { type MatchDecision, matchLine, type Proposal } from "#/lib/statement/match.ts";
import { MATCHER, readPayment, refusedExact } from "./match-next.ts";

/**
 * Matches up to `most` payments of a statement in one transaction: what a payment means and what each contract does about it is
 * decided in memory, in the bank's order and by the same pure decisions as one at a time; rows are written for all at once. Returns
 * how many it took, perhaps fewer than there were.
 */
export async function matchPortion(
  tx: Tx,
  statementId: string,
  now: Date,
  most: number,
  but: readonly string[],
): Promise<number> {
  const lines = (await takeUnmatched(tx, statementId, most, but)).map(readPayment);
  if (lines.length === 0) return 0;
  const pool = await candidatesForAll(tx, lines);
  const first = lines.map(({ line, reading }) => {
    const candidates = pool.of(line, reading);
    return { candidates, decision: matchLine(line, candidates, reading) };
  });
  const paid = first.flatMap(({ decision }) => (decision.decision === "automatic" ? [decision.invoiceId] : []));
  const desk = await deskOf(
    tx,
    paid.map((id) => pool.get(id)!.contractId),
    await givenAt(tx, now),
  );

  const moves: Move[] = [];
  const left: { paymentId: string; proposals: Proposal[] }[] = [];
  const moved = new Set<string>();
  let taken = 0;
  for (const { payment, line, reading } of lines) {
    const before = first[taken]!;
    // Only a payment whose candidates an earlier one has changed means something else now.
    const decision = before.candidates.some(({ id }) => moved.has(id))
      ? matchLine(line, pool.of(line, reading), reading)
      : before.decision;
    if (decision.decision === "automatic") {
      const invoice = pool.get(decision.invoiceId)!;
      // Its contract is not among the locked ones: the next portion begins with it.
      if (!desk.knows(invoice.contractId)) break;
      const done = desk.pay(invoice.contractId, invoice.id, payment);
      if (done.ok) {
        moves.push(...done.value);
        const { paid: sum, status } = done.value.at(-1)!.after.invoices.find(({ id }) => id === invoice.id)!;
        pool.put({ ...invoice, paid: sum, status });
        moved.add(invoice.id);
      }
      // The wall of the step is stricter than the ladder: what it refuses goes to a person.
      else left.push({ paymentId: payment.id, proposals: [refusedExact(invoice.id)] });
    } else left.push({ paymentId: payment.id, proposals: proposalsOf(decision) });
    taken++;
  }
  await saveMoneyMoves(tx, moves, { origin: NO_ORIGIN, now });
  await keepProposals(tx, left);
  return taken;
}

const proposalsOf = (decision: MatchDecision) => (decision.decision === "proposed" ? decision.proposals : []);

type Payment = ReturnType<typeof readPayment>["payment"];

/** The contracts that a portion pays, locked in the order of their ids, with all that their steps decide on. */
async function deskOf(tx: Tx, contractIds: readonly string[], given: Given) {
  const ids = [...new Set(contractIds)];
  const locked = await findContracts(tx, MATCHER, ids, { lock: true });
  const contracts = new Map(locked.map((contract) => [contract.id, contract]));
  const standing = ids.length > 0 ? await paymentsOfContracts(tx, ids) : new Map<string, StandingPayment[]>();
  const offers = ids.length > 0 ? await publishedOffers(tx) : [];
  return {
    knows: (contractId: string) => contracts.has(contractId),
    pay(contractId: string, invoiceId: string, payment: Payment): Result<Move[], Refusal> {
      const moves = movesOf(contracts.get(contractId)!, invoiceId, payment, given, {
        standing: standing.get(contractId) ?? [],
        offers,
      });
      if (!moves.ok) return moves;
      contracts.set(contractId, moves.value.at(-1)!.after);
      standing.set(contractId, [...(standing.get(contractId) ?? []), restOf(payment, moves.value)]);
      return moves;
    },
  };
}

/** Setting the payment against the invoice, then what the contract itself makes follow; a refusal of either undoes both. */
function movesOf(
  contract: Contract,
  invoiceId: string,
  payment: Payment,
  given: Given,
  { standing, offers }: { standing: readonly StandingPayment[]; offers: AcceptFacts["offers"] },
): Result<Move[], Refusal> {
  const facts = { payment: { ...payment, toReturn: false }, by: "automatic" } as const;
  const input = { contractId: contract.id, paymentId: payment.id, invoiceId };
  const put = allocatePaymentStep.decide(contract, input, given, facts);
  if (!put.ok) return put;
  const moves: Move[] = [
    { actor: MATCHER, before: contract, change: put.value, after: afterMoney(contract, put.value) },
  ];
  const before = moves[0]!.after;
  for (const next of followUps(allocatePaymentStep.step, before, given)) {
    if (next.spec.step !== acceptOfferStep.step) throw new Error(`nobody follows ${next.spec.step} in a portion`);
    const payments = [...standing, restOf(payment, moves)];
    const balance = payments.reduce((sum, { rest }) => sum + BigInt(rest), 0n);
    const change = acceptOfferStep.decide(before, { contractId: contract.id }, given, { payments, balance, offers });
    if (!change.ok) return err(change.error);
    const actor = { kind: "system", job: next.job } as const;
    moves.push({ actor, before, change: change.value, after: afterMoney(before, change.value) });
  }
  return ok(moves);
}

/** The payment as it stands against the contract once these moves are stored. */
function restOf({ amount, allocated, documentDate, creditDate }: Payment, moves: readonly Move[]): StandingPayment {
  const put = moves.flatMap(({ change }) => change.allocations ?? []).reduce((sum, one) => sum + one.amount, 0n);
  return { documentDate, creditDate, rest: (amount - allocated - put).toString() };
}
