import { PaymentState } from "#/components/payment/payment-state.tsx";
import { PaymentTabs } from "#/components/payment/payment-tabs.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { QueueKeys } from "#/components/staff/queue-keys.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { lateMoneyCounts } from "#/db/queries/late-money.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { PAYMENT_FILTERS, type PaymentFilter, paymentList } from "#/db/queries/staff-payments.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { permits } from "#/lib/access/permissions.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { oneOf, type Query, staffPage } from "../_page.ts";

const PATH = "/staff/payments";

export default async function PaymentsPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await staffPage("payment.read");
  const { q, ...query } = await oneOf(searchParams);
  const filter = PAYMENT_FILTERS.find((one) => one === query.state) ?? (q ? "all" : "decide");
  const { page, counts, waiting } = await read(async (tx) => ({
    page: await paymentList(tx, {
      filter,
      terms: q ? readSearch(q) : null,
      text: q ?? null,
      cursor: readCursor(query),
    }),
    counts: await queueCounts(tx, given.today),
    waiting: await lateMoneyCounts(tx),
  }));
  const count: Partial<Record<PaymentFilter, number>> = {
    decide: counts.payments,
    unidentified: counts.unidentified,
    late: waiting.late,
    part: waiting.part,
    "to-return": waiting.toReturn,
    second: counts.secondPerson,
  };
  const options = PAYMENT_FILTERS.map((state) => ({
    href: listHref(PATH, { q, state }),
    title: t(`payments.filter.${state}`),
    current: filter === state,
    ...(count[state] === undefined ? {} : { count: count[state] }),
  }));
  const mayImport = permits(actor, "statement.import");
  return (
    <>
      <PageHead
        title={t("payments.title")}
        lead={t(`payments.lead.${filter}`)}
        actions={mayImport && <LinkButton href={`${PATH}/statements/new`}>{t("statements.upload")}</LinkButton>}
      />
      <PaymentTabs locale={locale} statements={permits(actor, "statement.read")} />
      <SearchForm
        action={PATH}
        label={t("payments.search")}
        placeholder={t("payments.placeholder")}
        button={t("search")}
        value={q}
        keep={{ state: query.state }}
      />
      <Filters label={t("filters")} options={options} />
      <QueueKeys>
        <Table
          caption={t(`payments.filter.${filter}`)}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={q ? t("nothingFound") : t(`payments.empty.${filter}`)} />}
          columns={[
            {
              key: "payer",
              head: t("payments.payer"),
              rowHead: true,
              cell: ({ id, payerName, payerUnp }) => (
                <>
                  <Link className="link break-words" href={`${PATH}/${id}`}>
                    {payerName || t("payments.noName")}
                  </Link>
                  {payerUnp && <span className="num block font-normal text-muted">{payerUnp}</span>}
                </>
              ),
            },
            { key: "date", head: t("payments.credited"), cell: ({ creditDate }) => <DateText day={creditDate} /> },
            { key: "number", head: t("payments.document"), cell: ({ documentNumber }) => documentNumber },
            {
              key: "purpose",
              head: t("payments.purpose"),
              cell: ({ purpose }) => <span className="line-clamp-2 max-w-measure break-words">{purpose}</span>,
            },
            { key: "state", head: t("contracts.state"), cell: (row) => <PaymentState locale={locale} payment={row} /> },
            {
              key: "sum",
              head: t("sum"),
              end: true,
              cell: ({ amount, side }) => `${side === "debit" ? "−" : ""}${formatAmount(amount)}`,
            },
          ]}
        />
      </QueueKeys>
      <p className="no-print mt-4 text-muted text-sm max-md:hidden">{t("keys")}</p>
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { q, state: query.state, before: page.previous })}
        next={page.next && listHref(PATH, { q, state: query.state, after: page.next })}
      />
    </>
  );
}
