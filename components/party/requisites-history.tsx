import { OFFER_HREF } from "#/components/contract/words.ts";
import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Counted } from "#/lib/calendar/count.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Row = { version: number; validFrom: Day; enteredAt: Date; by: string | null; due: Counted; late: boolean };

/** Versions of requisites, newest first. Late is said with its clause and its count, and changes nothing (7.1). */
export function RequisitesHistory({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  const t = translator(locale, "cabinet");
  return (
    <Table
      caption={t("company.history")}
      rows={rows}
      rowKey={({ version }) => String(version)}
      columns={[
        { key: "version", head: t("company.version"), rowHead: true, cell: ({ version }) => version },
        { key: "from", head: t("company.validFrom"), cell: ({ validFrom }) => <DateText day={validFrom} /> },
        { key: "entered", head: t("company.entered"), cell: ({ enteredAt }) => <MomentText at={enteredAt} /> },
        { key: "by", head: t("company.by"), cell: ({ by }) => by ?? t("company.unknown") },
        {
          key: "late",
          head: t("company.inTime"),
          cell: ({ late, due, validFrom }) => (
            <span className="whitespace-nowrap">
              <Status tone={late ? "late" : "done"}>{t(late ? "company.late" : "company.onTime")}</Status>
              {late && (
                <Explanation
                  locale={locale}
                  counted={due}
                  rule={t("company.lateRule", { changed: formatDay(validFrom) })}
                  clause={{ number: "7.1", href: `${OFFER_HREF}#7.1` }}
                />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
