import { Notice } from "#/components/ui/notice.tsx";
import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { PricedEdition } from "#/lib/price-list/history.ts";

type Props = { locale: Locale; slug: string; next: Pick<PricedEdition, "number" | "inForceFrom"> | null };

/** Prices that are published and not in force yet, and until when an invoice still takes today's (3.2). Stands wherever a price is shown. */
export function ScheduledPrices({ locale, slug, next }: Props) {
  if (!next) return null;
  const t = translator(locale, "prices");
  return (
    <div className="my-6 max-w-[52rem]">
      <Notice tone="needs" title={t("public.scheduled", { date: formatDay(next.inForceFrom) })}>
        {t("public.scheduledText", { last: formatDay(addDays(next.inForceFrom, -1)) })}{" "}
        <a className="link" href={`/documents/${slug}/${next.number}`}>
          {t("public.scheduledLink", { number: next.number })}
        </a>
      </Notice>
    </div>
  );
}
