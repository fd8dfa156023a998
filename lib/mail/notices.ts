import type { StaffRole } from "#/lib/access/actor.ts";
import type { ContractEvent } from "#/lib/contract/contract.ts";
import type { REMIND_DAYS } from "#/lib/contract/reminder-days.ts";
import type { Kind } from "./kinds.ts";
import type { ContractTemplate } from "./notice-data.ts";
import type { Told } from "./told.ts";

/** A drawn paper that goes along; papers are drawn from frozen rows, so a letter written later has the same one. */
export type Attachment = "invoice" | "act" | "deemed-protocol";

export type Notice = {
  template: ContractTemplate;
  /**
   * The customer's members by the kind of notice, each as they chose (`kinds.ts`, `choices.ts`); the seller's people by role,
   * and where it has nobody in these roles, `department` gets the letter.
   */
  to:
    | { side: "customer"; kind: Kind }
    | { side: "staff"; roles: readonly StaffRole[]; department: "sales" | "legal" | "accounting" };
  attach?: Attachment;
  when?: (told: Told) => boolean;
};

const members = (kind: Kind) => ({ side: "customer", kind }) as const;
const SALES = { side: "staff", roles: ["sales"], department: "sales" } as const;
const ACCOUNTING = { side: "staff", roles: ["accountant"], department: "accounting" } as const;
const LAWYERS = { side: "staff", roles: ["lawyer"], department: "legal" } as const;

/** A full payment is told once, by the acceptance that follows from it. */
const somethingIsDue = ({ event }: Told) => event.data.due !== "0";
/** A person of the house did it on the customer's word. */
const forCustomer = ({ event }: Told) => event.data.onBehalf !== undefined;
/** Money that goes over to a new invoice is told by the letter about that invoice. */
const notCarried = ({ event }: Told) => event.data.carried !== true;
const bySeller = ({ event }: Told) => event.actorKind !== "customer";

/** Who is told of which step, and with which paper: all that happens to a contract reaches both sides through this table. */
export const NOTICES: Record<ContractEvent["step"], readonly Notice[]> = {
  // A customer's own order is answered by its invoice; one that the house wrote down is told, so that it can be objected to.
  "place-order": [{ template: "order-placed", to: members("order"), when: forCustomer }],
  // Staff moved the days themselves and saw what moves before they saved.
  "recount-deadlines": [{ template: "deadlines-moved", to: members("deadlines") }],
  "issue-invoice": [{ template: "invoice-issued", to: members("invoice"), attach: "invoice" }],
  "reissue-invoice": [{ template: "invoice-issued", to: members("invoice"), attach: "invoice" }],
  "expire-invoice": [{ template: "invoice-expired", to: members("invoice") }],
  "cancel-invoice": [{ template: "invoice-cancelled", to: members("invoice") }],
  "cancel-order": [
    { template: "order-cancelled", to: members("order") },
    { template: "staff-order-cancelled", to: SALES, when: (told) => !bySeller(told) },
  ],
  "allocate-payment": [{ template: "payment-part", to: members("payment"), when: somethingIsDue }],
  // 3.4: the customer is told of every discretion, also when it pays the rest.
  "allocate-at-discretion": [
    { template: "payment-discretion", to: members("allocation"), when: notCarried },
    { template: "purpose-hint", to: members("purpose"), when: ({ event }) => event.data.hint === true },
  ],
  "release-allocation": [{ template: "payment-released", to: members("allocation"), when: notCarried }],
  // Where the money is enough at today's price, the contract is concluded at once, and that is told instead.
  "ask-difference": [{ template: "difference-asked", to: members("invoice"), attach: "invoice", when: somethingIsDue }],
  "return-payment": [{ template: "payment-to-return", to: members("allocation") }],
  "keep-payment": [{ template: "payment-kept", to: members("allocation") }],
  "accept-offer": [
    { template: "contract-concluded", to: members("acceptance") },
    { template: "staff-contract-concluded", to: SALES },
  ],
  "activate-access": [{ template: "access-active", to: members("access") }],
  "correct-activation": [
    { template: "activation-corrected", to: members("access") },
    { template: "staff-act-to-send", to: ACCOUNTING, attach: "act", when: ({ event }) => Boolean(event.data.actId) },
  ],
  "issue-act": [{ template: "staff-act-to-send", to: ACCOUNTING, attach: "act" }],
  "send-act": [{ template: "act-sent", to: members("act-sent"), attach: "act" }],
  "confirm-act-received": [{ template: "act-received", to: members("act-answer") }],
  "sign-act": [
    { template: "act-signed", to: members("act-answer") },
    { template: "staff-act-signed", to: ACCOUNTING, when: (told) => !bySeller(told) },
  ],
  "attach-late-signature": [
    { template: "act-signed", to: members("act-answer"), when: forCustomer },
    { template: "staff-act-signed", to: ACCOUNTING },
  ],
  "refuse-act": [
    { template: "act-refused", to: members("act-answer") },
    { template: "staff-act-refused", to: LAWYERS },
    { template: "staff-act-refused", to: ACCOUNTING },
  ],
  "correct-act": [
    { template: "act-corrected", to: members("act-sent") },
    { template: "staff-act-to-send", to: ACCOUNTING, attach: "act" },
  ],
  "deem-act": [
    { template: "act-deemed", to: members("act-deemed"), attach: "deemed-protocol" },
    { template: "staff-act-deemed", to: ACCOUNTING, attach: "deemed-protocol" },
  ],
  "end-contract": [
    { template: "contract-ended", to: members("end") },
    { template: "staff-contract-ended", to: SALES },
  ],
  "refuse-activation": [
    { template: "activation-refused", to: members("refusal") },
    { template: "staff-activation-refused", to: LAWYERS },
  ],
  "terminate-by-fault": [
    { template: "terminated-by-fault", to: members("termination") },
    { template: "staff-terminated-by-fault", to: LAWYERS },
    { template: "staff-terminated-by-fault", to: SALES },
  ],
  "settle-money-question": [{ template: "money-settled", to: members("termination") }],
  "terminate-early": [
    { template: "terminated-early", to: members("termination") },
    { template: "staff-terminated-early", to: SALES },
  ],
  "declare-force-majeure": [
    { template: "force-majeure", to: members("force-majeure") },
    { template: "staff-force-majeure", to: LAWYERS, when: ({ event }) => event.data.declaredBy === "customer" },
  ],
  "end-force-majeure": [{ template: "force-majeure-ended", to: members("force-majeure") }],
  "withdraw-for-force-majeure": [
    { template: "withdrawn", to: members("termination") },
    { template: "staff-withdrawn", to: SALES },
    { template: "staff-withdrawn", to: LAWYERS },
  ],
  "refuse-edition": [
    { template: "edition-refused", to: members("edition") },
    { template: "staff-edition-refused", to: LAWYERS },
  ],
  "answer-refused-edition": [{ template: "edition-refusal-answered", to: members("edition") }],
  "replace-account": [{ template: "account-replaced", to: members("invoice"), attach: "invoice" }],
  // The answer is always the same: the house has nothing to do.
  "request-assignment": [{ template: "assignment-refused", to: members("refusal") }],
};

/** 6.1: each of the reminders is a kind of its own, so that a member may keep the last and leave out the first. */
export const reminderKind = (days: (typeof REMIND_DAYS)[number]): Kind => `reminder-${days}`;
