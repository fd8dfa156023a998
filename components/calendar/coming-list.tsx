import type { Day } from "#/lib/calendar/day.ts";
import type { ComingDate } from "#/lib/contract/coming-dates.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseRef, OFFER_HREF } from "../contract/words.ts";
import { DateText } from "../ui/date-text.tsx";
import { Explanation } from "../ui/explanation.tsx";
import { Link } from "../ui/link.tsx";
import { Status } from "../ui/status.tsx";
import { Table } from "../ui/table.tsx";
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
