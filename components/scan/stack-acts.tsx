import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { StackAct } from "#/lib/scans/stack.ts";

/** The acts that a stack was sorted into. */
export function StackActs({ locale, acts }: { locale: Locale; acts: readonly StackAct[] }) {
  const t = translator(locale, "edi");
  return (
    <Table
      caption={t("stack.acts")}
      rows={acts}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t("stack.noActs")} />}
      columns={[
        {
          key: "act",
          head: t("stack.act"),
          rowHead: true,
          cell: ({ number, contractId }) => (
            <Link className="link num" href={`/staff/contracts/${contractId}`}>
              {number}
            </Link>
          ),
        },
        { key: "party", head: t("stack.party"), cell: ({ party }) => party },
        { key: "pages", head: t("stack.pagesOf"), cell: ({ positions }) => positions.join(", ") },
        {
          key: "outcome",
          head: t("stack.outcome"),
          cell: ({ filed }) => (
            <Status tone={filed ? "done" : "running"}>{t(filed ? "stack.isFiled" : "stack.willFile")}</Status>
          ),
        },
      ]}
    />
  );
}
