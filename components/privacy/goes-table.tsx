import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ERASED } from "#/lib/privacy/holdings.ts";
import type { Plan } from "#/lib/privacy/plan.ts";

/** Exactly what an erasure would touch: table, columns, rows. */
export function GoesTable({ locale, plan }: { locale: Locale; plan: Plan }) {
  const t = translator(locale, "privacy");
  return (
    <Table
      dense
      caption={t("staff.goesTitle")}
      rows={plan.goes}
      rowKey={({ kind }) => kind}
      columns={[
        { key: "what", head: t("staff.what"), rowHead: true, cell: ({ kind }) => t(`goes.${kind}`) },
        {
          key: "table",
          head: t("staff.table"),
          cell: ({ kind }) => {
            const { table, columns } = ERASED[kind];
            return (
              <code className="break-words">
                {table}: {columns.length > 0 ? columns.join(", ") : t("staff.wholeRow")}
              </code>
            );
          },
        },
        { key: "count", head: t("staff.count"), end: true, cell: ({ count }) => count },
      ]}
    />
  );
}
