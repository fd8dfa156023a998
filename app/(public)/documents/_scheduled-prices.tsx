import { Notice } from "#/components/ui/notice.tsx";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { PricedEdition } from "#/lib/price-list/history.ts";
import { editionHref } from "../_data/addresses.ts";

type Props = {
  locale: Locale;
  slug: string;
  prices: PricedEdition["prices"];
  history: readonly PricedEdition[];
  on: Day;
};

/** Prices that are published and not in force yet, and until when an invoice still takes today's (3.2). */
export function ScheduledPrices({ locale, slug, prices, history, on }: Props) {
  const next = history.find((one) => one.inForceFrom > on && said(one.prices) !== said(prices));
  if (!next) return null;
  const t = translator(locale, "prices");
  return (
    <div className="mt-6 max-w-[52rem]">
      <Notice tone="needs" title={t("public.scheduled", { date: formatDay(next.inForceFrom) })}>
        {t("public.scheduledText", { last: formatDay(addDays(next.inForceFrom, -1)) })}{" "}
        <a className="link" href={editionHref({ slug, number: next.number })}>
          {t("public.scheduledLink", { number: next.number })}
        </a>
      </Notice>
    </div>
  );
}

const said = (prices: PricedEdition["prices"]): string =>
  prices.map(({ months, amount }) => `${months} ${amount}`).join();
