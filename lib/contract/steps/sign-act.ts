import { z } from "zod";

import { parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { currentAct, type Decide } from "../contract.ts";
import { placeAfter } from "../machine.ts";
import { type Answered, tooLateToAnswer } from "./_silence.ts";
import { dayInput, move, notAllowed, stepInput } from "./_step.ts";

export const signActInput = z
  .object({
    ...stepInput.shape,
    signedOn: dayInput,
    signedFileId: z.uuid("act.signed_copy_required"),
    /** Of a container of ЭДиН: who signed, as the operator reports it. */
    signer: z.string().trim().max(200, "field.too_long").optional(),
  })
  // The house files a paper that came back: the signed copy is the customer's word itself.
  .transform((input) =>
    input.onBehalf?.how === "paper"
      ? { ...input, onBehalf: { ...input.onBehalf, fileId: input.onBehalf.fileId ?? input.signedFileId } }
      : input,
  );

/**
 * Clauses 3.6, 3.7: the signed copy came back. Stops both clocks. After the last silent day of 3.8 it comes too late; once the
 * silence is written down, a late signature is attached and undoes nothing.
 */
export const signAct: Decide<z.infer<typeof signActInput> & Answered> = (contract, input, given) => {
  const { today } = given;
  const act = currentAct(contract);
  if (!act?.sentOn) return notAllowed(contract, "sign-act");
  const signedOn = parseDay(input.signedOn);
  if (!signedOn) return err({ code: "day.format" });
  if (signedOn > today) return err({ code: "day.in_future" });
  if (signedOn < act.issuedOn) return err({ code: "act.signed_before_issue", params: { issuedOn: act.issuedOn } });
  const signer = input.signer || null;
  const data = { number: act.number, signedOn, signedFileId: input.signedFileId, ...(signer && { signer }) };
  if (act.status === "deemed") {
    if (act.lateSignedOn) return notAllowed(contract, "attach-late-signature");
    return move(contract, "attach-late-signature", {
      acts: [{ id: act.id, set: { lateSignedOn: signedOn, signedFileId: input.signedFileId, signer } }],
      event: { data },
    });
  }
  if (placeAfter(contract, "sign-act") === null) return notAllowed(contract, "sign-act");
  const late = tooLateToAnswer(contract, input, given);
  if (late) return err(late);
  return move(contract, "sign-act", {
    acts: [{ id: act.id, set: { status: "signed", signedOn, signedFileId: input.signedFileId, signer } }],
    event: { data },
  });
};
