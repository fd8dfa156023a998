import { type Day, isDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { ClockName } from "./clocks.ts";
import type { Contract, ContractEvent } from "./contract.ts";

/** What the margin needs of an entry of the contract's own chain (6.7). */
export type LivingEvent = {
  seq: number;
  at: Date;
  step: string;
  clause: string | null;
  data: Record<string, unknown>;
};

/** Which steps stop which clocks; of an act, the answer's own term where it has begun, else that of silence. */
export const STOPS: Partial<Record<string, ClockName[]>> = {
  "accept-offer": ["invoice-validity"],
  "expire-invoice": ["invoice-validity"],
  "activate-access": ["activation"],
  "correct-activation": ["activation"],
  "send-act": ["act-sending"],
  "sign-act": ["answer", "deemed-acceptance"],
  "refuse-act": ["answer", "deemed-acceptance"],
  "deem-act": ["deemed-acceptance"],
} satisfies Partial<Record<ContractEvent["step"], ClockName[]>>;

/** The contract with the act or the invoice that an entry is about as its current one, so that its terms are theirs. */
export function asOfEntry(contract: Contract, { data }: LivingEvent): Contract {
  const act = contract.acts.findIndex(({ number }) => number === data.number);
  const invoice = contract.invoices.findIndex(({ number }) => number === data.number);
  return {
    ...contract,
    acts: contract.acts.slice(Math.max(act, 0)),
    invoices: contract.invoices.slice(Math.max(invoice, 0)),
  };
}

const ANSWERS = ["confirm-act-received", "sign-act", "refuse-act"];

/** The table of life names 3.6 for an answer by either channel; of an act that went by post it is 3.7. */
export const clauseOfEntry = ({ acts, party }: Contract, { step, clause }: LivingEvent): string | null =>
  ANSWERS.includes(step) && (acts[0]?.channel ?? party.actChannel) === "post" ? "3.7" : clause;

const DAYS: Partial<Record<string, string>> = {
  "expire-invoice": "validUntil",
  "accept-offer": "acceptedOn",
  "allocate-payment": "creditedOn",
  "allocate-at-discretion": "creditedOn",
  "activate-access": "activatedOn",
  "correct-activation": "activatedOn",
  "send-act": "sentOn",
  "confirm-act-received": "receivedOn",
  "sign-act": "signedOn",
  "deem-act": "deemedOn",
  "refuse-edition": "refusedOn",
} satisfies Partial<Record<ContractEvent["step"], string>>;

/** The day that a thing was done: as it was entered where a person entered one, else that of the entry. */
export function dayOfEntry({ step, at, data }: LivingEvent): Day {
  const entered = data[DAYS[step] ?? ""];
  return isDay(entered) ? entered : dayInMinsk(at);
}

/** What a note is about: the number of a paper or the address of a portal. */
export function aboutOf({ data }: LivingEvent): Record<string, string> {
  const { number, invoiceNumber, actNumber, portal } = data;
  const about = invoiceNumber ?? actNumber ?? number;
  if (typeof about === "string") return { number: about };
  return typeof portal === "string" ? { portal } : {};
}
