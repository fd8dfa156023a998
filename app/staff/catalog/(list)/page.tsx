import { BelarusMark, IncludedMark, StatusMark } from "#/components/catalog/product-marks.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { allProducts } from "#/db/queries/products.ts";
import { permits } from "#/lib/access/permissions.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { coversBelarus } from "#/lib/catalog/covers-belarus.ts";
import { findProducts, readQuery } from "#/lib/catalog/query.ts";
import { searchable } from "#/lib/catalog/search.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/catalog";
const PER_PAGE = 50;
const STATUSES = ["published", "hidden"] as const;

/** The catalogue as the house keeps it (1.3): found, filtered, with the way to change it. */
export default async function StaffCatalogPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t: staff, given, read } = await staffPage("staff.read");
  const t = translator(locale, "catalog");
  const sent = await oneOf(searchParams);
  const status = STATUSES.find((one) => one === sent.status) ?? null;
  const products = await read((tx) => allProducts(tx, status));
  const query = readQuery({ q: sent.q, page: sent.page });
  const { page, pages, rows } = findProducts(products.map(searchable), query, given.today, PER_PAGE);
  const href = (change: Record<string, string | undefined>) =>
    listHref(PATH, { q: sent.q, status: status ?? undefined, ...change });
  return (
    <>
      <PageHead
        title={t("staff.title")}
        lead={t("staff.lead")}
        actions={
          <>
            {permits(actor, "catalog.edit") && (
              <>
                <LinkButton href={`${PATH}/new`}>{t("staff.add")}</LinkButton>
                <LinkButton href={`${PATH}/import`} look="secondary">
                  {t("staff.import")}
                </LinkButton>
              </>
            )}
            <a className="btn secondary" href="/api/catalog/csv" download>
              {t("staff.export")}
            </a>
          </>
        }
      />
      <Filters
        label={t("staff.status")}
        options={[
          { href: href({ status: undefined }), title: t("staff.all"), current: status === null },
          ...STATUSES.map((one) => ({
            href: href({ status: one }),
            title: t(`staff.${one}`),
            current: status === one,
          })),
        ]}
      />
      <SearchForm
        action={PATH}
        label={t("list.search")}
        placeholder={t("list.placeholder")}
        button={staff("search")}
        value={sent.q}
        keep={{ status: status ?? undefined }}
      />
      <Table
        caption={t("staff.title")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          sent.q || status ? (
            <EmptyState title={t("staff.nothing")} />
          ) : (
            <EmptyState title={t("staff.empty")}>{t("staff.emptyText")}</EmptyState>
          )
        }
        columns={[
          {
            key: "product",
            head: t("staff.product"),
            rowHead: true,
            cell: ({ id, name, vendor, example }) => (
              <>
                <Link className="link break-words" href={`${PATH}/${id}`}>
                  {name}
                </Link>
                <span className="block font-normal text-muted">
                  {vendor}
                  {example && ` · ${t("example")}`}
                </span>
              </>
            ),
          },
          { key: "category", head: t("fields.category"), cell: ({ category }) => category },
          {
            key: "answers",
            head: t("list.belarus"),
            cell: (row) => <BelarusMark locale={locale} covers={coversBelarus(row, given.today).covers} />,
          },
          {
            key: "included",
            head: t("list.included"),
            cell: ({ included }) => <IncludedMark locale={locale} included={included} />,
          },
          {
            key: "status",
            head: t("staff.status"),
            cell: (row) => <StatusMark locale={locale} status={row.status} />,
          },
          {
            key: "changed",
            head: t("staff.changed"),
            cell: ({ changedAt }) => <DateText day={dayInMinsk(changedAt)} />,
          },
        ]}
      />
      <Pagination
        locale={locale}
        previous={page > 1 ? href({ page: String(page - 1) }) : null}
        next={page < pages ? href({ page: String(page + 1) }) : null}
      />
    </>
  );
}
