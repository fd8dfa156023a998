import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Table } from "#/components/ui/table.tsx";
import { Unbroken } from "#/components/ui/unbroken.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Missing } from "#/lib/month-pack/missing.ts";

/** Papers that lack a signature: since when, and what to do; each leads to where it is done. */
export function MissingList({ locale, rows }: { locale: Locale; rows: readonly Missing[] }) {
  const t = translator(locale, "settlements");
  return (
    <Table
      caption={t("missing.title")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("missing.empty")} />}
      columns={[
        {
          key: "document",
          head: t("column.document"),
          rowHead: true,
          cell: ({ paper, id, contractId, number, issuedOn }) => (
            <Link
              className="link"
              href={paper === "act" ? `/cabinet/contracts/${contractId}` : `/cabinet/reconciliations/${id}`}
            >
              <Unbroken text={t("pack.named", { paper: t(`paper.${paper}`), number, on: formatDay(issuedOn) })} />
            </Link>
          ),
        },
        { key: "since", head: t("column.since"), cell: ({ since }) => <DateText day={since} /> },
        { key: "step", head: t("column.step"), cell: ({ step }) => t(`missing.${step}`) },
      ]}
    />
  );
}
