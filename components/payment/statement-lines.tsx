import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";

export type ShownLine = {
  key: string;
  href: string | null;
  payer: string;
  unp: string | null;
  creditDate: Day;
  documentNumber: string;
  purpose: string;
  amount: Kopecks;
  side: "credit" | "debit";
  state: ReactNode;
};

/** Lines of a statement as the bank wrote them. */
export function StatementLines({ locale, lines }: { locale: Locale; lines: readonly ShownLine[] }) {
  const t = translator(locale, "staff");
  return (
    <Table
      dense
      caption={t("statements.linesTitle")}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "payer",
          head: t("statements.other"),
          rowHead: true,
          cell: ({ href, payer, unp }) => (
            <>
              {href ? (
                <Link className="link break-words" href={href}>
                  {payer || t("payments.noName")}
                </Link>
              ) : (
                payer || t("payments.noName")
              )}
              {unp && <span className="num block font-normal text-muted">{unp}</span>}
            </>
          ),
        },
        { key: "date", head: t("payments.credited"), cell: ({ creditDate }) => <DateText day={creditDate} /> },
        { key: "number", head: t("payments.document"), cell: ({ documentNumber }) => documentNumber },
        {
          key: "purpose",
          head: t("payments.purpose"),
          cell: ({ purpose }) => <span className="line-clamp-2 max-w-measure break-words">{purpose}</span>,
        },
        { key: "state", head: t("contracts.state"), cell: ({ state }) => state },
        {
          key: "sum",
          head: t("sum"),
          end: true,
          cell: ({ amount, side }) => `${side === "debit" ? "−" : ""}${formatAmount(amount)}`,
        },
      ]}
    />
  );
}
