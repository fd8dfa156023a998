import { z } from "zod";

import { addDays, addMonths, type Day, parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { type Contract, type ContractLine, currentAct, type Decide } from "../contract.ts";
import { clauseOf, placeAfter } from "../machine.ts";
import { paidPeriod } from "../period.ts";
import { dayInput, notAllowed, stepInput } from "./_step.ts";
import { type ActFacts, draftAct } from "./issue-act.ts";

export const correctActivationInput = z.object({
  ...stepInput.shape,
  lineId: z.uuid(),
  /** The day on which access was really switched on. */
  activatedOn: dayInput,
  /** The first paid day as «Мой тариф» shows it; empty: counted as at activation. */
  startsOn: z.union([z.literal(""), dayInput]).default(""),
  /** A better proof; without it the one that was filed stays. */
  evidenceFileId: z.uuid().nullish(),
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});
export type CorrectActivationInput = z.infer<typeof correctActivationInput>;

export type CorrectActivationFacts = {
  /** Every other period of the portal, whoever paid for it. */
  periods: { from: Day; to: Day }[];
  /** What a corrected act is drawn with; null where none can be. */
  act: ActFacts | null;
};

const OPEN_ACT = ["issued", "sent", "received"] as const;

/**
 * Clause 3.5: what staff entered wrongly of an activation — the day, the first paid day, the proof. The period is counted again by
 * the rules of activate-access.
 *
 * - A signed or deemed act settles what was transferred (3.6–3.8), and an ended or terminated contract recalculates nothing (6.1,
 *   6.10): refused with a code, only a new contract helps.
 * - An act that is not answered yet would say something untrue, so it is replaced at once by a corrected one with a number of its
 *   own. One that had been sent must be sent again: the answer (3.6, 3.7) and the silence (3.8) count from then, because nobody can
 *   be silent about a paper that he was not sent. The seller's term to send an act (3.5) does not begin again.
 * - A refused act stays refused: its corrected act answers the customer's reason, and that is `correct-act`.
 */
export const correctActivation: Decide<CorrectActivationInput, CorrectActivationFacts> = (
  contract,
  input,
  given,
  facts,
) => {
  const old = currentAct(contract);
  if (contract.stage === "ended" || contract.stage === "terminated") return err({ code: "activation.contract_over" });
  if (contract.act === "signed" || contract.act === "deemed")
    return err({ code: "activation.act_final", params: { number: old?.number ?? "" } });
  const place = placeAfter(contract, "correct-activation");
  if (place === null || contract.acceptedOn === null) return notAllowed(contract, "correct-activation");
  const line = contract.lines.find(({ id }) => id === input.lineId);
  if (!line) return err({ code: "record.not_found" });
  if (!line.activeFrom || !line.activeTo || !line.activatedOn) return err({ code: "activation.not_yet" });

  const activatedOn = parseDay(input.activatedOn);
  const startsOn = input.startsOn === "" ? null : parseDay(input.startsOn);
  if (!activatedOn || (input.startsOn !== "" && !startsOn)) return err({ code: "day.format" });
  if (activatedOn > given.today) return err({ code: "day.in_future" });
  if (activatedOn < contract.acceptedOn || (startsOn && startsOn < contract.acceptedOn))
    return err({ code: "activation.before_acceptance", params: { acceptedOn: contract.acceptedOn } });

  const runningUntil = endBefore(line.activeFrom, facts.periods);
  const counted = given.settings.periodStart === "activation" ? activatedOn : contract.acceptedOn;
  const { from, to } = startsOn
    ? { from: startsOn, to: addDays(addMonths(startsOn, line.months), -1) }
    : paidPeriod(counted, line.months, runningUntil);
  const taken = facts.periods.find((period) => period.from <= to && period.to >= from);
  if (taken) return err({ code: "activation.period_taken", params: { portal: line.portal, ...taken } });

  const evidenceFileId = input.evidenceFileId ?? line.evidenceFileId;
  const was = { activatedOn: line.activatedOn, from: line.activeFrom, to: line.activeTo };
  const moved = was.from !== from || was.to !== to;
  if (!moved && was.activatedOn === activatedOn && evidenceFileId === line.evidenceFileId)
    return err({ code: "activation.same" });

  const set = {
    ...{ activeFrom: from, activeTo: to, activatedOn, evidenceFileId },
    continuesFrom: runningUntil !== null && addDays(runningUntil, 1) === from ? runningUntil : null,
  };
  const lines = contract.lines.map((one) => (one.id === line.id ? { ...one, ...set } : one));
  const whole = { ...contract, lines, ...totals(contract, lines) };

  const replaced = old && isOpen(contract.act) && (moved || was.activatedOn !== activatedOn) ? old : null;
  const newAct =
    replaced && facts.act
      ? draftAct(whole, given, facts.act, { ...replaced, reason: input.reason } satisfies Replaced)
      : undefined;
  if (replaced && !newAct) return err({ code: "act.nothing_to_certify" });
  return {
    ok: true,
    value: {
      ...(newAct ? place : { stage: contract.stage, act: contract.act }),
      lines: [{ id: line.id, set }],
      ...(contract.activatedOn ? { set: totals(contract, lines) } : {}),
      ...(moved ? { correctedAccess: [{ lineId: line.id, from, to }] } : {}),
      ...(replaced && newAct ? { acts: [{ id: replaced.id, set: { status: "replaced" as const } }], newAct } : {}),
      event: {
        step: "correct-activation",
        clause: clauseOf("correct-activation"),
        reason: input.reason,
        data: {
          ...{ lineId: line.id, portal: line.portal, activatedOn, from, to, evidenceFileId, was },
          continuesFrom: set.continuesFrom,
          late: contract.activationDueOn !== null && activatedOn > contract.activationDueOn,
          replacesAct: replaced?.number ?? null,
          actWasSentOn: replaced?.sentOn ?? null,
        },
      },
    },
  };
};

type Replaced = Parameters<typeof draftAct>[3];

const isOpen = (act: Contract["act"]) => (OPEN_ACT as readonly string[]).includes(act);

/** The last day of what the portal had before this period. */
function endBefore(from: Day, periods: readonly { from: Day; to: Day }[]): Day | null {
  return periods
    .filter((period) => period.from < from)
    .reduce<Day | null>((last, { to }) => (last && last > to ? last : to), null);
}

/** Access is complete on the day of the last switch, and the contract ends with the last paid day of any line (6.1). */
function totals(contract: Contract, lines: readonly ContractLine[]) {
  if (!contract.activatedOn) return {};
  const last = (days: (Day | null)[]) => days.reduce((one, other) => ((other ?? "") > (one ?? "") ? other : one), null);
  return { activatedOn: last(lines.map((line) => line.activatedOn)), endsOn: last(lines.map((line) => line.activeTo)) };
}
