import type { ReactNode } from "react";

import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { lastDayOf } from "../_data/library.ts";

type Props = { locale: Locale; edition: Edition; current: number | null; on: Day };

/** Whether this is what is in force, whether it is only an example, and what page it is a snapshot of (1.9, 2.2). */
export async function EditionNotices({ locale, edition, current, on }: Props) {
  const t = translator(locale, "public");
  const notices: ReactNode[] = [];
  const other = current !== null && (
    <a className="link" href={`/documents/${edition.slug}`}>
      {t("document.another", { number: current })}
    </a>
  );
  const last = await lastDayOf(edition);
  if (edition.inForceFrom > on)
    notices.push(
      <Notice key="not-yet" tone="needs" title={t("document.notYet")}>
        {t("document.notYetText", { date: formatDay(edition.inForceFrom) })} {other}.
      </Notice>,
    );
  else if (edition.number !== current && last)
    notices.push(
      <Notice key="superseded" tone="needs" title={t("document.superseded")}>
        {t("document.supersededText", { date: formatDay(last) })} {other}.
      </Notice>,
    );
  if (edition.example) {
    const prices = edition.kind === "price-list";
    notices.push(
      <Notice key="example" tone="needs" title={t(prices ? "document.examplePrices" : "document.example")}>
        {t(prices ? "document.examplePricesText" : "document.exampleText")}
      </Notice>,
    );
  }
  if (edition.sourceUrl)
    notices.push(
      <p key="source" className="text-muted text-sm">
        {t("document.source")}{" "}
        <a className="link wrap-anywhere" href={edition.sourceUrl} rel="noopener">
          {edition.sourceUrl}
        </a>
      </p>,
    );
  return notices.length > 0 && <div className="mb-8 grid max-w-[52rem] gap-4">{notices}</div>;
}
