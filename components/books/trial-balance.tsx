import { listHref } from "#/components/staff/query.ts";
import { Link } from "#/components/ui/link.tsx";
import { Table } from "#/components/ui/table.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Account } from "#/lib/ledger/ledger.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks, sum } from "#/lib/money/kopecks.ts";

type Row = { account: Account; opening: Kopecks; debit: Kopecks; credit: Kopecks; closing: Kopecks };
type Props = { locale: Locale; period: Period; rows: readonly Row[] };

const debit = (balance: Kopecks) => (balance > 0n ? balance : 0n);
const credit = (balance: Kopecks) => (balance < 0n ? -balance : 0n);

const FIGURES = {
  openingDebit: ({ opening }: Row) => debit(opening),
  openingCredit: ({ opening }: Row) => credit(opening),
  debit: (row: Row) => row.debit,
  credit: (row: Row) => row.credit,
  closingDebit: ({ closing }: Row) => debit(closing),
  closingCredit: ({ closing }: Row) => credit(closing),
} as const;
const NAMES = Object.keys(FIGURES) as (keyof typeof FIGURES)[];

const shown = (value: Kopecks) => <span className="num">{value === 0n ? "—" : formatAmount(value)}</span>;

/** The turnover sheet: each account leads to its entries of the period, each pair of columns ends in the same sum. */
export function TrialBalance({ locale, period, rows }: Props) {
  const t = translator(locale, "books");
  return (
    <Table
      dense
      caption={t("balance.caption", { from: formatDay(period.from), to: formatDay(period.to) })}
      rows={rows}
      rowKey={({ account }) => account}
      columns={[
        {
          key: "account",
          head: t("balance.account"),
          rowHead: true,
          cell: ({ account }) => (
            <Link className="link" href={listHref("/staff/books/entries", { account, ...period })}>
              {t(`account.${account}`)}
            </Link>
          ),
        },
        ...NAMES.map((name) => ({
          key: name,
          head: t(`balance.${name}`),
          end: true,
          cell: (row: Row) => shown(FIGURES[name](row)),
        })),
      ]}
      foot={
        <tr>
          <th scope="row">{t("balance.total")}</th>
          {NAMES.map((name) => (
            <td key={name} className="end" data-label={t(`balance.${name}`)}>
              <strong className="num">{formatAmount(sum(rows.map(FIGURES[name])))}</strong>
            </td>
          ))}
        </tr>
      }
    />
  );
}
