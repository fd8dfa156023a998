import "server-only";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import type { StepSpec } from "#/app/_actions/contract/spec.ts";
import { deemActStep, endContractStep, expireInvoiceStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { actsUnanswered, contractsPast, invoicesPast } from "#/db/queries/clocks.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Step } from "#/lib/contract/machine.ts";
import { log } from "#/lib/log.ts";

type Clock = {
  step: StepSpec<{ contractId: string }, undefined>;
  due: (tx: Tx, today: Day) => Promise<{ contractId: string }[]>;
};

/** The steps that time takes. A contract whose day came while nobody worked is simply still due: catching up is natural. */
export const CLOCKS: readonly Clock[] = [
  { step: expireInvoiceStep, due: async (tx, today) => invoicesPast(tx, today) },
  { step: deemActStep, due: async (tx, today) => actsUnanswered(tx, today) },
  { step: endContractStep, due: async (tx, today) => contractsPast(tx, today) },
];

export type Ticked = { step: Step; contractId: string };

/** Takes every step that is due at `now`, each in its own transaction; returns those that this run took. */
export async function runClocks(db: Db, now: Date, stop?: AbortSignal): Promise<Ticked[]> {
  const taken: Ticked[] = [];
  for (const { step: spec, due } of CLOCKS) {
    const tenant = { kind: "system", job: spec.step } as const;
    const contracts = await inTenant(db, tenant, (tx) => due(tx, dayInMinsk(now)), { readOnly: true });
    for (const { contractId } of contracts) {
      if (stop?.aborted) return taken;
      if (await tick(db, tenant, spec, contractId, now)) taken.push({ step: spec.step, contractId });
    }
  }
  return taken;
}

async function tick(
  db: Db,
  actor: { kind: "system"; job: string },
  spec: Clock["step"],
  contractId: string,
  now: Date,
): Promise<boolean> {
  try {
    return await inTenant(db, actor, async (tx) => {
      const context = { tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, now) };
      const done = await takeStep(context, spec, { contractId });
      // Another worker or a person was first: a normal answer.
      if (!done.ok) log.debug({ job: spec.step, contractId, code: done.error.code }, "clock step was refused");
      return done.ok;
    });
  } catch (error) {
    // One contract that cannot move must not stop the others.
    if (isDatabaseAway(error)) throw error;
    log.error({ job: spec.step, contractId, err: error }, "clock step failed");
    return false;
  }
}
