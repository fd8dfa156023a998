import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { PeriodForm } from "#/components/books/period-form.tsx";
import { TrialBalance } from "#/components/books/trial-balance.tsx";
import { listHref } from "#/components/staff/query.ts";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { lateEntries, trialBalance } from "#/db/queries/ledger.ts";
import { readPeriod } from "#/lib/ledger/period.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/books";

/** The turnover sheet of a period; every account opens its entries. */
export default async function BooksPage({ searchParams }: { searchParams: Query }) {
  const { locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const period = readPeriod(await oneOf(searchParams), given.today);
  const { rows, late } = await read(async (tx) => ({
    rows: await trialBalance(tx, period),
    late: await lateEntries(tx, period),
  }));
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <BooksTabs locale={locale} current="balance" />
      <PeriodForm locale={locale} action={PATH} period={period} today={given.today} />
      <TrialBalance locale={locale} period={period} rows={rows} />
      <p className="mt-3 text-muted text-sm">{t("balance.ties")}</p>
      {late > 0 && (
        <p className="mt-1 text-sm">
          <Link className="link" href={listHref(`${PATH}/entries`, period)}>
            {t("balance.late", { count: late })}
          </Link>
        </p>
      )}
    </>
  );
}
