import { exportBooksAction } from "#/app/_actions/books/export-books.ts";
import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { ExportSection } from "#/components/reports/export-section.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { exportList } from "#/db/queries/book-exports.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { usualPeriods } from "#/lib/ledger/period.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

/** Entries for the accounting program, with every export that was made. */
export default async function ExportPage() {
  const { locale, given, read } = await staffPage("books.export");
  const t = translator(locale, "books");
  const { made, names } = await read(async (tx) => {
    const made = await exportList(tx);
    return {
      made,
      names: await namesOf(
        tx,
        made.map(({ exportedBy }) => exportedBy),
      ),
    };
  });
  const period = usualPeriods(given.today).find(({ name }) => name === "before")!.period;
  return (
    <>
      <PageHead title={t("tabs.export")} />
      <BooksTabs locale={locale} current="export" />
      <ExportSection {...{ locale, period, made, names }} action={exportBooksAction} />
    </>
  );
}
