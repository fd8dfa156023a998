import { z } from "zod";
import { parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { answerClause } from "../clocks.ts";
import { currentAct, type Decide } from "../contract.ts";
import { affecting, shiftedDeadline } from "../force-majeure.ts";
import { dayInput, move, notAllowed, stepInput } from "./_step.ts";

export const confirmActReceivedInput = z.object({ ...stepInput.shape, receivedOn: dayInput });

/** Clauses 3.6, 3.7: the day the act reached the customer; starts *customer's answer*. The clock of 3.8 runs on beside it. */
export const confirmActReceived: Decide<z.infer<typeof confirmActReceivedInput>> = (contract, input, given) => {
  const { today, settings } = given;
  const act = currentAct(contract);
  if (act?.status !== "sent" || !act.sentOn) return notAllowed(contract, "confirm-act-received");
  const receivedOn = parseDay(input.receivedOn);
  if (!receivedOn) return err({ code: "day.format" });
  if (receivedOn > today) return err({ code: "day.in_future" });
  if (receivedOn < act.sentOn) return err({ code: "act.received_before_sent", params: { sentOn: act.sentOn } });
  const answer = {
    code: "answer",
    clause: answerClause(contract),
    unit: "calendar-days",
    length: contract.bindings.answerCalendarDays,
    dayOff: settings.dayOffRule,
  } as const;
  const cases = affecting(contract.forceMajeure, contract.acceptedOn);
  const answerDueOn = shiftedDeadline(cases, given, answer, receivedOn).due;
  return move(contract, "confirm-act-received", {
    acts: [{ id: act.id, set: { status: "received", receivedOn, answerDueOn } }],
    event: { data: { number: act.number, receivedOn, answerDueOn } },
  });
};
