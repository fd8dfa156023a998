import { StatementLines } from "#/components/payment/statement-lines.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { LINES_SHOWN } from "#/db/queries/staff-statements.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Seen } from "./_found.ts";

/** The first lines of the file, each said to be known or new. */
export function PreviewLines({ locale, seen: { statement, keys, known } }: { locale: Locale; seen: Seen }) {
  const t = translator(locale, "staff");
  const shown = statement.lines.slice(0, LINES_SHOWN);
  return (
    <Section
      title={t("statements.linesTitle")}
      aside={
        <span className="text-muted text-sm">
          {t("preview.period", { from: formatDay(statement.dateFrom), to: formatDay(statement.dateTo) })}
        </span>
      }
    >
      <StatementLines
        locale={locale}
        lines={shown.map(({ payer, ...line }, at) => ({
          key: String(line.position),
          href: null,
          payer: payer.name,
          unp: payer.unp,
          ...line,
          state: (
            <Status tone={known.has(keys[at] ?? "") ? "neutral" : line.side === "credit" ? "running" : "neutral"}>
              {known.has(keys[at] ?? "") ? t("preview.known") : t(`preview.${line.side}`)}
            </Status>
          ),
        }))}
      />
      {statement.lines.length > LINES_SHOWN && (
        <p className="mt-4 text-muted">{t("statements.more", { shown: LINES_SHOWN, total: statement.lines.length })}</p>
      )}
    </Section>
  );
}
