import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { MonthCharts } from "#/components/reports/month-charts.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { monthFigures } from "#/db/queries/report-figures.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

/** A year of the shop in months, drawn and told. */
export default async function MonthsPage() {
  const { locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const months = await read((tx) => monthFigures(tx, given.today));
  return (
    <>
      <PageHead title={t("reports.months.title")} lead={t("reports.months.lead")} />
      <BooksTabs locale={locale} current="months" />
      <MonthCharts locale={locale} months={months} />
    </>
  );
}
