import type { Day } from "#/lib/calendar/day.ts";
import type { Explanation } from "#/lib/calendar/explain.ts";
import { type ClockName, clocksOf } from "./clocks.ts";
import { type Contract, type ContractChange, currentAct, currentInvoice, type Given } from "./contract.ts";

export type MovedClock = {
  clock: ClockName;
  clause: string;
  from: Day;
  to: Day;
  /** The new count is earlier than what was promised, or in the past already, so the date stays: `to` equals `from`. */
  kept: boolean;
  /** The arithmetic by the new calendar. */
  explanation: Explanation;
};

/** Promised to the customer in writing (3.2): a day more is given, none is taken. */
const PROMISED: readonly ClockName[] = ["invoice-validity"];

/**
 * The open terms of a contract by another calendar: what moves, from which day to which. Pure; stopped clocks and documents
 * that are settled stay as they were counted then.
 */
export function recount(contract: Contract, given: Given): MovedClock[] {
  const { today } = given;
  return clocksOf(contract, given)
    .filter(({ state }) => state !== "stopped")
    .flatMap(({ name, clause, due, explanation }) => {
      const from = storedDue(contract, name);
      if (from === null || from === due) return [];
      const kept = (PROMISED.includes(name) && due < from) || (due < today && from >= today);
      return [{ clock: name, clause, from, to: kept ? from : due, kept, explanation }];
    });
}

/** The change that stores a recount, or null where nothing moves. One line of history tells of every clock of the contract. */
export function recountDeadlines(
  contract: Contract,
  given: Given,
  edit: { reason: string; calendar: Record<string, unknown> },
): ContractChange | null {
  const moved = recount(contract, given).filter(({ kept }) => !kept);
  const first = moved[0];
  if (!first) return null;
  return {
    stage: contract.stage,
    act: contract.act,
    ...movedDates(contract, moved),
    event: {
      step: "recount-deadlines",
      clause: first.clause,
      reason: edit.reason,
      data: {
        calendar: edit.calendar,
        moved: moved.map(({ clock, clause, from, to: day }) => ({ clock, clause, from, to: day })),
      },
    },
  };
}

/** The stored days of moved terms. */
export function movedDates(
  contract: Contract,
  moved: readonly MovedClock[],
): Pick<ContractChange, "set" | "invoices" | "acts"> {
  const to = (name: ClockName) => moved.find(({ clock }) => clock === name)?.to;
  const [activation, sending, validity, answer, deemed] = [
    to("activation"),
    to("act-sending"),
    to("invoice-validity"),
    to("answer"),
    to("deemed-acceptance"),
  ];
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  return {
    set: { ...(activation && { activationDueOn: activation }), ...(sending && { actDueOn: sending }) },
    invoices: invoice && validity ? [{ id: invoice.id, set: { validUntil: validity } }] : [],
    acts:
      act && (answer || deemed)
        ? [{ id: act.id, set: { ...(answer && { answerDueOn: answer }), ...(deemed && { deemedDueOn: deemed }) } }]
        : [],
  };
}

/** The day that was written down when the clock started; null where none was, or its document is not open. */
function storedDue(contract: Contract, name: ClockName): Day | null {
  const act = currentAct(contract);
  const invoice = currentInvoice(contract);
  switch (name) {
    case "invoice-validity":
      return invoice?.status === "live" ? invoice.validUntil : null;
    case "activation":
      return contract.activationDueOn;
    case "act-sending":
      return contract.actDueOn;
    case "answer":
      return act?.answerDueOn ?? null;
    case "deemed-acceptance":
      return act?.deemedDueOn ?? null;
  }
}
