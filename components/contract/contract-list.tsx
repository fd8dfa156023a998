import type { ReactNode } from "react";
import { fewPortals } from "#/components/portal/few-portals.ts";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { InvoiceStatus } from "#/lib/contract/contract.ts";
import type { ActStatus, Stage } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { type SituationCode, toneOf } from "./situation.ts";

export type ContractListRow = {
  id: string;
  stage: Stage;
  act: ActStatus;
  total: Kopecks;
  placedAt: Date;
  acceptedOn: Day | null;
  activationDueOn: Day | null;
  endsOn: Day | null;
  portals: string[];
  invoice: { number: string; status: InvoiceStatus; paid: Kopecks; validUntil: Day } | null;
  deemedDueOn: Day | null;
};

/** Orders and contracts as a list: state in a word and a shape, portals, sum, the next date. */
export function ContractList(props: {
  locale: Locale;
  rows: readonly ContractListRow[];
  today: Day;
  empty: ReactNode;
}) {
  const { locale, rows, today, empty } = props;
  const t = translator(locale, "contract");
  const cabinet = translator(locale, "cabinet");
  return (
    <Table
      caption={cabinet("contracts.caption")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "title",
          head: cabinet("contracts.title"),
          rowHead: true,
          cell: (row) => (
            <Link className="link md:whitespace-nowrap" href={`/cabinet/contracts/${row.id}`}>
              {nameOf(row, locale)}
            </Link>
          ),
        },
        {
          key: "state",
          head: cabinet("contracts.state"),
          cell: (row) => {
            const code = briefSituation(row, today);
            return <Status tone={toneOf(code, "customer")}>{t(`status.${code}`)}</Status>;
          },
        },
        {
          key: "portals",
          head: cabinet("contracts.portals"),
          cell: ({ portals }) => <span className="break-words">{fewPortals(portals, locale, 1)}</span>,
        },
        { key: "next", head: cabinet("contracts.next"), cell: (row) => nextOf(row, locale) },
        { key: "sum", head: cabinet("contracts.sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
      ]}
    />
  );
}

function nameOf({ invoice, acceptedOn, placedAt }: ContractListRow, locale: Locale): string {
  const t = translator(locale, "contract");
  if (!invoice) return t("title.order", { date: formatDay(dayInMinsk(placedAt)) });
  return t(acceptedOn ? "title.contract" : "title.ordered", { number: invoice.number });
}

/** The situation as far as a line of a list knows it; the contract's own page counts the clocks. */
export function briefSituation({ stage, act, invoice, activationDueOn }: ContractListRow, today: Day): SituationCode {
  const part = (invoice?.paid ?? 0n) > 0n;
  if (stage === "invoiced") return part ? "part-paid" : "to-pay";
  if (stage === "lapsed") return part ? "lapsed-part" : "lapsed";
  if (stage === "concluded") return activationDueOn && activationDueOn < today ? "activation-late" : "activation";
  if (act === "sent") return "act-sent";
  if (act === "received") return "act-received";
  if (act === "refused") return "act-refused";
  if (stage === "active") return act === "issued" ? "act-issued" : "active";
  return stage;
}

function nextOf(row: ContractListRow, locale: Locale): string {
  const t = translator(locale, "common");
  const until = (day: Day | null | undefined) => (day ? t("timeline.until", { date: formatDay(day) }) : "");
  if (row.stage === "invoiced") return until(row.invoice?.validUntil);
  if (row.stage === "concluded") return until(row.activationDueOn);
  if (row.act === "sent" || row.act === "received") return until(row.deemedDueOn);
  return row.stage === "active" ? until(row.endsOn) : "";
}
