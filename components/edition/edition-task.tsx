import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { cabinetEdition } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** 6.2: a published edition whose window is open for some contract of the reader. */
export function EditionTask({ locale, number, until }: { locale: Locale; number: number; until: Day }) {
  const t = translator(locale, "cabinet");
  return (
    <div className="mb-6">
      <Notice tone="needs" title={t("overview.edition", { number })}>
        <p className="mb-3">{t("overview.editionText", { until: formatDay(until) })}</p>
        <LinkButton href={cabinetEdition(number)} look="secondary" small>
          {t("overview.editionAction")}
        </LinkButton>
      </Notice>
    </div>
  );
}
