import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Clock, type ClockName, clocksOf } from "./clocks.ts";
import {
  type Act,
  type Contract,
  type ContractLine,
  currentAct,
  currentInvoice,
  type Given,
  type Invoice,
} from "./contract.ts";
import { LIFE, type Side, STEPS, type Step } from "./machine.ts";
import { whyStep } from "./why.ts";

/** What a state stands on, by code; days and kopecks as the contract keeps them. */
export type Fact =
  | { code: "placed" | "cancelled" | "activated" | "access-refused" | "paid-until" | "terminated"; on: Day }
  | { code: "invoice"; number: string; on: Day; until: Day }
  | { code: "money"; paid: bigint; total: bigint }
  | { code: "accepted"; on: Day; paidOn: Day; creditedOn: Day }
  | { code: "period"; from: Day; to: Day }
  | {
      code: "act-issued" | "act-sent" | "act-received" | "act-refused" | "act-signed" | "act-deemed" | "act-late";
      on: Day;
    };

/** `from: null`: may be taken now; a day: time opens it then. */
export type Next = { step: Step; by: readonly Side[]; from: Day | null };
export type StateWhy = { facts: Fact[]; clocks: Clock[]; next: Next[] };

const movesStage = STEPS.filter((step) => "toStage" in LIFE[step]);
const ofAct = STEPS.filter((step) => "acts" in LIFE[step] && step !== "correct-activation");
const OF_INVOICE: readonly Step[] = [
  "allocate-payment",
  "expire-invoice",
  "cancel-invoice",
  "reissue-invoice",
  "accept-offer",
];
const OF_ACCESS: readonly Step[] = ["activate-access", "terminate-early", "terminate-by-fault", "end-contract"];

/** Why the contract is where it is: what it stands on, what runs, and what may move it on. */
export function whyContract(contract: Contract, given: Given): StateWhy {
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  return {
    facts: [
      { code: "placed", on: dayInMinsk(contract.placedAt) },
      ...(invoice ? invoiceFacts(invoice) : []),
      ...contractFacts(contract),
      ...(act ? actFacts(act) : []),
    ],
    clocks: running(contract, given),
    next: nextOf(contract, given, act ? [...ofAct, ...movesStage] : movesStage),
  };
}

/** An invoice that is not the newest one has nothing to come. */
export function whyInvoice(contract: Contract, invoice: Invoice, given: Given): StateWhy {
  const current = currentInvoice(contract)?.id === invoice.id;
  return {
    facts: [...invoiceFacts(invoice), ...(current ? contractFacts(contract).slice(0, 1) : [])],
    clocks: current ? running(contract, given, "invoice-validity") : [],
    next: current ? nextOf(contract, given, OF_INVOICE) : [],
  };
}

export function whyAct(contract: Contract, act: Act, given: Given): StateWhy {
  const current = currentAct(contract)?.id === act.id;
  return {
    facts: actFacts(act),
    clocks: current ? running(contract, given, "act-sending", "answer", "deemed-acceptance") : [],
    next: current ? nextOf(contract, given, ofAct) : [],
  };
}

export const SUBSCRIPTION_STATES = ["waiting", "ahead", "running", "over", "cut", "never"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** The paid period of one portal (1.8, 6.1): its state follows from its days and from the contract's own end. */
export function subscriptionState(
  { activeFrom, activeTo }: Pick<ContractLine, "activeFrom" | "activeTo">,
  { stage, terminatedOn }: Pick<Contract, "stage" | "terminatedOn">,
  today: Day,
): SubscriptionState {
  const given = activeFrom !== null && activeTo !== null;
  if (stage === "terminated") return given && terminatedOn && activeFrom <= terminatedOn ? "cut" : "never";
  if (stage === "cancelled") return "never";
  if (!given) return "waiting";
  if (today < activeFrom) return "ahead";
  return today <= activeTo ? "running" : "over";
}

export function whySubscription(contract: Contract, line: ContractLine, given: Given): StateWhy {
  const { activeFrom, activeTo } = line;
  return {
    facts: [
      ...contractFacts(contract).filter(({ code }) => code === "accepted" || code === "terminated"),
      ...(activeFrom && activeTo ? [{ code: "period" as const, from: activeFrom, to: activeTo }] : []),
    ],
    clocks: running(contract, given, "activation"),
    next: nextOf(contract, given, OF_ACCESS),
  };
}

const running = (contract: Contract, given: Given, ...names: ClockName[]): Clock[] =>
  clocksOf(contract, given).filter(
    ({ name, state }) => state !== "stopped" && (names.length === 0 || names.includes(name)),
  );

/** Steps that may be taken now, and those that time alone will open. */
function nextOf(contract: Contract, given: Given, steps: readonly Step[]): Next[] {
  return [...new Set(steps)].flatMap((step): Next[] => {
    const why = whyStep(contract, step, given, []);
    if (why.allowed) return [{ step, by: why.by, from: null }];
    return why.outlook.kind === "from" ? [{ step, by: why.by, from: why.outlook.on }] : [];
  });
}

function invoiceFacts({ number, issuedOn, validUntil, paid, total }: Invoice): Fact[] {
  return [
    { code: "invoice", number, on: issuedOn, until: validUntil },
    { code: "money", paid, total },
  ];
}

function contractFacts(contract: Contract): Fact[] {
  const { acceptedOn, paidOn, creditedOn, activationRefusedOn, activatedOn, endsOn, terminatedOn, cancelledAt } =
    contract;
  const on = (code: "access-refused" | "activated" | "paid-until" | "terminated", day: Day | null): Fact[] =>
    day ? [{ code, on: day }] : [];
  return [
    ...(acceptedOn && paidOn && creditedOn ? [{ code: "accepted" as const, on: acceptedOn, paidOn, creditedOn }] : []),
    ...on("access-refused", activationRefusedOn),
    ...on("activated", activatedOn),
    ...on("paid-until", endsOn),
    ...on("terminated", terminatedOn),
    ...(cancelledAt ? [{ code: "cancelled" as const, on: dayInMinsk(cancelledAt) }] : []),
  ];
}

function actFacts(act: Act): Fact[] {
  const days = [
    ["act-issued", act.issuedOn],
    ["act-sent", act.sentOn],
    ["act-received", act.receivedOn],
    ["act-refused", act.refusedOn],
    ["act-signed", act.signedOn],
    ["act-deemed", act.deemedOn],
    ["act-late", act.lateSignedOn],
  ] as const;
  return days.flatMap(([code, on]) => (on ? [{ code, on }] : []));
}
