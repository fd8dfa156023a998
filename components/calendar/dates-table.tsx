import { clauseRef } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { Table } from "#/components/ui/table.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { CONTRACT_DATES, type ContractDate, type ContractDates, type ThoughtDate } from "#/lib/contract/dates.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; dates: ContractDates; offerHref: string; caption: string };

/** Every date of a contract in its order, with the clause and the arithmetic. */
export function DatesTable({ locale, dates, offerHref, caption }: Props) {
  const t = translator(locale, "dates");
  const clause = (name: ContractDate) => clauseRef(dates[name].explanation.clause, offerHref);
  return (
    <Table
      caption={caption}
      rows={CONTRACT_DATES}
      rowKey={(name) => name}
      columns={[
        { key: "what", head: t("page.what"), rowHead: true, cell: (name) => t(`page.rows.${name}`) },
        {
          key: "day",
          head: t("page.day"),
          cell: (name) => (
            <span className="whitespace-nowrap">
              <DateText day={dates[name].date} />
              <Explanation
                locale={locale}
                counted={dates[name].explanation.counted}
                rule={ruleOf(dates[name], locale)}
                clause={clause(name)}
              />
              {dates[name].explanation.counted.provisional && (
                <>
                  {" "}
                  <span aria-hidden="true">◇</span>
                  <span className="sr-only">{t("page.provisionalMark")}</span>
                </>
              )}
            </span>
          ),
        },
        {
          key: "clause",
          head: t("page.clause"),
          cell: (name) => (
            <a className="link" href={clause(name).href}>
              {translator(locale, "common")("clause", { clause: clause(name).number })}
            </a>
          ),
        },
      ]}
    />
  );
}

const ruleOf = ({ explanation: { rule, length, start } }: ThoughtDate, locale: Locale): string =>
  translator(locale, "dates")(`rule.${rule as "activation"}`, { length, start: formatDay(start) });
