import type { Actor } from "#/lib/access/actor.ts";
import { type Permission, permits, rolesWith } from "#/lib/access/permissions.ts";
import type { Contract, Given } from "./contract.ts";
import type { Step } from "./machine.ts";
import { byRole, type StepWhy, whyStep } from "./why.ts";
import type { History } from "./why-since.ts";

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
  "correct-activation": "contract.correct-activation",
  "terminate-by-fault": "contract.terminate",
  "terminate-early": "contract.terminate",
  "refuse-edition": "contract.refuse-edition",
  "request-assignment": "contract.request-assignment",
  "settle-money-question": "contract.settle-money-question",
  "withdraw-for-force-majeure": "contract.withdraw",
} as const satisfies Partial<Record<Step, Permission>>;
export type StaffStep = keyof typeof STAFF_STEPS;

/** A step of the house with whether this person may take it now, and if not: why, since when, what opens it. */
export type StaffChoice = StepWhy & { step: StaffStep };

/** What this person may do with a contract now; what they may not is there too. A role is asked last: it is the nearest wall. */
export function staffChoices(contract: Contract, given: Given, history: History, actor: Actor): StaffChoice[] {
  return (Object.keys(STAFF_STEPS) as StaffStep[]).map((step) => {
    const why = whyStep(contract, step, given, history);
    return {
      ...(why.allowed && !permits(actor, STAFF_STEPS[step])
        ? byRole(why, { staff: rolesWith(STAFF_STEPS[step], "staff") })
        : why),
      step,
    };
  });
}
