import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { customersOf } from "#/db/queries/calendar.ts";
import { periodsEnding } from "#/db/queries/clocks.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { lastSafePayment } from "#/lib/contract/dates.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

const AHEAD = 60;

/** Paid periods that end soon and that nothing continues yet (6.1), with the last day on which a payment is still in time. */
export default async function EndingPage() {
  const { locale, given, read } = await staffPage("staff.read");
  const t = translator(locale, "dates");
  const { periods, customers } = await read(async (tx) => {
    const found = await periodsEnding(tx, given.today, addDays(given.today, AHEAD));
    return {
      periods: found,
      customers: await customersOf(
        tx,
        found.map(({ contractId }) => contractId),
      ),
    };
  });
  const rows = periods.map((period) => ({
    ...period,
    customer: customers.get(period.contractId) ?? "",
    safe: lastSafePayment(given.calendar, period.lastDay, period.activationWorkingDays),
  }));
  return (
    <>
      <PageHead title={t("staff.ending")} lead={t("staff.endingLead", { days: AHEAD })} />
      <Table
        caption={t("staff.ending")}
        rows={rows}
        rowKey={({ contractId, lastDay }) => `${contractId}:${lastDay}`}
        empty={<EmptyState title={t("staff.endingEmpty", { days: AHEAD })} />}
        columns={[
          {
            key: "portal",
            head: t("staff.portal"),
            rowHead: true,
            cell: ({ contractId, portals }) => (
              <Link className="link break-words" href={`/staff/contracts/${contractId}`}>
                {portals.join(", ")}
              </Link>
            ),
          },
          { key: "customer", head: t("staff.customer"), cell: ({ customer }) => customer },
          { key: "end", head: t("staff.end"), cell: ({ lastDay }) => <DateText day={lastDay} /> },
          {
            key: "safe",
            head: t("staff.safe"),
            cell: ({ safe }) => (
              <>
                <span className="whitespace-nowrap">
                  <DateText day={safe.start} />
                  <Explanation
                    locale={locale}
                    counted={safe.counted}
                    rule={t("rule.last-safe-payment", { length: safe.length, start: formatDay(safe.start) })}
                    clause={clauseRef(safe.clause, OFFER_HREF)}
                  />
                </span>{" "}
                {safe.start < given.today && <Status tone="late">{t("cabinet.passed")}</Status>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
