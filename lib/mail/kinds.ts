import type { CustomerRole } from "#/lib/access/actor.ts";

export const CHANNELS = ["cabinet", "mail"] as const;
export type Channel = (typeof CHANNELS)[number];

type Mailed = readonly CustomerRole[];
const BUYERS = ["owner", "buyer"] as const satisfies Mailed;
const PAYERS = ["owner", "buyer", "accountant"] as const satisfies Mailed;
const SIGNERS = ["owner", "accountant"] as const satisfies Mailed;

type KindFacts = {
  /** Roles that are written to unless they choose otherwise; the others find it in the cabinet and may ask for letters. */
  mailed: Mailed;
  /** Clauses by which the seller must be able to prove that it told: these roles cannot switch it off. Null: a courtesy. */
  clauses: readonly string[] | null;
};

/** Everything that a member is told about, in the order of the matrix. */
export const KINDS = {
  order: { mailed: BUYERS, clauses: ["1.10"] },
  requisites: { mailed: SIGNERS, clauses: ["7.1"] },
  invoice: { mailed: PAYERS, clauses: ["3.1", "3.2"] },
  allocation: { mailed: PAYERS, clauses: ["3.4"] },
  acceptance: { mailed: PAYERS, clauses: ["6.1"] },
  access: { mailed: PAYERS, clauses: ["3.5"] },
  "act-sent": { mailed: SIGNERS, clauses: ["3.6", "3.7"] },
  "act-answer": { mailed: SIGNERS, clauses: ["3.6", "3.7"] },
  "act-deemed": { mailed: SIGNERS, clauses: ["3.8"] },
  deadlines: { mailed: PAYERS, clauses: ["3.2", "3.5", "3.8"] },
  edition: { mailed: BUYERS, clauses: ["6.2"] },
  /** Other documents of the seller: price list, rules, policies. */
  document: { mailed: BUYERS, clauses: null },
  "force-majeure": { mailed: PAYERS, clauses: ["5.2", "5.3"] },
  refusal: { mailed: BUYERS, clauses: ["4.4.2", "6.3"] },
  termination: { mailed: PAYERS, clauses: ["4.4.2", "5.4", "6.10"] },
  end: { mailed: BUYERS, clauses: ["6.1"] },
  payment: { mailed: PAYERS, clauses: null },
  reconciliation: { mailed: SIGNERS, clauses: null },
  /** Documents of a month, on the working day that the party chose. */
  "month-pack": { mailed: ["accountant"], clauses: null },
  /** How to write the next purpose, once for each payment that named no invoice. */
  purpose: { mailed: PAYERS, clauses: null },
  "reminder-60": { mailed: BUYERS, clauses: null },
  "reminder-30": { mailed: BUYERS, clauses: null },
  "reminder-14": { mailed: BUYERS, clauses: null },
  "reminder-7": { mailed: BUYERS, clauses: null },
  "reminder-3": { mailed: BUYERS, clauses: null },
  "reminder-1": { mailed: BUYERS, clauses: null },
} as const satisfies Record<string, KindFacts>;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
export const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);
