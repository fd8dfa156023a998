import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { snapshotHistory } from "#/db/queries/snapshots.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Check = Awaited<ReturnType<typeof snapshotHistory>>[number];

/** Earlier looks at an outside page, the last first; a change leads to the draft that was opened from it. */
export function SnapshotChecks({ locale, checks }: { locale: Locale; checks: readonly Check[] }) {
  const t = translator(locale, "editions");
  return (
    <Table
      caption={t("snapshots.history")}
      showCaption
      dense
      rows={checks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "when",
          head: t("snapshots.when"),
          rowHead: true,
          cell: ({ checkedAt }) => <MomentText at={checkedAt} />,
        },
        {
          key: "outcome",
          head: t("snapshots.outcome"),
          cell: ({ outcome, draftId }) => (
            <>
              <Status tone={outcome === "same" ? "done" : "needs"}>{t(`snapshots.${outcome}`)}</Status>
              {draftId && (
                <Link className="link ms-2 text-sm" href={`/staff/documents/drafts/${draftId}/diff`}>
                  {t("snapshots.draft")}
                </Link>
              )}
            </>
          ),
        },
        { key: "edition", head: t("snapshots.edition"), cell: ({ number }) => t("desk.edition", { number }) },
      ]}
    />
  );
}
