import { type Day, parseDay } from "#/lib/calendar/day.ts";

/** The day of which a page is asked; `wrong` keeps what was typed where it is no day. */
export type AsOf = { day: Day; asked: Day | null; wrong: string | null };

const LONGEST = 20;

/** `?on=2026-03-01` (or 01.03.2026): that day instead of today. What is no day changes nothing and is said. */
export function asOf(value: string | string[] | undefined, today: Day): AsOf {
  const typed = typeof value === "string" ? value.trim() : "";
  if (typed === "") return { day: today, asked: null, wrong: null };
  const asked = typed.length <= LONGEST ? parseDay(typed) : null;
  if (!asked) return { day: today, asked: null, wrong: typed.slice(0, LONGEST) };
  return { day: asked, asked: asked === today ? null : asked, wrong: null };
}

/** `path` as of the day that was asked for, so that a link leads on within that day. */
export const onThatDay = (path: string, { asked }: Pick<AsOf, "asked">): string =>
  asked ? `${path}?on=${asked}` : path;
