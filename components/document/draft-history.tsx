import { MomentText } from "#/components/ui/date-text.tsx";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type DraftEntry = {
  seq: number;
  step: string;
  at: Date;
  by: string | null;
  reason: string | null;
  data: Record<string, unknown>;
};

/** What happened to a draft, from its document's chain of evidence, the last first. */
export function DraftHistory({ locale, entries }: { locale: Locale; entries: readonly DraftEntry[] }) {
  const t = translator(locale, "editions");
  return (
    <>
      <p className="mb-3 text-muted text-sm">{t("history.lead")}</p>
      <ol className="grid gap-3">
        {entries.map((entry) => (
          <li key={entry.seq} className="border-hairline border-s-2 ps-3">
            <p className="text-muted text-sm">
              <MomentText at={entry.at} /> · {entry.by}
            </p>
            <p>{stepWords(entry, locale)}</p>
            {entry.reason && <p className="text-sm">{entry.reason}</p>}
            {typeof entry.data.sha256 === "string" && (
              <p className="break-all text-muted text-xs">
                {t("history.hash")} {entry.data.sha256}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const day = (value: unknown) => (typeof value === "string" ? formatDay(asDay(value)) : "");

function stepWords({ step, data }: DraftEntry, locale: Locale): string {
  const t = translator(locale, "editions");
  switch (step) {
    case "edit-edition":
      return t("history.edit-edition", { part: t(`history.part.${text(data.part) as "text"}`) });
    case "release-edition":
      return t("history.release-edition", { publish: day(data.publishOn), force: day(data.inForceFrom) });
    case "publish-edition":
      return t("history.publish-edition", { number: text(data.number) });
    default:
      return t(`history.${step as "draft-edition"}`);
  }
}
