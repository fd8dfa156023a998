import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { InvoiceStatus } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

export type InvoiceListRow = {
  id: string;
  contractId: string;
  number: string;
  status: InvoiceStatus;
  issuedOn: Day;
  validUntil: Day;
  total: Kopecks;
  paid: Kopecks;
};

export const INVOICE_TONE: Record<InvoiceStatus, Tone> = {
  live: "needs",
  expired: "late",
  cancelled: "neutral",
  paid: "done",
};

/** The party's invoices with their fate; a part payment stands under the sum. */
export function InvoiceList(props: { locale: Locale; rows: readonly InvoiceListRow[]; empty: ReactNode }) {
  const { locale, rows, empty } = props;
  const t = translator(locale, "cabinet");
  const contract = translator(locale, "contract");
  return (
    <Table
      caption={t("invoices.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "number",
          head: t("invoices.number"),
          rowHead: true,
          cell: ({ number, contractId }) => (
            <Link className="link whitespace-nowrap" href={`/cabinet/contracts/${contractId}`}>
              № {number}
            </Link>
          ),
        },
        { key: "issued", head: t("invoices.issued"), cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
        {
          key: "state",
          head: t("invoices.state"),
          cell: ({ status }) => <Status tone={INVOICE_TONE[status]}>{contract(`invoice.${status}`)}</Status>,
        },
        { key: "until", head: t("invoices.until"), cell: ({ validUntil }) => <DateText day={validUntil} /> },
        { key: "sum", head: t("invoices.sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
        { key: "paid", head: t("invoices.paid"), end: true, cell: ({ paid }) => <Money value={paid} bare /> },
        {
          key: "pdf",
          head: <span className="sr-only">{t("invoices.file")}</span>,
          cell: ({ id, number }) => (
            <FileLink locale={locale} href={`/api/invoices/${id}/pdf`} title={`№ ${number}`} kind="PDF" />
          ),
        },
      ]}
    />
  );
}
