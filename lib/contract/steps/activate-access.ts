import { z } from "zod";

import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { err, ok } from "#/lib/result.ts";
import type { Decide } from "../contract.ts";
import { clauseOf, placeAfter } from "../machine.ts";
import { paidPeriod } from "../period.ts";
import { dayInput, notAllowed, stepInput } from "./_step.ts";

export const activateAccessInput = z.object({
  ...stepInput.shape,
  lineId: z.uuid(),
  activatedOn: dayInput,
  evidenceFileId: z.uuid("evidence.file_required"),
  note: z.string().trim().max(1000, "field.too_long").default(""),
});
export type ActivateAccessInput = z.infer<typeof activateAccessInput>;

export type ActivateFacts = {
  /** Last paid day of the portal's running or future subscription, whoever paid for it; null where there is none. */
  runningUntil: Day | null;
  operator: string;
};

/**
 * Clause 3.5: access is switched on in the portal's «Мой тариф». Records who, when, the period and the proof; with the last
 * line of the contract activated, stops *activation*. A renewal continues from the day after the present end.
 */
export const activateAccess: Decide<ActivateAccessInput, ActivateFacts> = (contract, input, given, facts) => {
  const place = placeAfter(contract, "activate-access");
  if (place === null || contract.acceptedOn === null) return notAllowed(contract, "activate-access");
  const line = contract.lines.find(({ id }) => id === input.lineId);
  if (!line) return err({ code: "record.not_found" });
  if (line.activeFrom)
    return err({ code: "activation.already", params: { portal: line.portal, until: line.activeTo ?? "" } });
  const activatedOn = parseDay(input.activatedOn);
  if (!activatedOn) return err({ code: "day.format" });
  if (activatedOn > given.today) return err({ code: "day.in_future" });
  if (activatedOn < contract.acceptedOn)
    return err({ code: "activation.before_acceptance", params: { acceptedOn: contract.acceptedOn } });

  const start = given.settings.periodStart === "activation" ? activatedOn : contract.acceptedOn;
  const { from, to } = paidPeriod(start, line.months, facts.runningUntil);
  const others = contract.lines.filter(({ id }) => id !== line.id);
  const complete = others.every(({ activeTo }) => activeTo !== null);
  const late = contract.activationDueOn !== null && activatedOn > contract.activationDueOn;
  return ok({
    ...(complete ? place : { stage: contract.stage, act: contract.act }),
    lines: [
      {
        id: line.id,
        set: {
          activeFrom: from,
          activeTo: to,
          activatedOn,
          continuesFrom: facts.runningUntil,
          activatedAt: given.now,
          activatedBy: facts.operator,
          evidenceFileId: input.evidenceFileId,
        },
      },
    ],
    ...(complete
      ? {
          set: {
            activatedOn: others.reduce(
              (last, one) => ((one.activatedOn ?? "") > last ? one.activatedOn! : last),
              activatedOn,
            ),
            endsOn: others.reduce((last, { activeTo }) => (activeTo! > last ? activeTo! : last), to),
          },
        }
      : {}),
    subscriptions: [{ lineId: line.id, portal: line.portal, from, to }],
    event: {
      step: "activate-access",
      clause: clauseOf("activate-access"),
      ...(input.note ? { reason: input.note } : {}),
      data: {
        portal: line.portal,
        activatedOn,
        from,
        to,
        late,
        complete,
        continuesFrom: facts.runningUntil,
        evidenceFileId: input.evidenceFileId,
      },
    },
  });
};
