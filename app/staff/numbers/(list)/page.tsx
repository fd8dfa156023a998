import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { PrintButton } from "#/components/document/print-button.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { Notice } from "#/components/ui/notice.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { JOURNAL_PAGE, journal, NUMBER_KINDS, seriesProofs } from "#/db/queries/staff-numbers.ts";
import { permits } from "#/lib/access/permissions.ts";
import { yearOf } from "#/lib/calendar/day.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";
import { Journal } from "./_journal.tsx";

const PATH = "/staff/numbers";

/** The journal of issued numbers: every number of the series is there, the void ones with their reason. */
export default async function NumbersPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await staffPage("staff.read");
  const books = translator(locale, "books");
  const query = await oneOf(searchParams);
  // Refunds are not everybody's to read.
  const kinds = NUMBER_KINDS.filter((one) => one !== "refund" || permits(actor, "refund.read"));
  const kind = kinds.find((one) => one === query.kind) ?? "invoice";
  const year = /^20\d\d$/.test(query.year ?? "") ? Number(query.year) : yearOf(given.today);
  const from = /^\d{1,7}$/.test(query.from ?? "") ? Number(query.from) : 1;
  const { proofs, rows } = await read(async (tx) => ({
    proofs: await seriesProofs(tx),
    rows: await journal(tx, kind, year, from),
  }));
  const shown = rows.slice(0, JOURNAL_PAGE);
  const proof = proofs.find((one) => one.kind === kind && one.year === year);
  const years = [...new Set([yearOf(given.today), ...proofs.map((one) => one.year)])].sort((a, b) => b - a);
  const options = years.flatMap((one) =>
    kinds.map((series) => ({
      href: listHref(PATH, { kind: series, year: String(one) }),
      title: t(`numbers.series.${series}`, { year: String(one) }),
      current: series === kind && one === year,
    })),
  );
  const at = (sequence: number) => listHref(PATH, { kind, year: String(year), from: String(sequence) });
  return (
    <>
      <PageHead
        title={t("numbers.title")}
        lead={t("numbers.lead")}
        actions={<PrintButton>{books("numbers.print")}</PrintButton>}
      />
      {permits(actor, "books.read") && <BooksTabs locale={locale} current="numbers" />}
      <Filters label={t("filters")} options={options} />
      <div className="my-4">
        {proof &&
          (proof.missing.length === 0 && proof.issued === proof.last ? (
            <Notice tone="done" title={t("numbers.noGaps", { issued: proof.issued, last: proof.last })} />
          ) : (
            <Notice tone="late" title={t("numbers.gaps", { numbers: proof.missing.join(", ") })} />
          ))}
      </div>
      <Journal {...{ locale, kind }} rows={shown} />
      <Pagination
        locale={locale}
        previous={from > 1 ? at(Math.max(1, from - JOURNAL_PAGE)) : null}
        next={rows.length > JOURNAL_PAGE ? at(rows[JOURNAL_PAGE]?.sequence ?? 1) : null}
      />
    </>
  );
}
