import { PaymentTabs } from "#/components/payment/payment-tabs.tsx";
import { RefundTable } from "#/components/refund/refund-table.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { PageHead } from "#/components/ui/section.tsx";
import { REFUND_FILTERS, type RefundFilter, refundCounts, refundList } from "#/db/queries/refunds.ts";
import { permits } from "#/lib/access/permissions.ts";
import { STAFF_REFUNDS } from "#/lib/mail/paths.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

/** Money on its way back, by whose turn it is. */
export default async function RefundsPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, read } = await staffPage("refund.read");
  const t = translator(locale, "refunds");
  const { state } = await oneOf(searchParams);
  const filter = REFUND_FILTERS.find((name) => name === state) ?? "open";
  const { rows, counts } = await read(async (tx) => ({
    rows: await refundList(tx, filter),
    counts: await refundCounts(tx),
  }));
  const count = (name: RefundFilter) => (name === "open" || name === "done" ? {} : { count: counts[name] });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <PaymentTabs locale={locale} statements={permits(actor, "statement.read")} />
      <Filters
        label={t("title")}
        options={REFUND_FILTERS.map((name) => ({
          href: listHref(STAFF_REFUNDS, { state: name === "open" ? undefined : name }),
          title: t(`filter.${name}`),
          current: name === filter,
          ...count(name),
        }))}
      />
      <div className="mt-4">
        <RefundTable locale={locale} rows={rows} />
      </div>
    </>
  );
}
