import type { Act, Contract, InvoiceStatus, TerminationGround } from "#/lib/contract/contract.ts";
import type { SubscriptionState } from "#/lib/contract/why-state.ts";
import type { SituationCode } from "./situation.ts";

/** The clauses that each state of the page stands on; the sentences are `why.<thing>.<state>`. */
const CONTRACT_CLAUSES: Record<SituationCode, readonly string[]> = {
  ordered: ["1.10", "3.1"],
  "to-pay": ["1.10", "3.2"],
  "part-paid": ["1.10", "3.4"],
  lapsed: ["3.2"],
  "lapsed-part": ["3.2", "3.4"],
  cancelled: ["1.10"],
  activation: ["3.2", "3.5", "6.1"],
  "activation-late": ["3.5", "4.4.2"],
  "activation-refused": ["4.4.2"],
  active: ["3.5", "6.1"],
  "act-issued": ["3.5"],
  "act-sent": ["3.6", "3.7", "3.8"],
  "act-received": ["3.6", "3.7", "3.8"],
  "act-refused": ["3.6", "3.7"],
  ended: ["6.1"],
  terminated: [],
  "terminated-money": ["4.4.2"],
};

const GROUND_CLAUSE: Record<TerminationGround, string> = { fault: "4.4.2", early: "6.10", "force-majeure": "5.4" };

/** A terminated contract stands on the clause of its ground. */
export function contractClauses(code: SituationCode, { terminationGround }: Contract): readonly string[] {
  return code === "terminated" && terminationGround ? [GROUND_CLAUSE[terminationGround]] : CONTRACT_CLAUSES[code];
}

export const INVOICE_CLAUSES: Record<InvoiceStatus, readonly string[]> = {
  live: ["3.1", "3.2"],
  expired: ["3.2"],
  cancelled: ["3.2"],
  paid: ["3.2", "3.4", "6.1"],
};

export const ACT_CLAUSES: Record<Act["status"], readonly string[]> = {
  issued: ["3.5"],
  sent: ["3.6", "3.7", "3.8"],
  received: ["3.6", "3.7", "3.8"],
  signed: ["3.6", "3.7"],
  refused: ["3.6", "3.7"],
  deemed: ["3.8"],
  replaced: ["3.6", "3.7"],
};

export const SUBSCRIPTION_CLAUSES: Record<SubscriptionState, readonly string[]> = {
  waiting: ["3.5"],
  ahead: ["1.8", "6.1"],
  running: ["1.8", "6.1"],
  over: ["6.1"],
  cut: ["6.10", "4.4.2", "5.4"],
  never: ["1.8"],
};
