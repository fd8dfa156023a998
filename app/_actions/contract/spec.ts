import "server-only";

import type { Tx } from "#/db/client.ts";
import type { Stored } from "#/db/writes/contracts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import type { Contract, Decide, Given } from "#/lib/contract/contract.ts";
import type { Step } from "#/lib/contract/machine.ts";
import { ok, type Result } from "#/lib/result.ts";

export type StepContext = { tx: Tx; actor: Actor; origin: Origin; given: Given };
export type StepSpec<Input, Facts> = {
  step: Step;
  decide: Decide<Input, Facts>;
  /** What this step alone must know; a refusal when it cannot be known. */
  facts: (context: StepContext, contract: Contract, input: Input) => Promise<Result<Facts, Refusal>>;
};
export type StepDone = Stored & { contractId: string; stage: Contract["stage"]; act: Contract["act"]; version: number };

/** For steps that need nothing but the contract. */
export const noFacts = async () => ok(undefined);
