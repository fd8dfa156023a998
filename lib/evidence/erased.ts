import { asDay, type Day, isDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";

/** The step under which an erasure stands in the log, on the chain of the request: "privacy:<request>". */
export const ERASE = "erase-personal-data";

const BEFORE = "стёрто по запросу ";

/**
 * What stands where a person's name or address stood. A sentence and no code: it is read as it is, in lists, papers and packs that
 * are opened years later without this program. The database writes the same words and lets nobody be called so.
 */
export const erasedWords = (day: Day): string => `${BEFORE}${formatDay(day)}`;

/** The day of the erasure where these are its words; null for anything else. */
export function erasedOn(text: string | null): Day | null {
  const found = text?.startsWith(BEFORE) && /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text.slice(BEFORE.length));
  if (!found) return null;
  const day = `${found[3]}-${found[2]}-${found[1]}`;
  return isDay(day) ? asDay(day) : null;
}
