import type { Day } from "#/lib/calendar/day.ts";

/** What the page of verification may show of a paper: enough to compare it with, nothing about the customer. */
export type PaperFacts = {
  number: string;
  issuedOn: Day;
  /** Kopecks as text; null where the paper states no sum of its own. */
  total: string | null;
  /** The seller's account on the paper; null where it names none. */
  account: string | null;
};
