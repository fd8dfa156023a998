import { CopyButton } from "#/components/ui/copy-button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Table } from "#/components/ui/table.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Seal } from "#/lib/evidence/seal.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Head = Pick<Seal, "seq" | "kind" | "day" | "entries" | "root">;

/** One row a sealed day, newest first; the whole checksum, since it is there to be compared. */
export function HeadsTable({ locale, heads }: { locale: Locale; heads: readonly Head[] }) {
  const t = translator(locale, "evidence");
  return (
    <Table
      caption={t("page.table")}
      rows={heads}
      rowKey={({ seq }) => String(seq)}
      empty={<EmptyState title={t("page.empty")} />}
      columns={[
        {
          key: "day",
          head: t("page.day"),
          rowHead: true,
          cell: ({ day, kind }) => (
            <>
              <time dateTime={day}>{formatDay(day)}</time>
              {kind === "extra" && <span className="block font-normal text-muted text-sm">{t("page.extra")}</span>}
            </>
          ),
        },
        { key: "entries", head: t("page.entries"), end: true, cell: ({ entries }) => entries },
        {
          key: "head",
          head: t("page.head"),
          cell: ({ root, day }) => (
            <span className="flex flex-wrap items-center gap-2">
              <code className="break-all text-sm">{root}</code>
              <CopyButton
                value={root}
                words={{
                  copy: t("page.copy"),
                  done: t("page.copied"),
                  what: t("page.copyWhat", { day: formatDay(day) }),
                }}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
