import { listHref } from "#/components/staff/query.ts";
import { QueueKeys } from "#/components/staff/queue-keys.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { partyList } from "#/db/queries/staff-parties.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/parties";

export default async function PartiesPage({ searchParams }: { searchParams: Query }) {
  const { locale, t, read } = await staffPage("party.read");
  const { q, ...query } = await oneOf(searchParams);
  const page = await read((tx) => partyList(tx, q ? readSearch(q) : null, readCursor(query)));
  const words = translator(locale, "contract");
  return (
    <>
      <PageHead title={t("parties.title")} />
      <SearchForm
        action={PATH}
        label={t("parties.search")}
        placeholder={t("parties.placeholder")}
        button={t("search")}
        value={q}
      />
      <QueueKeys>
        <Table
          caption={t("parties.title")}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={q ? t("nothingFound") : t("parties.empty")} />}
          columns={[
            {
              key: "name",
              head: t("parties.name"),
              rowHead: true,
              cell: ({ id, name }) => (
                <Link className="link break-words" href={`${PATH}/${id}`}>
                  {name}
                </Link>
              ),
            },
            { key: "unp", head: t("payment.unp"), cell: ({ unp }) => <span className="num">{unp ?? "—"}</span> },
            {
              key: "kind",
              head: t("parties.kind"),
              cell: ({ kind }) => words(`requisites.kinds.${kind as PartyKind}`),
            },
            {
              key: "since",
              head: t("parties.since"),
              cell: ({ createdAt }) => <DateText day={dayInMinsk(createdAt)} />,
            },
            { key: "contracts", head: t("parties.contracts"), end: true, cell: (row) => row.contracts },
          ]}
        />
      </QueueKeys>
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { q, before: page.previous })}
        next={page.next && listHref(PATH, { q, after: page.next })}
      />
    </>
  );
}
