import type { Tone } from "#/components/ui/tone.tsx";
import { workingDaysBetween } from "#/lib/calendar/count.ts";
import { type Day, daysBetween } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Clock, type ClockName, clocksOf } from "#/lib/contract/clocks.ts";
import { type Contract, currentAct, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";

/** Every place of a contract's life as people speak of it; each has a status word and a sentence for either side. */
export const SITUATIONS = [
  "ordered",
  "to-pay",
  "part-paid",
  "lapsed",
  "lapsed-part",
  "cancelled",
  "activation",
  "activation-late",
  "activation-refused",
  "active",
  "act-issued",
  "act-sent",
  "act-received",
  "act-refused",
  "ended",
  "terminated",
  "terminated-money",
] as const;
export type SituationCode = (typeof SITUATIONS)[number];
export type Viewer = "customer" | "staff";

/** Who has the next move decides the tone: "needs" is for the reader only. */
const MOVES: Record<SituationCode, Viewer | "late" | "done" | "nobody"> = {
  ordered: "staff",
  "to-pay": "customer",
  "part-paid": "customer",
  lapsed: "customer",
  "lapsed-part": "staff",
  cancelled: "nobody",
  activation: "staff",
  "activation-late": "late",
  "activation-refused": "late",
  active: "done",
  "act-issued": "staff",
  "act-sent": "customer",
  "act-received": "customer",
  "act-refused": "staff",
  ended: "nobody",
  terminated: "nobody",
  "terminated-money": "staff",
};

export function toneOf(code: SituationCode, viewer: Viewer): Tone {
  const moves = MOVES[code];
  if (moves === "nobody") return "neutral";
  if (moves === "late" || moves === "done") return moves;
  return moves === viewer ? "needs" : "running";
}

export type Situation = {
  code: SituationCode;
  /** The next date that matters, with how it was counted; null where nothing runs. */
  clock: Clock | null;
  params: Record<string, string>;
};

export function situationOf(contract: Contract, given: Given): Situation {
  const clocks = clocksOf(contract, given);
  const clock = (name: ClockName) => clocks.find((one) => one.name === name && one.state !== "stopped") ?? null;
  const code = codeOf(contract, clock("activation"));
  const next = clock(NEXT[code] ?? "invoice-validity");
  return { code, clock: NEXT[code] ? next : null, params: paramsOf(contract, code, next, clock("answer")) };
}

const NEXT: Partial<Record<SituationCode, ClockName>> = {
  "to-pay": "invoice-validity",
  "part-paid": "invoice-validity",
  activation: "activation",
  "activation-late": "activation",
  "act-issued": "act-sending",
  "act-sent": "deemed-acceptance",
  "act-received": "deemed-acceptance",
};

function codeOf(contract: Contract, activation: Clock | null): SituationCode {
  const part = (currentInvoice(contract)?.paid ?? 0n) > 0n;
  switch (contract.stage) {
    case "ordered":
    case "cancelled":
      return contract.stage;
    case "invoiced":
      return part ? "part-paid" : "to-pay";
    case "lapsed":
      return part ? "lapsed-part" : "lapsed";
    case "concluded":
      if (contract.activationRefusedOn) return "activation-refused";
      return activation?.state === "late" ? "activation-late" : "activation";
    default:
      return codeOfAct(contract);
  }
}

/** An act that waits for an answer is spoken of before the period that goes on beside it. */
function codeOfAct({ act, stage, moneyQuestion }: Contract): SituationCode {
  if (act === "sent") return "act-sent";
  if (act === "received") return "act-received";
  if (act === "refused") return "act-refused";
  if (stage === "terminated") return moneyQuestion === "open" ? "terminated-money" : "terminated";
  if (stage === "ended") return "ended";
  return act === "issued" ? "act-issued" : "active";
}

function paramsOf(
  contract: Contract,
  code: SituationCode,
  clock: Clock | null,
  answer: Clock | null,
): Record<string, string> {
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  const day = (value: Day | null | undefined) => (value ? formatDay(value) : "");
  return {
    until: day(clock?.due ?? invoice?.validUntil),
    answer: day(answer?.due),
    on: day(happenedOn(contract, code)),
    received: day(act?.receivedOn),
    to: day(contract.endsOn),
    paid: formatMoney(invoice?.paid ?? 0n),
    due: formatMoney(invoice ? invoice.total - invoice.paid : contract.total),
    total: formatMoney(contract.total),
    reason: contract.cancelReason ?? contract.activationRefusal ?? "",
    email: invoice?.frozen.seller.emails.sales ?? "",
  };
}

/** The day that the sentence of a situation speaks of. */
function happenedOn(contract: Contract, code: SituationCode): Day | null {
  const act = currentAct(contract);
  if (code === "cancelled") return contract.cancelledAt && dayInMinsk(contract.cancelledAt);
  if (code === "activation-refused") return contract.activationRefusedOn;
  if (code === "terminated" || code === "terminated-money") return contract.terminatedOn;
  return act?.refusedOn ?? act?.sentOn ?? contract.acceptedOn;
}

export type Left = { key: "working" | "calendar" | "today" | "late"; count: number };

/** How far the last day of a term is, in the term's own days. */
export function leftOf(clock: Clock, { today, calendar }: Given): Left {
  if (clock.due === today) return { key: "today", count: 0 };
  if (clock.due < today) return { key: "late", count: daysBetween(clock.due, today) };
  return clock.explanation.unit === "working-days"
    ? { key: "working", count: workingDaysBetween(calendar, today, clock.due) }
    : { key: "calendar", count: daysBetween(today, clock.due) };
}
