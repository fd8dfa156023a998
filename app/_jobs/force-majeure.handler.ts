import "server-only";

import { z } from "zod";

import { declareForceMajeureStep, endForceMajeureStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { givenAt } from "#/app/_time/now.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { log } from "#/lib/log.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ caseId: z.uuid(), contractId: z.uuid(), phase: z.enum(["declare", "end"]) });

/** One contract that a case touches: its terms are recounted and its own history tells of it (5.2). */
export const forceMajeure: Handler = async ({ tx, now }, message) => {
  const { caseId, contractId, phase } = payload.parse(message);
  const actor = { kind: "system", job: "force-majeure" } as const;
  const context = { tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) };
  const spec = phase === "declare" ? declareForceMajeureStep : endForceMajeureStep;
  const done = await takeStep(context, spec, { contractId, caseId });
  if (done.ok) return undefined;
  // Somebody moved the contract first: once more. Anything else is an answer: told before, or nothing to tell.
  if (done.error.code === "record.changed") throw new Error("the contract moved");
  log.debug({ contractId, code: done.error.code }, "force majeure was told before");
  return undefined;
};
