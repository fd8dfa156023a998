import { inWords } from "#/app/_reports/register.ts";
import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { PeriodForm } from "#/components/books/period-form.tsx";
import { RegisterTable } from "#/components/reports/register-table.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { registerRows, registerTotals } from "#/db/queries/registers.ts";
import { isRegister, REGISTER_NAMES } from "#/lib/exports/registers.ts";
import { readPeriod } from "#/lib/ledger/period.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/reports";
const SHOWN = 100;

/** The seller's registers of a period: looked at here, taken away whole as a workbook or as CSV. */
export default async function ReportsPage({ searchParams }: { searchParams: Query }) {
  const { locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const query = await oneOf(searchParams);
  const name = isRegister(query.register) ? query.register : "invoices";
  const period = readPeriod(query, given.today);
  const { rows, totals } = await read(async (tx) => ({
    rows: await registerRows(tx, name, period, { after: null, limit: SHOWN }),
    totals: await registerTotals(tx, name, period),
  }));
  // The book of VAT and what follows from it are there while the seller charges VAT; whoever asks for an old one by name still sees it.
  const taxed = given.settings.vat.kind === "included";
  const shown = REGISTER_NAMES.filter((register) => taxed || register === name || !["vat", "esf"].includes(register));
  const registers = shown.map((register) => ({
    href: listHref(PATH, { register, ...period }),
    title: t(`reports.register.${register}`),
    current: register === name,
  }));
  const file = (format: string) => listHref(`/api/reports/${name}/${format}`, period);
  return (
    <>
      <PageHead
        title={t("reports.title")}
        lead={t(`reports.lead.${name}`)}
        actions={
          <>
            <LinkButton href={file("xlsx")} look="secondary" small download>
              XLSX
            </LinkButton>
            <LinkButton href={file("csv")} look="secondary" small download>
              CSV
            </LinkButton>
          </>
        }
      />
      <BooksTabs locale={locale} current="reports" />
      <Filters label={t("reports.title")} options={registers} />
      <PeriodForm locale={locale} action={PATH} period={period} today={given.today} keep={{ register: name }} />
      <RegisterTable
        locale={locale}
        name={name}
        rows={rows.map(({ id, cells }) => ({ id, cells: inWords(locale, name, cells) }))}
        totals={totals}
      />
      {totals.count > SHOWN && <p className="mt-3 text-muted text-sm">{t("reports.cut", { shown: SHOWN })}</p>}
    </>
  );
}
