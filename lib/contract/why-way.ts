import type { Contract } from "./contract.ts";
import { ACT_STATUSES, LIFE, type Place, placeAfter, STEPS, type Stage, type Step } from "./machine.ts";

/** A place, and the two things of the past that it forgets but that some steps stand on. */
export type Spot = Place & { access: boolean; fault: boolean };

export const spotOf = (contract: Pick<Contract, "stage" | "act" | "activatedOn" | "moneyQuestion">): Spot => ({
  stage: contract.stage,
  act: contract.act,
  access: contract.activatedOn !== null,
  fault: contract.moneyQuestion !== null,
});

/** An act is of access that was given, and only what was given can be corrected. */
const needsAccess = (step: Step) =>
  step === "correct-activation" || ("acts" in LIFE[step] && (LIFE[step].stages as readonly Stage[]).includes("ended"));
const OVER: readonly Stage[] = ["cancelled", "ended", "terminated"];
const endsIt = (step: Step) => "toStage" in LIFE[step] && OVER.includes((LIFE[step] as { toStage: Stage }).toStage);

/** Where a step leads; null where the table, or what the place forgets, does not let it be taken. */
export function spotAfter(spot: Spot, step: Step): Spot | null {
  const place = placeAfter(spot, step);
  if (!place || (needsAccess(step) && !spot.access)) return null;
  if (step === "settle-money-question" && !spot.fault) return null;
  return {
    ...place,
    access: spot.access || step === "activate-access",
    fault: spot.fault || step === "terminate-by-fault",
  };
}

/**
 * The shortest way to a place where `step` may be taken: the steps before it, in their order; null where none leads there any
 * more. A way that gives the contract up is named only where there is no other.
 */
export function wayTo(from: Spot, step: Step): Step[] | null {
  return search(from, step, (one) => !endsIt(one)) ?? search(from, step, () => true);
}

function search(from: Spot, step: Step, mayGo: (one: Step) => boolean): Step[] | null {
  const seen = new Set([keyOf(from)]);
  let edge: { spot: Spot; way: Step[] }[] = [{ spot: from, way: [] }];
  while (edge.length > 0) {
    const found = edge.find(({ spot }) => spotAfter(spot, step) !== null);
    if (found) return found.way;
    edge = edge.flatMap(({ spot, way }) =>
      STEPS.filter(mayGo).flatMap((one) => {
        const next = spotAfter(spot, one);
        if (!next || seen.has(keyOf(next))) return [];
        seen.add(keyOf(next));
        return [{ spot: next, way: [...way, one] }];
      }),
    );
  }
  return null;
}

const keyOf = ({ stage, act, access, fault }: Spot) => `${stage}/${ACT_STATUSES.indexOf(act)}/${access}/${fault}`;
