import { z } from "zod";

import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { err } from "#/lib/result.ts";
import { refusalWindow } from "../accepted-edition.ts";
import type { Contract, Decide, NewerOffer } from "../contract.ts";
import { placeAfter } from "../machine.ts";
import { move, notAllowed, stepInput } from "./_step.ts";

export const refuseEditionInput = z.object({
  ...stepInput.shape,
  editionId: z.uuid(),
  reason: z.string().trim().max(2000, "field.too_long").default(""),
  /** Of a notice that staff write down: the day on which it came. Empty: today. */
  receivedOn: z.string().trim().default(""),
});

/** One press for several contracts: each ticked box is `<contract>:<version that was seen>`. */
export const refuseEditionForContractsInput = z.object({
  editionId: z.uuid(),
  contracts: z
    .array(
      z
        .string()
        .regex(/^[0-9a-f-]{36}:\d{1,9}$/, "form.invalid")
        .transform((box) => {
          const [contractId = "", version] = box.split(":");
          return { contractId, version: Number(version) };
        })
        .pipe(z.object({ contractId: z.uuid(), version: z.int().positive() })),
      "edition.none_chosen",
    )
    .min(1, "edition.none_chosen")
    .max(100),
  reason: refuseEditionInput.shape.reason,
});

/** How a newer edition stands for a contract on a day: still refusable, refused, or bound to be by silence. */
export type EditionStanding = "open" | "refused" | "silent";

export function standingOf(contract: Contract, edition: NewerOffer, today: Day): EditionStanding {
  if (edition.refusedOn) return "refused";
  return today <= windowOf(contract, edition).to ? "open" : "silent";
}

/** The days on which this contract's customer may refuse the edition: by the number of the edition that it accepted. */
export const windowOf = ({ bindings }: Contract, edition: Pick<NewerOffer, "publishedOn">) =>
  refusalWindow(edition, bindings.editionCalendarDays);

/**
 * Clause 6.2, third sentence: the customer does not agree to an edition that was published after it had accepted one. It counts
 * up to the last day of the window; the contract goes on under the edition accepted before. Refuses an edition that is not
 * newer (`edition.not_newer`), was refused (`edition.refused_already`) or met with silence (`edition.window_closed`).
 */
export const refuseEdition: Decide<z.infer<typeof refuseEditionInput>> = (contract, input, { today }) => {
  if (placeAfter(contract, "refuse-edition") === null) return notAllowed(contract, "refuse-edition");
  const edition = contract.newerOffers.find(({ id }) => id === input.editionId);
  if (!edition) return err({ code: "edition.not_newer" });
  const { number, refusedOn, sha256 } = edition;
  if (refusedOn) return err({ code: "edition.refused_already", params: { number, on: refusedOn } });
  const { from, to } = windowOf(contract, edition);
  // Only what staff write down has a day of its own: a customer's press is its notice.
  const on = input.onBehalf && input.receivedOn ? parseDay(input.receivedOn) : today;
  if (!on) return err({ code: "day.format" });
  if (on > today) return err({ code: "day.in_future" });
  if (on < from) return err({ code: "edition.before_publication", params: { number, from } });
  if (on > to) return err({ code: "edition.window_closed", params: { number, until: to } });
  const reason = input.reason || null;
  return move(contract, "refuse-edition", {
    refusesEdition: { editionId: edition.id, on, reason },
    event: {
      ...(reason ? { reason } : {}),
      data: { editionId: edition.id, edition: number, sha256, refusedOn: on, until: to },
    },
  });
};

export const answerRefusedEditionInput = z.object({
  ...stepInput.shape,
  editionId: z.uuid(),
  reason: z.string().trim().min(10, "reason.required").max(2000, "field.too_long"),
});

/** The lawyer says what follows from a refusal; the customer reads it. Once. */
export const answerRefusedEdition: Decide<z.infer<typeof answerRefusedEditionInput>> = (
  contract,
  { editionId, reason },
  _given,
) => {
  const edition = contract.newerOffers.find(({ id }) => id === editionId);
  if (!edition?.refusedOn) return err({ code: "edition.not_refused" });
  if (edition.answeredAt) return err({ code: "edition.answered_already", params: { number: edition.number } });
  return move(contract, "answer-refused-edition", {
    answersRefusal: { editionId, answer: reason },
    event: { reason, data: { editionId, edition: edition.number } },
  });
};
