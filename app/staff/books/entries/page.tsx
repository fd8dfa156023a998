import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { EntryTable } from "#/components/books/entry-table.tsx";
import { PeriodForm } from "#/components/books/period-form.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { entryList, entryTurnover } from "#/db/queries/ledger.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { ACCOUNTS } from "#/lib/ledger/ledger.ts";
import { readPeriod } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { idOf, oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/books/entries";
const OBJECTS = ["payment", "contract", "invoice", "act", "refund", "party"] as const;

/** The card of an account, or all entries of one document or customer. */
export default async function EntriesPage({ searchParams }: { searchParams: Query }) {
  const { locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const query = await oneOf(searchParams);
  const object = OBJECTS.find((name) => query[name]);
  const account = ACCOUNTS.find((one) => one === query.account);
  // All entries of one document, whenever they were; of an account always of a period.
  const period = object && !query.from ? undefined : readPeriod(query, given.today);
  const filter = { account, period, ...(object && { [`${object}Id`]: idOf(query[object] ?? "") }) };
  const { page, sums } = await read(async (tx) => ({
    page: await entryList(tx, filter, readCursor(query)),
    sums: await entryTurnover(tx, filter),
  }));
  const keep = { ...(object && { [object]: query[object] }), account };
  const href = (more: Record<string, string | undefined>) => listHref(PATH, { ...keep, ...period, ...more });
  const accounts = [undefined, ...ACCOUNTS].map((one) => ({
    href: href({ account: one }),
    title: one ? t(`account.${one}`) : t("entries.all"),
    current: one === account,
  }));
  return (
    <>
      <PageHead title={account ? t(`account.${account}`) : t("entries.title")} />
      <BooksTabs locale={locale} current="entries" />
      {object && (
        <p className="my-4">
          {t(`entries.only.${object}`)}{" "}
          <Link className="link" href={PATH}>
            {t("entries.reset")}
          </Link>
        </p>
      )}
      <Filters label={t("entries.account")} options={accounts} />
      {period && <PeriodForm locale={locale} action={PATH} period={period} today={given.today} keep={keep} />}
      <div className="my-4">
        <KeyValue pairs={totals(locale, sums, account !== undefined && period !== undefined)} />
      </div>
      <EntryTable locale={locale} rows={page.rows} />
      <Pagination
        locale={locale}
        previous={page.previous && href({ before: page.previous })}
        next={page.next && href({ after: page.next })}
      />
    </>
  );
}

type Sums = { entries: number; opening: Kopecks; debit: Kopecks; credit: Kopecks; closing: Kopecks };

/** Balances are said of an account; a mixture of accounts has a turnover only. */
function totals(locale: Locale, sums: Sums, balances: boolean) {
  const t = translator(locale, "books");
  const side = (value: Kopecks) =>
    value < 0n
      ? t("entries.creditSide", { sum: formatMoney(-value) })
      : t("entries.debitSide", { sum: formatMoney(value) });
  const turnover = balances
    ? `${t("entries.debitSide", { sum: formatMoney(sums.debit) })}, ${t("entries.creditSide", { sum: formatMoney(sums.credit) })}`
    : formatMoney(sums.debit);
  return [
    { key: t("entries.count"), value: String(sums.entries) },
    ...(balances ? [{ key: t("entries.opening"), value: side(sums.opening) }] : []),
    { key: t("entries.turnover"), value: turnover },
    ...(balances ? [{ key: t("entries.closing"), value: side(sums.closing) }] : []),
  ];
}
