import type { CustomerRole, StaffRole } from "#/lib/access/actor.ts";
import type { ContractEvent } from "#/lib/contract/contract.ts";
import type { ContractTemplate, Told } from "./notice-data.ts";

/** A drawn paper that goes along; papers are drawn from frozen rows, so a letter written later has the same one. */
export type Attachment = "invoice" | "act" | "deemed-protocol";

export type Notice = {
  template: ContractTemplate;
  /** Roles on one of the two sides. Where the seller has nobody in these roles, `department` gets the letter. */
  to:
    | { side: "customer"; roles: readonly CustomerRole[] }
    | { side: "staff"; roles: readonly StaffRole[]; department: "sales" | "legal" | "accounting" };
  attach?: Attachment;
  when?: (told: Told) => boolean;
};

const BUYERS = { side: "customer", roles: ["owner", "buyer"] } as const;
const PAYERS = { side: "customer", roles: ["owner", "buyer", "accountant"] } as const;
const SIGNERS = { side: "customer", roles: ["owner", "accountant"] } as const;
const SALES = { side: "staff", roles: ["sales"], department: "sales" } as const;
const ACCOUNTING = { side: "staff", roles: ["accountant"], department: "accounting" } as const;
const LAWYERS = { side: "staff", roles: ["lawyer"], department: "legal" } as const;

/** A full payment is told once, by the acceptance that follows from it. */
const somethingIsDue = ({ event }: Told) => event.data.due !== "0";
const bySeller = ({ event }: Told) => event.actorKind !== "customer";

/** Who is told of which step, and with which paper: all that happens to a contract reaches both sides through this table. */
export const NOTICES: Record<ContractEvent["step"], readonly Notice[]> = {
  "place-order": [],
  // Both sides see it in the contract and in their calendars; it asks nothing of them.
  "recount-deadlines": [],
  "issue-invoice": [{ template: "invoice-issued", to: PAYERS, attach: "invoice" }],
  "reissue-invoice": [{ template: "invoice-issued", to: PAYERS, attach: "invoice" }],
  "expire-invoice": [{ template: "invoice-expired", to: PAYERS }],
  "cancel-invoice": [{ template: "invoice-cancelled", to: PAYERS }],
  "cancel-order": [
    { template: "order-cancelled", to: BUYERS },
    { template: "staff-order-cancelled", to: SALES, when: (told) => !bySeller(told) },
  ],
  "allocate-payment": [{ template: "payment-part", to: PAYERS, when: somethingIsDue }],
  // 3.4: the customer is told of every discretion, also when it pays the rest.
  "allocate-at-discretion": [{ template: "payment-discretion", to: PAYERS }],
  "release-allocation": [{ template: "payment-released", to: PAYERS }],
  "accept-offer": [
    { template: "contract-concluded", to: PAYERS },
    { template: "staff-contract-concluded", to: SALES },
  ],
  "activate-access": [{ template: "access-active", to: PAYERS }],
  "issue-act": [{ template: "staff-act-to-send", to: ACCOUNTING, attach: "act" }],
  "send-act": [{ template: "act-sent", to: SIGNERS, attach: "act" }],
  "confirm-act-received": [{ template: "act-received", to: SIGNERS }],
  "sign-act": [
    { template: "act-signed", to: SIGNERS },
    { template: "staff-act-signed", to: ACCOUNTING, when: (told) => !bySeller(told) },
  ],
  "attach-late-signature": [{ template: "staff-act-signed", to: ACCOUNTING }],
  "refuse-act": [
    { template: "act-refused", to: SIGNERS },
    { template: "staff-act-refused", to: LAWYERS },
    { template: "staff-act-refused", to: ACCOUNTING },
  ],
  "correct-act": [
    { template: "act-corrected", to: SIGNERS },
    { template: "staff-act-to-send", to: ACCOUNTING, attach: "act" },
  ],
  "deem-act": [
    { template: "act-deemed", to: SIGNERS, attach: "deemed-protocol" },
    { template: "staff-act-deemed", to: ACCOUNTING, attach: "deemed-protocol" },
  ],
  "end-contract": [
    { template: "contract-ended", to: BUYERS },
    { template: "staff-contract-ended", to: SALES },
  ],
  "refuse-activation": [
    { template: "activation-refused", to: BUYERS },
    { template: "staff-activation-refused", to: LAWYERS },
  ],
  "terminate-by-fault": [
    { template: "terminated-by-fault", to: PAYERS },
    { template: "staff-terminated-by-fault", to: LAWYERS },
    { template: "staff-terminated-by-fault", to: SALES },
  ],
  "settle-money-question": [{ template: "money-settled", to: PAYERS }],
  "terminate-early": [
    { template: "terminated-early", to: PAYERS },
    { template: "staff-terminated-early", to: SALES },
  ],
  "declare-force-majeure": [
    { template: "force-majeure", to: PAYERS },
    { template: "staff-force-majeure", to: LAWYERS, when: ({ event }) => event.data.declaredBy === "customer" },
  ],
  "end-force-majeure": [{ template: "force-majeure-ended", to: PAYERS }],
  "withdraw-for-force-majeure": [
    { template: "withdrawn", to: PAYERS },
    { template: "staff-withdrawn", to: SALES },
    { template: "staff-withdrawn", to: LAWYERS },
  ],
  // The answer is always the same: the house has nothing to do.
  "request-assignment": [{ template: "assignment-refused", to: BUYERS }],
};
