import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { Act } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";

export type ActListRow = {
  id: string;
  contractId: string;
  number: string;
  status: Act["status"];
  issuedOn: Day;
  sentOn: Day | null;
  answerDueOn: Day | null;
  deemedDueOn: Day | null;
  deemedOn: Day | null;
  total: Kopecks;
};

export const ACT_TONE: Record<Act["status"], Tone> = {
  issued: "running",
  sent: "needs",
  received: "needs",
  signed: "done",
  refused: "running",
  deemed: "done",
  replaced: "neutral",
};

/** The party's acts: what waits for an answer, until which day, and the papers. */
export function ActList(props: { locale: Locale; rows: readonly ActListRow[]; empty: ReactNode }) {
  const { locale, rows, empty } = props;
  const t = translator(locale, "cabinet");
  const contract = translator(locale, "contract");
  const day = (value: Day | null) => value && <DateText day={value} />;
  return (
    <Table
      caption={t("acts.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "number",
          head: t("acts.number"),
          rowHead: true,
          cell: ({ number, contractId }) => (
            <Link className="link whitespace-nowrap" href={`/cabinet/contracts/${contractId}`}>
              № {number}
            </Link>
          ),
        },
        { key: "issued", head: t("acts.issued"), cell: ({ issuedOn }) => day(issuedOn) },
        {
          key: "state",
          head: t("acts.state"),
          cell: ({ status }) => <Status tone={ACT_TONE[status]}>{contract(`act.${status}`)}</Status>,
        },
        { key: "sent", head: t("acts.sent"), cell: ({ sentOn }) => day(sentOn) },
        {
          key: "until",
          head: t("acts.until"),
          cell: ({ status, deemedDueOn }) => (status === "sent" || status === "received" ? day(deemedDueOn) : null),
        },
        { key: "sum", head: t("acts.sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
        {
          key: "files",
          head: t("acts.files"),
          cell: ({ id, number, deemedOn }) => (
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              <FileLink locale={locale} href={`/api/acts/${id}/pdf`} title={`№ ${number}`} kind="PDF" />
              {deemedOn && <FileLink locale={locale} href={`/api/acts/${id}/protocol`} title={t("acts.protocol")} />}
            </span>
          ),
        },
      ]}
    />
  );
}
