import { MomentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { BankFetch } from "#/db/queries/bank.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";

const TONE = { taken: "done", nothing: "neutral", failed: "late" } as const;

/** Every time that the bank was asked, and what came of it in words. */
export function History({ locale, fetches }: { locale: Locale; fetches: readonly BankFetch[] }) {
  const t = translator(locale, "bank");
  return (
    <Table
      caption={t("history")}
      rows={fetches}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("none")}</p>}
      columns={[
        { key: "at", head: t("when"), rowHead: true, cell: ({ at }) => <MomentText at={at} /> },
        {
          key: "days",
          head: t("days"),
          cell: ({ dayFrom, dayTo }) =>
            dayFrom === dayTo ? formatDay(dayTo) : `${formatDay(dayFrom)} – ${formatDay(dayTo)}`,
        },
        {
          key: "result",
          head: t("result"),
          cell: ({ outcome, code, params, statementId }) => (
            <>
              <Status tone={TONE[outcome]}>{t(`outcomes.${outcome}`)}</Status>
              {code && (
                <span className="block text-muted text-sm wrap-anywhere">{errorWords(locale)(code, params ?? {})}</span>
              )}
              {statementId && (
                <Link className="link block text-sm" href={`/staff/payments/statements/${statementId}`}>
                  {t("open")}
                </Link>
              )}
            </>
          ),
        },
        { key: "lines", head: t("lines"), end: true, cell: ({ lines }) => lines },
        { key: "new", head: t("new"), end: true, cell: ({ newLines }) => newLines },
      ]}
    />
  );
}
