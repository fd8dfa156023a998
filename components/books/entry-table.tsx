import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Account, Source } from "#/lib/ledger/ledger.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

export type EntryLine = {
  id: string;
  source: Source;
  debit: Account;
  credit: Account;
  amount: Kopecks;
  day: Day;
  factDay: Day;
  party: string | null;
  contractId: string | null;
  paymentId: string | null;
  payer: string | null;
  document: string | null;
  act: string | null;
  invoice: string | null;
  refundId: string | null;
  refund: string | null;
};

/** Entries with the way back to what made them: the line of the statement, the act, the contract. */
export function EntryTable({ locale, rows }: { locale: Locale; rows: readonly EntryLine[] }) {
  const t = translator(locale, "books");
  return (
    <Table
      dense
      caption={t("entries.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("entries.empty")} />}
      columns={[
        {
          key: "day",
          head: t("entries.day"),
          cell: ({ day, factDay }) =>
            day === factDay ? (
              <DateText day={day} />
            ) : (
              t("entries.posted", { fact: formatDay(factDay), day: formatDay(day) })
            ),
        },
        {
          key: "document",
          head: t("entries.document"),
          rowHead: true,
          cell: (row) => <Document locale={locale} row={row} />,
        },
        { key: "party", head: t("entries.party"), cell: ({ party, payer }) => party ?? payer ?? "—" },
        { key: "debit", head: t("entries.debit"), cell: ({ debit }) => t(`account.${debit}`) },
        { key: "credit", head: t("entries.credit"), cell: ({ credit }) => t(`account.${credit}`) },
        { key: "sum", head: t("entries.sum"), end: true, cell: ({ amount }) => <Money value={amount} bare /> },
      ]}
    />
  );
}

function Document({ locale, row }: { locale: Locale; row: EntryLine }) {
  const t = translator(locale, "books");
  const { source, paymentId, contractId, document, act, invoice, refundId, refund } = row;
  const papers = [
    paymentId && {
      href: `/staff/payments/${paymentId}`,
      title: document ? t("entries.line", { number: document }) : t("entries.noNumber"),
    },
    refundId && { href: `/staff/refunds/${refundId}`, title: t("entries.refund", { number: refund ?? "" }) },
    contractId && {
      href: `/staff/contracts/${contractId}`,
      title: act
        ? t("entries.act", { number: act })
        : invoice
          ? t("entries.invoice", { number: invoice })
          : t("entries.contract"),
    },
  ].filter((paper) => paper !== null && paper !== "");
  return (
    <>
      <span className="block font-normal text-muted">{t(`source.${source}`)}</span>
      {papers.map(({ href, title }) => (
        <Link key={href} className="link num block" href={href}>
          {title}
        </Link>
      ))}
    </>
  );
}
