import { z } from "zod";
import { addCalendarDays } from "#/lib/calendar/count.ts";
import { parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { currentAct, type Decide } from "../contract.ts";
import { dayInput, move, notAllowed, stepInput } from "./_step.ts";

export const confirmActReceivedInput = z.object({ ...stepInput.shape, receivedOn: dayInput });

/** Clauses 3.6, 3.7: the day the act reached the customer; starts *customer's answer*. The clock of 3.8 runs on beside it. */
export const confirmActReceived: Decide<z.infer<typeof confirmActReceivedInput>> = (
  contract,
  input,
  { today, calendar, settings },
) => {
  const act = currentAct(contract);
  if (act?.status !== "sent" || !act.sentOn) return notAllowed(contract, "confirm-act-received");
  const receivedOn = parseDay(input.receivedOn);
  if (!receivedOn) return err({ code: "day.format" });
  if (receivedOn > today) return err({ code: "day.in_future" });
  if (receivedOn < act.sentOn) return err({ code: "act.received_before_sent", params: { sentOn: act.sentOn } });
  const answerDueOn = addCalendarDays(calendar, receivedOn, contract.bindings.answerCalendarDays, {
    dayOff: settings.dayOffRule,
  }).date;
  return move(contract, "confirm-act-received", {
    acts: [{ id: act.id, set: { status: "received", receivedOn, answerDueOn } }],
    event: { data: { number: act.number, receivedOn, answerDueOn } },
  });
};
