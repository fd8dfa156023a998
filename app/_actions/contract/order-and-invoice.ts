import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import { offerFacts } from "#/db/queries/offer.ts";
import { findParty } from "#/db/queries/parties.ts";
import { runningUntil } from "#/db/queries/payments.ts";
import { insertOrder } from "#/db/writes/contracts.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { refuse } from "#/lib/action-result.ts";
import { type PlaceOrderInput, placeOrder } from "#/lib/contract/steps/place-order.ts";
import type { Asked } from "../action.ts";
import { partyByHand } from "../party-by-hand.ts";
import type { StepDone } from "./spec.ts";
import { issueInvoiceStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

/** Clauses 1.10, 2.1, 3.1: the order and, in the same transaction, its invoice; the customer's own, or written down on its word. */
export async function orderAndInvoice({
  tx,
  actor,
  input,
  now,
  origin,
}: Asked<PlaceOrderInput>): Promise<ActionResult<StepDone>> {
  const { onBehalf } = input;
  const whose = await partyByHand(tx, actor, { event: "place-order", partyId: input.partyId, onBehalf });
  if (!whose.ok) return whose;
  const partyId = whose.value;
  if (!(await findParty(tx, actor, partyId))) return refuse("record.not_found");
  const given = await givenAt(tx, now);
  const facts = await offerFacts(tx, partyId, given.today);
  if (!facts) return refuse("edition.none_in_force");
  const portals = input.lines.map(({ portal }) => portal);
  const decided = placeOrder(input, given, {
    ...facts,
    runningUntil: await runningUntil(tx, partyId, portals, given.today),
  });
  if (!decided.ok) {
    const { field, ...refusal } = decided.error;
    return field ? refuse("form.invalid", { [field]: refusal }) : refuse(refusal);
  }
  const contractId = crypto.randomUUID();
  await insertOrder(tx, contractId, partyId, decided.value, { actor, origin, now, onBehalf });
  return takeStep({ tx, actor: { kind: "system", job: "invoice-at-order" }, origin, given }, issueInvoiceStep, {
    contractId,
    version: 1,
  });
}
