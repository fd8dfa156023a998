import { DueCell } from "#/components/staff/due-cell.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { QueueKeys } from "#/components/staff/queue-keys.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { activationQueue, DUE_FILTERS, type DueFilter } from "#/db/queries/staff-activations.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/activations";
const filterOf = (due: string | undefined) => DUE_FILTERS.find((one) => one === due) ?? null;

export default async function ActivationsPage({ searchParams }: { searchParams: Query }) {
  const { locale, t, given, read } = await staffPage("staff.read");
  const query = await oneOf(searchParams);
  const { today, calendar } = given;
  const filter = filterOf(query.due);
  const page = await read((tx) => activationQueue(tx, { filter, cursor: readCursor(query), today }));
  const months = translator(locale, "contract");
  const option = (due: DueFilter | null) => ({
    href: listHref(PATH, { due: due ?? undefined }),
    title: t(`activations.filter.${due ?? "all"}`),
    current: filter === due,
  });
  return (
    <>
      <PageHead title={t("activations.title")} lead={t("activations.lead")} />
      <Filters label={t("filters")} options={[null, ...DUE_FILTERS].map(option)} />
      <QueueKeys>
        <Table
          caption={t("activations.title")}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("activations.empty")}>{t("activations.emptyText")}</EmptyState>}
          columns={[
            {
              key: "due",
              head: t("activations.due"),
              cell: ({ workingDays, acceptedOn, cases }) => (
                <DueCell
                  {...{ locale, calendar, today }}
                  term={{ name: "activation", length: workingDays, from: acceptedOn, cases }}
                />
              ),
            },
            {
              key: "portal",
              head: t("activations.portal"),
              rowHead: true,
              cell: ({ id, lines }) => (
                <Link className="link break-words" href={`/staff/contracts/${id}#activation`}>
                  {lines.map(({ portal }) => portal).join(", ")}
                </Link>
              ),
            },
            { key: "party", head: t("activations.party"), cell: ({ party }) => party },
            {
              key: "period",
              head: t("activations.period"),
              cell: ({ lines }) =>
                [...new Set(lines.map((line) => months("months", { count: line.months })))].join(", "),
            },
            { key: "sum", head: t("sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
          ]}
        />
      </QueueKeys>
      <p className="no-print mt-4 text-muted text-sm max-md:hidden">{t("keys")}</p>
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { due: query.due, before: page.previous })}
        next={page.next && listHref(PATH, { due: query.due, after: page.next })}
      />
    </>
  );
}
