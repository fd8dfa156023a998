import type { Actor } from "../access/actor.ts";
import { type Permission, permits } from "../access/permissions.ts";
import { LIFE, type Place, placeAfter, type Step } from "./machine.ts";

/** Steps that a person of the house presses, in the order of a contract's life. */
export const STAFF_STEPS = {
  "issue-invoice": "contract.issue-invoice",
  "reissue-invoice": "contract.reissue-invoice",
  "cancel-invoice": "contract.cancel-invoice",
  "cancel-order": "contract.cancel-order",
  "activate-access": "contract.activate-access",
  "issue-act": "contract.issue-act",
  "send-act": "contract.send-act",
  "confirm-act-received": "contract.confirm-act-received",
  "sign-act": "contract.sign-act",
  "attach-late-signature": "contract.sign-act",
  "refuse-act": "contract.refuse-act",
  "correct-act": "contract.correct-act",
} as const satisfies Partial<Record<Step, Permission>>;
export type StaffStep = keyof typeof STAFF_STEPS;

export type StaffChoice = { step: StaffStep; clause: string; state: "open" | "role" | "place" };

/** What this person may do with a contract at this place; what they may not is there too, with which wall stands before it. */
export function staffChoices(place: Place, actor: Actor): StaffChoice[] {
  return (Object.keys(STAFF_STEPS) as StaffStep[]).map((step) => {
    const open = placeAfter(place, step) !== null;
    const state = !open ? "place" : permits(actor, STAFF_STEPS[step]) ? "open" : "role";
    return { step, clause: LIFE[step].clause, state };
  });
}
