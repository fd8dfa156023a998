import "server-only";

import { findContract } from "#/db/queries/contracts.ts";
import { fileOfParty } from "#/db/queries/files.ts";
import { saveContractChange } from "#/db/writes/contracts.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { type OnBehalf, refusedByHand } from "#/lib/contract/on-behalf.ts";
import { ok } from "#/lib/result.ts";
import { refuseBehalf } from "../refuse-behalf.ts";
import { followUps } from "./follow-ups.ts";
import type { StepContext, StepDone, StepSpec } from "./spec.ts";

/**
 * One contract step: load → decide → store and record → tell, then the automatic steps that follow from it (a full payment is
 * acceptance, a complete activation issues the act), all in the caller's transaction. Knows nothing of browsers: actions, jobs
 * and the statement import take steps alike.
 */
export async function takeStep<
  Input extends { contractId: string; version?: number; onBehalf?: OnBehalf | undefined },
  Facts,
>(context: StepContext, spec: StepSpec<Input, Facts>, input: Input): Promise<ActionResult<StepDone>> {
  const { tx, actor, origin, given } = context;
  const contract = await findContract(tx, actor, input.contractId);
  if (!contract) return refuse("record.not_found");
  const { onBehalf } = input;
  if (input.version !== undefined && input.version !== contract.version) return refuse("record.changed");
  const forbidden = refusedByHand(spec.step, actor, onBehalf);
  if (forbidden) return refuseBehalf(forbidden);

  if (onBehalf?.fileId && !(await fileOfParty(tx, actor, onBehalf.fileId, contract.partyId)))
    return refuse("form.invalid", { "onBehalf.fileId": { code: "file.not_found" } });

  const facts = await spec.facts(context, contract, input);
  if (!facts.ok) return refuse(facts.error);
  const decided = spec.decide(contract, input, given, facts.value);
  if (!decided.ok) return refuse(decided.error);
  const stored = await saveContractChange(tx, contract, decided.value, { actor, origin, now: given.now, onBehalf });
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
