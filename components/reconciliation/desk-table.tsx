import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { State } from "#/lib/reconciliation/state.ts";
import { STATE_TONE } from "./state-tone.ts";

type Row = {
  id: string;
  number: string;
  partyId: string;
  party: string;
  from: Day;
  to: Day;
  state: State;
  stateOn: Day;
};

/** One queue of the house's акты сверки. */
export function DeskTable({ locale, title, rows }: { locale: Locale; title: string; rows: readonly Row[] }) {
  const t = translator(locale, "reconciliation");
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("desk.empty")} />}
        columns={[
          {
            key: "number",
            head: t("desk.number"),
            rowHead: true,
            cell: ({ id, number }: Row) => (
              <Link className="link num" href={`/staff/reconciliations/${id}`}>
                № {number}
              </Link>
            ),
          },
          {
            key: "party",
            head: t("desk.party"),
            cell: ({ partyId, party }) => (
              <Link className="link break-words" href={`/staff/parties/${partyId}`}>
                {party}
              </Link>
            ),
          },
          {
            key: "period",
            head: t("desk.period"),
            cell: ({ from, to }) => t("period", { from: formatDay(from), to: formatDay(to) }),
          },
          {
            key: "state",
            head: t("desk.state"),
            cell: ({ state }) => <Status tone={STATE_TONE[state]}>{t(`stateStaff.${state}`)}</Status>,
          },
          { key: "since", head: t("desk.since"), cell: ({ stateOn }) => <DateText day={stateOn} /> },
        ]}
      />
    </Section>
  );
}
