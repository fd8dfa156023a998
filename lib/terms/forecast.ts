import { addDays, type Day } from "#/lib/calendar/day.ts";
import { type Citation, type Doubt, governedBy } from "./governed-by.ts";

/** What is known to come after a portal's last paid day, each thing with its source. */
export type Forecast = {
  portal: string;
  zone: string | null;
  lastDay: Day;
  grace: { days: number; until: Day; certain: boolean; source: Citation } | null;
  continues: Citation | null;
  doubt: Doubt;
};

/**
 * The governing terms of a portal as facts of its forecast (6.1). `on` picks their edition: the one in force on the day of asking,
 * since nobody knows the next. A grace that may be cancelled stays "may"; where no document is known, nothing is promised.
 */
export function forecast(portal: string, country: string, lastDay: Day, on: Day): Forecast | null {
  const governed = governedBy(portal, country, on);
  if (!governed.ok) return null;
  const { host, zone, grace, continues, citations, doubt } = governed.value;
  const source = (subject: Citation["fact"]["subject"]) =>
    citations.find(({ fact, document }) => fact.subject === subject && document === governed.value.document) ?? null;
  const graceSource = source("grace");
  return {
    portal: host,
    zone,
    lastDay,
    grace: grace && graceSource && { ...grace, until: addDays(lastDay, grace.days), source: graceSource },
    continues: continues ? source("continuation") : null,
    doubt,
  };
}
