import type { CustomerActor } from "#/lib/access/actor.ts";
import { type Permission, permits, rolesWith } from "#/lib/access/permissions.ts";
import type { Contract, Given } from "./contract.ts";
import type { Step } from "./machine.ts";
import { byRole, type StepWhy, whyStep } from "./why.ts";
import type { History } from "./why-since.ts";

/** Steps that a member presses on the page of a contract, what is to be done first. */
export const CUSTOMER_STEPS = {
  "terminate-by-fault": "contract.terminate",
  "sign-act": "contract.sign-act",
  "attach-late-signature": "contract.sign-act",
  "confirm-act-received": "contract.confirm-act-received",
  "refuse-act": "contract.refuse-act",
  "reissue-invoice": "contract.reissue-invoice",
  "cancel-order": "contract.cancel-order",
  "refuse-edition": "contract.refuse-edition",
  "withdraw-for-force-majeure": "contract.withdraw",
  "terminate-early": "contract.terminate",
  "request-assignment": "contract.request-assignment",
} as const satisfies Partial<Record<Step, Permission>>;
export type CustomerStep = keyof typeof CUSTOMER_STEPS;

export type CustomerChoice = StepWhy & { step: CustomerStep };

/** What this member may do with the contract now; what they may not is there too, with why, since when and what opens it. */
export function customerChoices(
  contract: Contract,
  given: Given,
  history: History,
  actor: CustomerActor,
): CustomerChoice[] {
  return (Object.keys(CUSTOMER_STEPS) as CustomerStep[]).map((step) => {
    const why = whyStep(contract, step, given, history, "customer");
    return {
      ...(why.allowed && !permits(actor, CUSTOMER_STEPS[step])
        ? byRole(why, { customer: rolesWith(CUSTOMER_STEPS[step], "customer") })
        : why),
      step,
    };
  });
}
