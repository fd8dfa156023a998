import "server-only";

import { findContract } from "#/db/queries/contracts.ts";
import { saveContractChange } from "#/db/writes/contracts.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { sideMayTake } from "#/lib/contract/machine.ts";
import { ok } from "#/lib/result.ts";
import { followUps } from "./follow-ups.ts";
import type { StepContext, StepDone, StepSpec } from "./spec.ts";

/**
 * One contract step: load → decide → store and record → tell, then the automatic steps that follow from it (a full payment is
 * acceptance, a complete activation issues the act), all in the caller's transaction. Knows nothing of browsers: actions, jobs
 * and the statement import take steps alike.
 */
export async function takeStep<Input extends { contractId: string; version?: number }, Facts>(
  context: StepContext,
  spec: StepSpec<Input, Facts>,
  input: Input,
): Promise<ActionResult<StepDone>> {
  const { tx, actor, origin, given } = context;
  const contract = await findContract(tx, actor, input.contractId);
  if (!contract) return refuse("record.not_found");
  const side = actor.kind === "customer" || actor.kind === "staff" ? actor.kind : "system";
  if (!sideMayTake(side, spec.step)) return refuse("auth.forbidden");
  if (input.version !== undefined && input.version !== contract.version) return refuse("record.changed");

  const facts = await spec.facts(context, contract, input);
  if (!facts.ok) return refuse(facts.error);
  const decided = spec.decide(contract, input, given, facts.value);
  if (!decided.ok) return refuse(decided.error);
  const stored = await saveContractChange(tx, contract, decided.value, { actor, origin, now: given.now });
  if (!stored) return refuse("record.changed");

  let done: StepDone = {
    ...stored,
    contractId: contract.id,
    stage: decided.value.stage,
    act: decided.value.act,
    version: contract.version + 1,
  };
  const after = await findContract(tx, actor, contract.id);
  for (const next of followUps(spec.step, after!, given)) {
    const followed = await takeStep({ ...context, actor: { kind: "system", job: next.job } }, next.spec, {
      contractId: contract.id,
    });
    if (!followed.ok) return followed;
    done = { ...done, ...followed.value };
  }
  return ok(done);
}
