import type { Day } from "#/lib/calendar/day.ts";
import type { Explanation } from "#/lib/calendar/explain.ts";
import { type ClockName, clocksOf } from "./clocks.ts";
import { type Contract, currentAct, currentInvoice, type Given } from "./contract.ts";
import { lastSafePayment } from "./dates.ts";

export const COMING_KINDS = [
  "invoice",
  "access",
  "act-answer",
  "act-silence",
  "safe-payment",
  "subscription-end",
] as const;
export type ComingKind = (typeof COMING_KINDS)[number];

/** One date ahead of a customer. `id` with the kind names the thing, and stays when its date moves. */
export type ComingDate = {
  kind: ComingKind;
  id: string;
  contractId: string;
  on: Day;
  number: string | null;
  portals: string[];
  explanation: Explanation;
};

/** A paid period, both days included. */
type Period = { id: string; contractId: string; portal: string; from: Day; to: Day };

const KIND: Partial<Record<ClockName, ComingKind>> = {
  "invoice-validity": "invoice",
  activation: "access",
  answer: "act-answer",
  "deemed-acceptance": "act-silence",
};

/** Every open date of a party's contracts and paid periods, the nearest first, each with its arithmetic. */
export function comingDates(contracts: readonly Contract[], periods: readonly Period[], given: Given): ComingDate[] {
  const dates = [...contracts.flatMap((contract) => clockDates(contract, given)), ...ends(contracts, periods, given)];
  const place = ({ on, kind, id }: ComingDate) => `${on} ${COMING_KINDS.indexOf(kind)} ${id}`;
  return dates.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function clockDates(contract: Contract, given: Given): ComingDate[] {
  const portals = contract.lines.map(({ portal }) => portal);
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  return clocksOf(contract, given).flatMap(({ name, state, due, explanation }) => {
    const kind = KIND[name];
    if (!kind || state === "stopped" || (name === "invoice-validity" && invoice?.status !== "live")) return [];
    const about = kind === "invoice" ? invoice : kind === "access" ? { id: contract.id, number: null } : act;
    // What was promised in the invoice stands, also where the calendar has changed since.
    const on = kind === "invoice" && invoice ? invoice.validUntil : due;
    const { id = contract.id, number = null } = about ?? {};
    return [{ kind, id, contractId: contract.id, on, number, portals, explanation }];
  });
}

/** The end of each portal's paid time and the last safe day to pay for its renewal, as long as nothing continues it. */
function ends(contracts: readonly Contract[], periods: readonly Period[], given: Given): ComingDate[] {
  const paidAhead = new Set(
    contracts
      .filter(({ stage }) => stage === "concluded")
      .flatMap(({ lines }) => lines.filter(({ activeFrom }) => activeFrom === null).map(({ portal }) => portal)),
  );
  return periods
    .filter(({ portal, to }) => to >= given.today && !periods.some((one) => one.portal === portal && one.to > to))
    .flatMap(({ id, contractId, portal, from, to }): ComingDate[] => {
      const about = { id, contractId, number: null, portals: [portal] };
      const counted = { from, date: to, counted: [], skipped: [], provisional: false };
      const end: Explanation = {
        rule: "subscription-end",
        clause: "6.1",
        unit: "months",
        length: 1,
        start: from,
        counted,
      };
      const bindings = contracts.find((one) => one.id === contractId)?.bindings;
      const safe = bindings && lastSafePayment(given.calendar, to, bindings.activationWorkingDays);
      return [
        { kind: "subscription-end", on: to, explanation: end, ...about },
        ...(safe && !paidAhead.has(portal)
          ? [{ kind: "safe-payment" as const, on: safe.start, explanation: safe, ...about }]
          : []),
      ];
    });
}
