import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Minsk",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** YYYYMMDDHHMMSS by the clock of Minsk, as documents of exchange write a moment. */
export const minskStamp = (moment: Date): string =>
  `${dayInMinsk(moment)}${CLOCK.format(moment)}`.replaceAll(/\D/g, "");

/**
 * The day in Minsk of a moment as the operator writes it: 20260415093000, 2026-04-15T09:30:00 (the clock of Minsk) or with an
 * offset; null for anything else.
 */
export function dayOfStamp(text: string | null): Day | null {
  if (!text) return null;
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))) return dayInMinsk(new Date(text));
  return parseDay(text.replace(/^(\d{4})(\d{2})(\d{2})/, "$1-$2-$3").slice(0, 10));
}
