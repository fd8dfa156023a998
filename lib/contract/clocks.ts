import { type Day, latest } from "#/lib/calendar/day.ts";
import type { Deadline, TermRule } from "#/lib/calendar/explain.ts";
import { type Contract, currentAct, currentInvoice, type Given } from "./contract.ts";
import { affecting, type Shift, shiftedDeadline } from "./force-majeure.ts";

export const CLOCKS = ["invoice-validity", "activation", "act-sending", "answer", "deemed-acceptance"] as const;
export type ClockName = (typeof CLOCKS)[number];

/** `late`: the last day passed and nobody stopped it. The last day itself still belongs to whoever must act. */
export type Clock = Deadline & {
  name: ClockName;
  clause: string;
  state: "running" | "stopped" | "late";
  stoppedOn: Day | null;
  /** 5.2: what force majeure put the last day off by. */
  shifts: Shift[];
};

/**
 * Every clock that this contract has started, each with how its date was counted. Lengths are those of the accepted edition
 * (an invoice keeps its own). 3.6/3.7 and 3.8 race on an act: both are shown, only 3.8 has an effect by itself.
 */
export function clocksOf(contract: Contract, given: Given): Clock[] {
  const { settings, today } = given;
  const { bindings } = contract;
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  const clocks: Clock[] = [];
  const cases = affecting(contract.forceMajeure, contract.acceptedOn);
  const start = (name: ClockName, rule: TermRule, from: Day, stoppedOn: Day | null, stopped = stoppedOn !== null) => {
    // 5.1: before the contract is concluded nothing is put off, so an invoice's term never is.
    const counted = shiftedDeadline(name === "invoice-validity" ? [] : cases, given, rule, from);
    const state = stopped ? "stopped" : today > counted.due ? "late" : "running";
    clocks.push({ name, clause: rule.clause, ...counted, state, stoppedOn });
  };

  if (invoice)
    start(
      "invoice-validity",
      { code: "invoice-validity", clause: "3.2", unit: "working-days", length: invoice.frozen.validityWorkingDays },
      invoice.issuedOn,
      contract.acceptedOn,
      invoice.status !== "live" && invoice.status !== "expired",
    );
  if (contract.acceptedOn) {
    const paid = contract.acceptedOn;
    const access = contract.activatedOn;
    start(
      "activation",
      working("activation", "3.5", bindings.activationWorkingDays),
      paid,
      access ?? contract.terminatedOn,
    );
    // Where no access was ever given there is nothing to draw an act of.
    const actless = access ? null : contract.terminatedOn;
    start("act-sending", working("act-sending", "3.5", bindings.actWorkingDays), paid, act?.sentOn ?? actless);
  }
  if (act?.sentOn) {
    const answered = act.signedOn ?? act.refusedOn;
    if (act.receivedOn)
      start(
        "answer",
        {
          code: "answer",
          clause: answerClause(contract),
          unit: "calendar-days",
          length: bindings.answerCalendarDays,
          dayOff: settings.dayOffRule,
        },
        act.receivedOn,
        answered ?? act.deemedOn,
      );
    start(
      "deemed-acceptance",
      working("deemed-acceptance", "3.8", bindings.deemedWorkingDays),
      act.sentOn,
      answered ?? act.deemedOn,
    );
  }
  return clocks;
}

/** The last day of a running term: as it was written down, or later where a circumstance still lasts (5.2). */
export function dueOn(contract: Contract, name: ClockName, stored: Day | null, given: Given): Day | null {
  if (stored === null || contract.forceMajeure.length === 0) return stored;
  const clock = clocksOf(contract, given).find((one) => one.name === name);
  return clock && clock.shifts.length > 0 ? latest(stored, clock.due) : stored;
}

/** 3.6 for acts that travel by ЭДиН, 3.7 for those by post. */
export const answerClause = (contract: Contract): "3.6" | "3.7" =>
  (currentAct(contract)?.channel ?? contract.party.actChannel) === "edi" ? "3.6" : "3.7";

const working = (code: ClockName, clause: string, length: number): TermRule => ({
  code,
  clause,
  unit: "working-days",
  length,
});
