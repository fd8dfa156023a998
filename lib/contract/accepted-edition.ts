import type { Day } from "#/lib/calendar/day.ts";

type Published = { id: string; number: number; publishedOn: Day };

/**
 * Clause 6.2, last sentence: payment after a new edition was published joins that edition, even inside its five days.
 * So the accepted edition is the newest one published on or before the day of payment.
 */
export function acceptedEdition<E extends Published>(editions: readonly E[], paidOn: Day): E | null {
  return editions
    .filter((edition) => edition.publishedOn <= paidOn)
    .reduce<E | null>((newest, edition) => (newest && newest.number > edition.number ? newest : edition), null);
}
