import type { Actor, CustomerRole, StaffRole } from "./actor.ts";

type Grant = {
  customer?: readonly CustomerRole[];
  staff?: readonly StaffRole[];
  newcomer?: true;
  pendingStaff?: true;
  system?: true;
};

const anyCustomer = ["owner", "buyer", "accountant", "reader"] as const;
const anyStaff = ["sales", "accountant", "lawyer", "director", "admin"] as const;

/** Who may ask for what. The matrix is data: actions, pages, buttons and the strangers' suite all read it. */
export const PERMISSIONS = {
  // account: every signed-in person, for themselves only
  "account.manage": { customer: anyCustomer, staff: anyStaff, newcomer: true, pendingStaff: true },
  "account.second-factor": { customer: anyCustomer, staff: anyStaff, newcomer: true, pendingStaff: true },

  /** One's own data under the law on personal data (99-З): seen, taken along, asked to be erased. */
  "privacy.own": { customer: anyCustomer, newcomer: true },

  // party
  "party.register": { customer: anyCustomer, newcomer: true },
  "party.choose": { customer: anyCustomer },
  "party.read": { customer: anyCustomer, staff: anyStaff },
  "party.update-requisites": { customer: ["owner", "accountant"], staff: ["sales", "accountant"] },
  "party.people": { customer: ["owner"] },
  "calendar.feed": { customer: anyCustomer },
  /** A member's own list of notices, and what goes to them by letter. */
  "notices.own": { customer: anyCustomer },

  // the line through the contract, customer's side
  "contract.read": { customer: anyCustomer, staff: anyStaff, system: true },
  "contract.place-order": { customer: ["owner", "buyer"], staff: ["sales"] },
  "contract.reissue-invoice": { customer: ["owner", "buyer", "accountant"], staff: ["sales", "accountant"] },
  "contract.cancel-order": { customer: ["owner", "buyer"], staff: ["sales", "accountant"] },
  "contract.sign-act": { customer: ["owner", "accountant"], staff: ["accountant"] },
  "contract.refuse-act": { customer: ["owner", "accountant"], staff: ["accountant", "lawyer"] },
  "contract.confirm-act-received": { customer: ["owner", "accountant"], staff: ["accountant"] },
  /** Staff only with the customer's word; which ways of it are enough, the table of life says. */
  "contract.terminate": { customer: ["owner"], staff: ["lawyer"] },
  "contract.withdraw": { customer: ["owner"], staff: ["lawyer", "director"] },
  "force-majeure.declare": { customer: ["owner"], staff: ["lawyer", "director"] },
  /** 5.3 from the customer's side: on a contract of its own. */
  "contract.declare-force-majeure": { customer: ["owner"], staff: ["lawyer"] },
  /** Whoever may accept an edition by ordering may refuse a later one; staff only with the customer's writing (6.2). */
  "contract.refuse-edition": { customer: ["owner", "buyer"], staff: ["lawyer", "sales"] },
  /** The same for several contracts in one go, for themselves only. */
  "contract.refuse-edition-for-contracts": { customer: ["owner", "buyer"] },
  "contract.request-assignment": { customer: ["owner"], staff: ["sales", "lawyer"] },

  // seller's side
  /** The customer's paper on which the house acts for it; each step has a permission of its own besides. */
  "contract.on-behalf": { staff: ["sales", "accountant", "lawyer", "director"] },
  "contract.issue-invoice": { system: true, customer: ["owner", "buyer"], staff: ["sales", "accountant"] },
  "contract.cancel-invoice": { staff: ["sales", "accountant"] },
  /** 7.2: a live invoice on an account that the offer no longer names. */
  "contract.replace-account": { staff: ["sales", "accountant"] },
  "contract.answer-refused-edition": { staff: ["lawyer"] },
  "contract.activate-access": { staff: ["sales"] },
  "contract.correct-activation": { staff: ["sales", "lawyer"] },
  "contract.refuse-activation": { staff: ["sales", "director"] },
  "contract.settle-money-question": { staff: ["lawyer"] },
  "contract.issue-act": { staff: ["accountant"], system: true },
  "contract.send-act": { staff: ["accountant"] },
  /** Deliveries of ЭДиН that are no step of ours, and stacks of signed paper. */
  "edi.settle": { staff: ["accountant", "lawyer"] },
  "scan.intake": { staff: ["accountant"] },
  "contract.correct-act": { staff: ["accountant", "lawyer"] },
  "contract.clock": { system: true },

  // money
  "statement.import": { staff: ["accountant"], system: true },
  "statement.read": { staff: ["accountant", "director", "lawyer"], system: true },
  "payment.read": { staff: ["accountant", "director", "lawyer", "sales"] },
  "payment.allocate": { staff: ["accountant"], system: true },
  "payment.allocate-at-discretion": { staff: ["accountant"] },
  /** Who may confirm what somebody else asked to set at discretion above the set sum. */
  "payment.second-person": { staff: ["accountant", "director"] },
  "payment.release": { staff: ["accountant"] },
  /** Late money and parts of a sum (3.4): a new invoice for the difference, or the way back. */
  "payment.ask-difference": { staff: ["accountant"] },
  "payment.return": { staff: ["accountant"] },
  /** The way of money back (3.4, 4.4.2): asked for, decided, prepared, approved, closed; never two by one person (lib/refund). */
  "refund.request": { customer: ["owner", "accountant"], staff: ["accountant"] },
  "refund.read": { staff: ["accountant", "lawyer", "director"] },
  "refund.decide": { staff: ["lawyer"] },
  "refund.prepare": { staff: ["accountant"] },
  "refund.approve": { staff: ["accountant", "director"] },
  "refund.close": { staff: ["accountant"], system: true },

  // the books: the registers of the house, the closing of a month
  "books.read": { staff: ["accountant", "director", "lawyer"], system: true },
  "books.close": { staff: ["accountant"] },
  "books.export": { staff: ["accountant"] },

  /** An акт сверки with a customer, on either side's request. */
  "reconciliation.draw-up": { customer: ["owner", "accountant"], staff: ["accountant"] },
  /** Confirmed or disputed by the customer; answered, replaced, or confirmed by the customer's paper by the house. */
  "reconciliation.answer": { customer: ["owner", "accountant"], staff: ["accountant"] },
  "reconciliation.settle": { staff: ["accountant"] },
  "reconciliation.dispute": { customer: ["owner", "accountant"] },
  /** The working day on which the party's month pack is mailed. */
  "month-pack.schedule": { customer: ["owner", "accountant"] },

  // documents: whoever writes a draft, the lawyer passes it, the director releases it (6.2)
  "edition.read": { staff: anyStaff },
  "edition.draft": { staff: ["lawyer", "director", "accountant"], system: true },
  "edition.comment": { staff: anyStaff },
  "edition.check": { staff: ["lawyer"] },
  "edition.return": { staff: ["lawyer", "director"] },
  "edition.release": { staff: ["director"] },
  "edition.publish": { system: true },

  // rules off the price list (3.3)
  "discount.read": { staff: anyStaff },
  "discount.enter": { staff: ["director", "accountant"] },

  /** Products of the catalogue (1.3): everybody of the house reads, these write. */
  "catalog.edit": { staff: ["sales", "lawyer", "director"] },

  // seller's house
  "staff.read": { staff: anyStaff },
  "mail.read": { staff: anyStaff },
  "force-majeure.read": { staff: anyStaff },
  "privacy.read": { staff: ["lawyer", "director"], system: true },
  "privacy.answer": { staff: ["lawyer", "director"] },
  "settings.read": { staff: anyStaff },
  "settings.change": { staff: ["director", "lawyer"] },
  "calendar.edit": { staff: ["lawyer", "director"], system: true },
  "user.add-staff": { staff: ["admin", "director"], system: true },
  "clock.move": { staff: anyStaff, system: true },
  "file.upload": { customer: anyCustomer, staff: anyStaff },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

/** True where the matrix grants `permission` to this actor; unknown kinds get nothing. */
export function permits(actor: Actor, permission: Permission): boolean {
  const grant: Grant = PERMISSIONS[permission];
  switch (actor.kind) {
    case "customer":
      return grant.customer?.includes(actor.role) ?? false;
    case "staff":
      return grant.staff?.includes(actor.role) ?? false;
    case "newcomer":
      return grant.newcomer ?? false;
    case "staff-pending":
      return grant.pendingStaff ?? false;
    case "system":
      return grant.system ?? false;
  }
}

/** The roles of one side that the matrix lets do it, for a sentence about whose a step is. */
export function rolesWith(permission: Permission, side: "customer"): readonly CustomerRole[];
export function rolesWith(permission: Permission, side: "staff"): readonly StaffRole[];
export function rolesWith(permission: Permission, side: "customer" | "staff"): readonly (CustomerRole | StaffRole)[] {
  const grant: Grant = PERMISSIONS[permission];
  return grant[side] ?? [];
}
