import { STATE_TONE } from "#/components/reconciliation/state-tone.ts";
import { RefundStateWord } from "#/components/refund/refund-state.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { JournalRow, NumberKind } from "#/db/queries/staff-numbers.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { RefundState } from "#/lib/refund/refund.ts";

/** Green is what ended well; a number whose paper is on its way, or came to nothing, is not. */
const TONES: Record<string, Tone | undefined> = {
  ...{ live: "running", paid: "done" },
  ...{ issued: "running", sent: "running", received: "running", signed: "done", deemed: "done", refused: "needs" },
};

type Props = { locale: Locale; kind: NumberKind; rows: JournalRow[] };

/** Numbers of one series in their order, each leading to its paper. */
export function Journal({ locale, kind, rows }: Props) {
  const t = translator(locale, "staff");
  const number = ({ id, contractId, number }: JournalRow) => (
    <Link
      className="link num"
      href={contractId && kind !== "refund" ? `/staff/contracts/${contractId}` : `/staff/${kind}s/${id}`}
    >
      {number}
    </Link>
  );
  return (
    <Table
      dense
      caption={t("numbers.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("numbers.empty")} />}
      columns={[
        { key: "number", head: t("numbers.number"), rowHead: true, cell: number },
        { key: "date", head: t("acts.issuedOn"), cell: ({ issuedOn }) => <DateText day={issuedOn} /> },
        { key: "party", head: t("activations.party"), cell: ({ party }) => party },
        { key: "status", head: t("contracts.state"), cell: (row) => <State {...{ locale, kind, row }} /> },
        {
          key: "sum",
          head: t("sum"),
          end: true,
          cell: ({ total }) => total !== null && <Money value={BigInt(total)} bare />,
        },
      ]}
    />
  );
}

function State({ locale, kind, row }: { locale: Locale; kind: NumberKind; row: JournalRow }) {
  const { status, reason, successor } = row;
  return (
    <>
      {kind === "refund" ? (
        <RefundStateWord locale={locale} state={status as RefundState} />
      ) : (
        <Status tone={(kind === "reconciliation" ? STATE_TONE[status as "open"] : TONES[status]) ?? "neutral"}>
          {kind === "reconciliation"
            ? translator(locale, "reconciliation")(`stateStaff.${status as "open"}`)
            : translator(locale, "staff")(`numbers.status.${status as "live"}`)}
        </Status>
      )}
      {reason && <span className="block text-muted">{reason}</span>}
      {successor && (
        <span className="num block text-muted">
          {translator(locale, "books")("numbers.successor", { number: successor })}
        </span>
      )}
    </>
  );
}
