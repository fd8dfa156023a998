import { z } from "zod";

import type { Refusal } from "#/lib/action-result.ts";
import { addMonths, type Day, daysBetween, parseDay } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { Contract, Decide, Given } from "../contract.ts";
import { affecting, FORCE_MAJEURE_KINDS, type ForceMajeureCase, type ForceMajeureKind } from "../force-majeure.ts";
import { type OnBehalf, onBehalfInput } from "../on-behalf.ts";
import { movedDates, recount } from "../recount.ts";
import { dayInput, move, notAllowed, stepInput } from "./_step.ts";

const told = {
  kind: z.enum(FORCE_MAJEURE_KINDS, "field.choose"),
  from: dayInput,
  /** 5.3: the notice says how long it is expected to last. */
  expectedTo: dayInput,
  description: z.string().trim().min(10, "reason.required").max(2000, "field.too_long"),
  fileId: z.uuid().nullish(),
};
/** A customer declares for one contract of its own. */
export const declareOnContractInput = z.object({ ...stepInput.shape, ...told });
/** The seller declares for all contracts or for those listed, one number of an invoice a line. */
export const declareForAllInput = z.object({
  ...told,
  scope: z.enum(["all", "listed"], "field.choose"),
  contracts: z.string().max(5000, "field.too_long").default(""),
});
export const endForceMajeureInput = z.object({
  caseId: z.uuid(),
  endedOn: dayInput,
  reason: z.string().trim().min(3, "reason.required").max(1000, "field.too_long"),
  /** Staff end a customer's case on its word; their own needs none. */
  onBehalf: onBehalfInput.optional(),
});

type Declared = { kind: ForceMajeureKind; from: string; expectedTo: string; description: string };
export type NewCase = Omit<ForceMajeureCase, "id" | "to" | "declaredBy"> & { description: string };

const LONGEST_MONTHS = 60;

/** Clauses 5.1–5.3: reads a declaration. A notice later than ten calendar days after the beginning is late, never refused. */
export function declareCase(
  input: Declared,
  noticeDays: number,
  { today }: Pick<Given, "today">,
): Result<NewCase, Refusal> {
  const from = parseDay(input.from);
  const expectedTo = parseDay(input.expectedTo);
  if (!from || !expectedTo) return err({ code: "day.format" });
  if (from > today) return err({ code: "day.in_future" });
  if (expectedTo < from || expectedTo > addMonths(from, LONGEST_MONTHS)) return err({ code: "force_majeure.expected" });
  const late = daysBetween(from, today) > noticeDays;
  return ok({ kind: input.kind, from, expectedTo, description: input.description, declaredOn: today, late });
}

/** The last day of a circumstance; said once. */
export function endCase(
  one: ForceMajeureCase,
  input: { endedOn: string },
  { today }: Pick<Given, "today">,
): Result<Day, Refusal> {
  const endedOn = parseDay(input.endedOn);
  if (!endedOn) return err({ code: "day.format" });
  if (one.to) return err({ code: "force_majeure.ended" });
  if (endedOn > today) return err({ code: "day.in_future" });
  return endedOn < one.from ? err({ code: "force_majeure.before_beginning" }) : ok(endedOn);
}

type OfCase = { contractId: string; caseId: string };
/** Once for each case and contract: the follow-up work may come twice. */
export type ToldFacts = {
  alreadyTold: boolean;
  /** The customer's word on which the house declared the case for it. */
  onBehalf: OnBehalf | null;
};

/** Clause 5.2: the contract's running terms by the case that has just begun or ended, with the days that moved. */
const recountFor =
  (step: "declare-force-majeure" | "end-force-majeure"): Decide<OfCase, ToldFacts> =>
  (contract, { caseId }, given, { alreadyTold, onBehalf }) => {
    const one = affecting(contract.forceMajeure, contract.acceptedOn).find(({ id }) => id === caseId);
    if (!one || alreadyTold || (step === "end-force-majeure" && !one.to)) return notAllowed(contract, step);
    const moved = recount(contract, given).filter(({ kept }) => !kept);
    const { kind, from, to, expectedTo, declaredBy, declaredOn, late } = one;
    return move(contract, step, {
      ...movedDates(contract, moved),
      event: {
        data: {
          ...{ caseId, kind, from, to, expectedTo, declaredBy, declaredOn, late },
          ...(onBehalf && step === "declare-force-majeure" ? { onBehalf } : {}),
          moved: moved.map(({ clock, clause, from: was, to: day }) => ({ clock, clause, from: was, to: day })),
        },
      },
    });
  };
export const declareForceMajeure = recountFor("declare-force-majeure");
export const endForceMajeure = recountFor("end-force-majeure");

/** Whether a contract of this party may still be declared for: it is concluded and something of it runs. */
export const mayBeDeclared = ({ stage }: Pick<Contract, "stage">) => stage === "concluded" || stage === "active";
