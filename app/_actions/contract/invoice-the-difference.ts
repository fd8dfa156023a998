import "server-only";

import type { z } from "zod";

import { givenAt } from "#/app/_time/now.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { paymentFacts, standingOn } from "#/db/queries/payments.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { currentInvoice } from "#/lib/contract/contract.ts";
import { placeAfter } from "#/lib/contract/machine.ts";
import type { askDifferenceInput } from "#/lib/contract/steps/ask-difference.ts";
import { ok } from "#/lib/result.ts";
import type { Asked } from "../action.ts";
import type { StepDone } from "./spec.ts";
import { allocateAtDiscretionStep, askDifferenceStep, releaseAllocationStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

/**
 * Clauses 3.2, 3.4, in one transaction: what stood against the expired invoice is freed, a new one is issued at today's price, and
 * the money is carried over to it, oldest first. Each is a step of its own with its own evidence; where the money is enough by
 * today's price, the last of them is the acceptance.
 */
export async function invoiceTheDifference({
  tx,
  actor,
  origin,
  now,
  input,
}: Asked<z.output<typeof askDifferenceInput>>): Promise<ActionResult<StepDone>> {
  const { contractId, paymentId, reason } = input;
  const context = { tx, actor, origin, given: await givenAt(tx, now) };
  const contract = await findContract(tx, actor, contractId);
  if (!contract) return refuse("record.not_found");
  if (input.version !== contract.version) return refuse("record.changed");
  const expired = currentInvoice(contract);
  const late = await paymentFacts(tx, paymentId);
  if (!expired || !late) return refuse("record.not_found");
  if (late.toReturn) return refuse("payment.to_return");
  if (!placeAfter(contract, "ask-difference"))
    return refuse({
      code: "step.not_allowed",
      params: { step: "ask-difference", stage: contract.stage, act: contract.act },
    });

  const standing = await standingOn(tx, expired.id);
  if (late.amount <= late.allocated && !standing.some((one) => one.paymentId === paymentId))
    return refuse("payment.nothing_left");
  let { version } = contract;
  for (const { id: allocationId } of standing) {
    const freed = await takeStep(context, releaseAllocationStep, {
      ...{ contractId, version, allocationId, reason, carried: true },
    });
    if (!freed.ok) return freed;
    version = freed.value.version;
  }
  const queue = [...new Set([...standing.map((one) => one.paymentId), paymentId])];
  const sums = new Map<string, bigint>();
  for (const id of queue) {
    // Only what stood here is taken from another payment; of the one that is decided on, all that is left.
    const stood = standing.filter((one) => one.paymentId === id).reduce((sum, { amount }) => sum + amount, 0n);
    sums.set(id, id === paymentId ? late.amount - late.allocated + stood : stood);
  }
  const carried = [...sums.values()].reduce((sum, amount) => sum + amount, 0n);
  const asked = await takeStep(context, askDifferenceStep, { contractId, version, paymentId, reason, carried });
  if (!asked.ok || !asked.value.invoiceId) return asked;

  const { invoiceId } = asked.value;
  let done = asked.value;
  for (const [id, available] of sums) {
    const fresh = await findContract(tx, actor, contractId);
    const invoice = fresh && currentInvoice(fresh);
    if (!fresh || !invoice || invoice.paid === invoice.total) break;
    const due = invoice.total - invoice.paid;
    const set = await takeStep(context, allocateAtDiscretionStep, {
      ...{ contractId, version: fresh.version, paymentId: id, invoiceId, reason, carried: true },
      amount: available < due ? available : due,
    });
    if (!set.ok) return set;
    done = { ...done, ...set.value };
  }
  return ok(done);
}
