import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { CABINET_REFUNDS } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks, sum } from "#/lib/money/kopecks.ts";

type Row = { id: string; creditDate: Day; rest: Kopecks; toReturn: boolean };

/** What the customer paid and no invoice has taken: its balance, and what of it goes back. Nothing where there is nothing. */
export function PartyBalance({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  const t = translator(locale, "cabinet");
  return (
    <Notice tone="running" title={t("balance.title", { sum: formatMoney(sum(rows.map(({ rest }) => rest))) })}>
      {rows.some(({ toReturn }) => !toReturn) && <p>{t("balance.text")}</p>}
      <ul className="mt-2 grid gap-1">
        {rows.map(({ id, creditDate, rest, toReturn }) => (
          <li key={id}>
            {t(toReturn ? "balance.toReturn" : "balance.row", { sum: formatMoney(rest), date: formatDay(creditDate) })}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Link className="link" href={CABINET_REFUNDS}>
          {translator(locale, "refunds")("cabinet.link")}
        </Link>
      </p>
    </Notice>
  );
}
