import { PaymentTabs } from "#/components/payment/payment-tabs.tsx";
import { listHref } from "#/components/staff/query.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { statementList } from "#/db/queries/staff-statements.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/payments/statements";

export default async function StatementsPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, read } = await staffPage("statement.read");
  const query = await oneOf(searchParams);
  const page = await read((tx) => statementList(tx, readCursor(query)));
  const upload = permits(actor, "statement.import") && (
    <>
      <LinkButton href={`${PATH}/bank`} look="quiet" small>
        {translator(locale, "bank")("link")}
      </LinkButton>
      <LinkButton href={`${PATH}/profiles`} look="quiet" small>
        {translator(locale, "tables")("link")}
      </LinkButton>
      <LinkButton href={`${PATH}/new`}>{t("statements.upload")}</LinkButton>
    </>
  );
  return (
    <>
      <PageHead title={t("statements.title")} lead={t("statements.lead")} actions={upload} />
      <PaymentTabs locale={locale} statements />
      <Table
        caption={t("statements.title")}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("statements.empty")}>{t("statements.emptyText")}</EmptyState>}
        columns={[
          {
            key: "period",
            head: t("statements.period"),
            rowHead: true,
            cell: ({ id, dateFrom, dateTo }) => (
              <Link className="link" href={`${PATH}/${id}`}>
                <DateText day={dateFrom} />
                {dateFrom !== dateTo && (
                  <>
                    {" – "}
                    <DateText day={dateTo} />
                  </>
                )}
              </Link>
            ),
          },
          {
            key: "account",
            head: t("statements.account"),
            cell: ({ account }) => <span className="num">{formatIban(account)}</span>,
          },
          { key: "lines", head: t("statements.lines"), end: true, cell: ({ lines }) => lines },
          { key: "new", head: t("statements.new"), end: true, cell: ({ newLines }) => newLines },
          {
            key: "credits",
            head: t("statements.credits"),
            end: true,
            cell: ({ credits }) => <Money value={credits} bare />,
          },
          {
            key: "closing",
            head: t("statements.closing"),
            end: true,
            cell: ({ closing }) => <Money value={closing} bare />,
          },
          { key: "at", head: t("statements.imported"), cell: ({ importedAt }) => <MomentText at={importedAt} /> },
        ]}
      />
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { before: page.previous })}
        next={page.next && listHref(PATH, { after: page.next })}
      />
    </>
  );
}
