import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { ComingDate } from "#/lib/contract/coming-dates.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { comingRule, comingTitle } from "./coming-words.ts";

type Props = { locale: Locale; dates: readonly ComingDate[]; today: Day };

/** What lies ahead, the nearest first; each date says how it was counted. */
export function ComingList({ locale, dates, today }: Props) {
  const t = translator(locale, "dates");
  return (
    <Table
      caption={t("cabinet.title")}
      rows={dates}
      rowKey={({ kind, id }) => `${kind}:${id}`}
      columns={[
        {
          key: "date",
          head: t("cabinet.date"),
          cell: (date) => (
            <>
              <span className="whitespace-nowrap">
                <DateText day={date.on} />
                <Explanation
                  locale={locale}
                  counted={date.explanation.counted}
                  rule={comingRule(date, locale)}
                  clause={clauseRef(date.explanation.clause, OFFER_HREF)}
                />
              </span>{" "}
              {date.on < today && <Status tone="late">{t("cabinet.passed")}</Status>}
            </>
          ),
        },
        {
          key: "what",
          head: t("cabinet.what"),
          rowHead: true,
          cell: (date) => (
            <Link className="link break-words" href={`/cabinet/contracts/${date.contractId}`}>
              {comingTitle(date, locale)}
            </Link>
          ),
        },
      ]}
    />
  );
}
