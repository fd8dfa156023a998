import { z } from "zod";

import { err } from "#/lib/result.ts";
import {
  type Contract,
  currentAct,
  currentInvoice,
  type Decide,
  type Given,
  type NewAct,
  type OfferFacts,
} from "../contract.ts";
import { frozenLanguage } from "../frozen.ts";
import { placeAfter } from "../machine.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const issueActInput = z.object({ ...stepInput.shape });
export const correctActInput = z.object({
  ...stepInput.shape,
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});

export type ActFacts = { offer: OfferFacts["offer"]; requisites: OfferFacts["requisites"] };

/** Clause 3.5: the seller's act of the transfer of rights, once access is active. The number is given in the transaction. */
export const issueAct: Decide<unknown, ActFacts> = (contract, _input, given, facts) => {
  if (placeAfter(contract, "issue-act") === null) return notAllowed(contract, "issue-act");
  const newAct = draftAct(contract, given, facts, null);
  if (!newAct) return err({ code: "act.nothing_to_certify" });
  return move(contract, "issue-act", {
    newAct,
    event: { data: { channel: newAct.channel, issuedOn: newAct.issuedOn } },
  });
};

/** After a motivated refusal (3.6, 3.7): a corrected act with a number of its own replaces the refused one; clocks start anew. */
export const correctAct: Decide<z.infer<typeof correctActInput>, ActFacts> = (contract, { reason }, given, facts) => {
  const old = currentAct(contract);
  if (placeAfter(contract, "correct-act") === null || !old) return notAllowed(contract, "correct-act");
  const newAct = draftAct(contract, given, facts, { id: old.id, number: old.number, issuedOn: old.issuedOn, reason });
  if (!newAct) return err({ code: "act.nothing_to_certify" });
  return move(contract, "correct-act", {
    acts: [{ id: old.id, set: { status: "replaced" } }],
    newAct,
    event: { reason, data: { replaces: old.number, channel: newAct.channel, issuedOn: newAct.issuedOn } },
  });
};

/** An act of what the lines say, with the numbers of the one that it replaces; null while access is not complete. */
export function draftAct(
  contract: Contract,
  given: Given,
  { offer, requisites }: ActFacts,
  replaces: { id: string; number: string; issuedOn: Contract["acceptedOn"] & string; reason: string } | null,
): NewAct | null {
  const invoice = currentInvoice(contract);
  if (!invoice || !contract.acceptedOn || !contract.activatedOn) return null;
  const activatedOn = contract.activatedOn;
  const lines = contract.lines.flatMap((line) =>
    line.activeFrom && line.activeTo
      ? [
          {
            product: line.product,
            portal: line.portal,
            months: line.months,
            amount: line.amount.toString(),
            activeFrom: line.activeFrom,
            activeTo: line.activeTo,
            activatedOn: line.activatedOn ?? activatedOn,
          },
        ]
      : [],
  );
  if (lines.length !== contract.lines.length) return null;
  const { id, slug, number, sha256, orderNumber, orderDate } = offer;
  return {
    issuedOn: given.today,
    channel: contract.party.actChannel,
    replacesId: replaces?.id ?? null,
    correctionReason: replaces?.reason ?? null,
    frozen: {
      ...frozenLanguage(requisites.paperLanguage),
      seller: offer.seller,
      buyer: requisites.value,
      lines,
      vat: invoice.frozen.vat,
      offer: { id, slug, number, sha256, orderNumber, orderDate },
      invoice: { number: invoice.number, issuedOn: invoice.issuedOn },
      acceptedOn: contract.acceptedOn,
      answerCalendarDays: contract.bindings.answerCalendarDays,
      deemedWorkingDays: contract.bindings.deemedWorkingDays,
      replaces: replaces && { number: replaces.number, issuedOn: replaces.issuedOn, reason: replaces.reason },
    },
  };
}
