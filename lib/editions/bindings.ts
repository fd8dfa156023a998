import { z } from "zod";

const term = z.coerce.number().int().positive();

/** The numbers of the offer that the engine obeys. A contract keeps those of the edition it accepted. */
export const editionBindings = z.strictObject({
  /** 3.5: access, working days after payment in full. */
  activationWorkingDays: term,
  /** 3.5: sending of the act, working days after payment in full. */
  actWorkingDays: term,
  /** 3.6, 3.7: the customer's answer, calendar days after receipt of the act. */
  answerCalendarDays: term,
  /** 3.8: silence, working days after sending of the act. */
  deemedWorkingDays: term,
  /** 6.2: a new edition is in force, calendar days after publication. */
  editionCalendarDays: term,
  /** 5.3 */
  forceMajeureNoticeCalendarDays: term,
  /** 5.4 */
  forceMajeureMonths: term,
  /** 7.1: the customer's new requisites, working days after the change. */
  requisitesWorkingDays: term,
  /** 3.3 */
  priceListUrl: z.url(),
  /** 1.9 */
  rulesUrl: z.url(),
});
export type EditionBindings = z.infer<typeof editionBindings>;

/** Where the offer says each number; pages cite it, the offer linter compares against it. */
export const BINDING_CLAUSES: Record<keyof EditionBindings, string> = {
  activationWorkingDays: "3.5",
  actWorkingDays: "3.5",
  answerCalendarDays: "3.6",
  deemedWorkingDays: "3.8",
  editionCalendarDays: "6.2",
  forceMajeureNoticeCalendarDays: "5.3",
  forceMajeureMonths: "5.4",
  requisitesWorkingDays: "7.1",
  priceListUrl: "3.3",
  rulesUrl: "1.9",
};
