import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { staffContract } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Refusal = {
  editionId: string;
  number: number;
  contractId: string;
  version: number;
  party: string;
  invoice: string;
  refusedOn: Day;
  reason: string | null;
  answer: string | null;
  answeredAt: Date | null;
};

type Props = {
  locale: Locale;
  caption: string;
  rows: readonly Refusal[];
  /** The form of the answer, for whoever may answer. */
  answer: ((row: Refusal) => ReactNode) | null;
  empty: ReactNode;
};

/** Refused editions: whose contract, of which edition, why, and what the lawyer said. */
export function RefusalList({ locale, caption, rows, answer, empty }: Props) {
  const t = translator(locale, "publication");
  const columns: Column<Refusal>[] = [
    {
      key: "contract",
      head: t("refusals.contract"),
      rowHead: true,
      cell: ({ contractId, invoice, party }) => (
        <>
          <Link className="link num" href={staffContract(contractId)}>
            № {invoice}
          </Link>
          <span className="block font-normal text-muted">{party}</span>
        </>
      ),
    },
    { key: "edition", head: t("refusals.edition"), cell: ({ number }) => number },
    { key: "on", head: t("refusals.on"), cell: ({ refusedOn }) => <DateText day={refusedOn} /> },
    {
      key: "reason",
      head: t("refusals.reason"),
      cell: ({ reason }) => (
        <span className="block max-w-measure break-words text-start">
          {reason ?? <span className="text-muted">{t("refusals.noReason")}</span>}
        </span>
      ),
    },
    {
      key: "answer",
      head: answer ? <span className="sr-only">{t("refusals.answer")}</span> : t("refusals.answeredOn"),
      label: t("refusals.answeredOn"),
      cell: (row) =>
        row.answer && row.answeredAt ? (
          <span className="block max-w-measure break-words text-start">
            <DateText day={dayInMinsk(row.answeredAt)} />. {row.answer}
          </span>
        ) : (
          answer?.(row)
        ),
    },
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ editionId, contractId }) => `${editionId} ${contractId}`}
      columns={columns}
      empty={empty}
    />
  );
}
