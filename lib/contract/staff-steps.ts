import type { Actor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import type { Contract } from "./contract.ts";
import { LIFE, type Place, placeAfter, type Step } from "./machine.ts";

/** Steps that a person of the house presses, in the order of a contract's life. */
export const STAFF_STEPS = {
  "issue-invoice": "contract.issue-invoice",
  "reissue-invoice": "contract.reissue-invoice",
  "cancel-invoice": "contract.cancel-invoice",
  "cancel-order": "contract.cancel-order",
  "activate-access": "contract.activate-access",
  "refuse-activation": "contract.refuse-activation",
  "issue-act": "contract.issue-act",
  "send-act": "contract.send-act",
  "confirm-act-received": "contract.confirm-act-received",
  "sign-act": "contract.sign-act",
  "attach-late-signature": "contract.sign-act",
  "refuse-act": "contract.refuse-act",
  "correct-act": "contract.correct-act",
  "settle-money-question": "contract.settle-money-question",
  "withdraw-for-force-majeure": "contract.withdraw",
} as const satisfies Partial<Record<Step, Permission>>;
export type StaffStep = keyof typeof STAFF_STEPS;

export type StaffChoice = { step: StaffStep; clause: string; state: "open" | "role" | "place" };

/** A place of the table of life, and what of the contract itself closes a step that the place would allow. */
export type StaffPlace = Place &
  Partial<Pick<Contract, "activatedOn" | "activationRefusedOn" | "moneyQuestion">> & {
    /** 5.4: the right of withdrawal has arisen. */
    mayWithdraw?: boolean;
  };

/** What this person may do with a contract at this place; what they may not is there too, with which wall stands before it. */
export function staffChoices(place: StaffPlace, actor: Actor): StaffChoice[] {
  return (Object.keys(STAFF_STEPS) as StaffStep[]).map((step) => {
    const open = placeAfter(place, step) !== null && !closedBy(place, step);
    const state = !open ? "place" : permits(actor, STAFF_STEPS[step]) ? "open" : "role";
    return { step, clause: LIFE[step].clause, state };
  });
}

/** An act needs access; a refusal and an answer are given once. */
function closedBy(place: StaffPlace, step: StaffStep): boolean {
  if (step === "issue-act") return place.activatedOn === null;
  if (step === "withdraw-for-force-majeure") return !place.mayWithdraw;
  if (step === "refuse-activation") return Boolean(place.activationRefusedOn);
  return step === "settle-money-question" && place.moneyQuestion !== undefined && place.moneyQuestion !== "open";
}
