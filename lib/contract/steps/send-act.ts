import { z } from "zod";
import { parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { currentAct, type Decide } from "../contract.ts";
import { affecting, shiftedDeadline } from "../force-majeure.ts";
import { dayInput, move, notAllowed, stepInput } from "./_step.ts";

export const sendActInput = z
  .object({
    ...stepInput.shape,
    channel: z.enum(["edi", "post"]),
    sentOn: dayInput,
    ediDocumentId: z.string().trim().max(100, "field.too_long").default(""),
    trackingNumber: z.string().trim().toUpperCase().max(40, "field.too_long").default(""),
  })
  .superRefine((input, ctx) => {
    if (input.channel === "edi" && input.ediDocumentId.length < 3)
      ctx.addIssue({ code: "custom", path: ["ediDocumentId"], message: "act.edi_id_required" });
    if (input.channel === "post" && input.trackingNumber.length < 5)
      ctx.addIssue({ code: "custom", path: ["trackingNumber"], message: "act.tracking_required" });
  });
export type SendActInput = z.infer<typeof sendActInput>;

/**
 * The act goes to a legal entity through ЭДиН (3.6), to an individual by post (3.7), to an ИП by the party's setting.
 * Stops *act sent*; starts *deemed acceptance* (3.8) from this day.
 */
export const sendAct: Decide<SendActInput> = (contract, input, given) => {
  const { today } = given;
  const act = currentAct(contract);
  if (act?.status !== "issued") return notAllowed(contract, "send-act");
  if (contract.party.kind === "legalEntity" && input.channel !== "edi")
    return err({ code: "act.channel", params: { clause: "3.6" } });
  if (contract.party.kind === "individual" && input.channel !== "post")
    return err({ code: "act.channel", params: { clause: "3.7" } });
  const sentOn = parseDay(input.sentOn);
  if (!sentOn) return err({ code: "day.format" });
  if (sentOn > today) return err({ code: "day.in_future" });
  if (sentOn < act.issuedOn) return err({ code: "act.before_issue", params: { issuedOn: act.issuedOn } });

  const length = contract.bindings.deemedWorkingDays;
  const silence = { code: "deemed-acceptance", clause: "3.8", unit: "working-days", length } as const;
  const cases = affecting(contract.forceMajeure, contract.acceptedOn);
  const deemedDueOn = shiftedDeadline(cases, given, silence, sentOn).due;
  const ediDocumentId = input.channel === "edi" ? input.ediDocumentId : null;
  const trackingNumber = input.channel === "post" ? input.trackingNumber : null;
  return move(contract, "send-act", {
    acts: [
      {
        id: act.id,
        set: { status: "sent", channel: input.channel, sentOn, ediDocumentId, trackingNumber, deemedDueOn },
      },
    ],
    event: { data: { number: act.number, channel: input.channel, sentOn, ediDocumentId, trackingNumber, deemedDueOn } },
  });
};
