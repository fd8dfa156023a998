import { Filters } from "#/components/staff/filters.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const PLACES = {
  balance: "/staff/books",
  entries: "/staff/books/entries",
  close: "/staff/books/close",
  numbers: "/staff/numbers",
  reports: "/staff/reports",
  months: "/staff/reports/months",
  analysis: "/staff/reports/analysis",
  export: "/staff/reports/export",
} as const;

/** The parts of the books, as words in the address. */
export function BooksTabs({ locale, current }: { locale: Locale; current: keyof typeof PLACES }) {
  const t = translator(locale, "books");
  const names = Object.keys(PLACES) as (keyof typeof PLACES)[];
  const options = names.map((name) => ({ href: PLACES[name], title: t(`tabs.${name}`), current: name === current }));
  return <Filters label={t("tabs.label")} options={options} />;
}
