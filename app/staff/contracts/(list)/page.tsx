import { fewPortals } from "#/components/portal/few-portals.ts";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { QueueKeys } from "#/components/staff/queue-keys.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { stageTone } from "#/components/staff/stage-tone.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { STAGES } from "#/lib/contract/machine.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/contracts";

export default async function ContractsPage({ searchParams }: { searchParams: Query }) {
  const { locale, t, given, read } = await staffPage("contract.read");
  const { q, ...query } = await oneOf(searchParams);
  const stage = STAGES.find((one) => one === query.stage) ?? null;
  const money = query.money === "open";
  const terms = q ? readSearch(q) : null;
  const page = await read((tx) => contractList(tx, { stage, terms, money, cursor: readCursor(query) }));
  const keep = { q, stage: stage ?? undefined, money: money ? "open" : undefined };
  const options = [null, ...STAGES].map((one) => ({
    href: listHref(PATH, { q, stage: one ?? undefined }),
    title: one ? t(`stage.${one}`) : t("all"),
    current: stage === one && !money,
  }));
  options.push({ href: listHref(PATH, { q, money: "open" }), title: t("contracts.money"), current: money });
  return (
    <>
      <PageHead title={t("contracts.title")} lead={t("contracts.lead")} />
      <SearchForm
        action={PATH}
        label={t("contracts.search")}
        placeholder={t("contracts.placeholder")}
        button={t("search")}
        value={q}
        keep={{ stage: keep.stage, money: keep.money }}
      />
      <Filters label={t("filters")} options={options} />
      <QueueKeys>
        <Table
          caption={t("contracts.title")}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={q ? t("nothingFound") : t("contracts.empty")}>{q && t("contracts.tryOther")}</EmptyState>
          }
          columns={[
            {
              key: "number",
              head: t("contracts.number"),
              rowHead: true,
              cell: ({ id, number }) => (
                <Link className="link num" href={`${PATH}/${id}`}>
                  {number ?? t("contracts.noInvoice")}
                </Link>
              ),
            },
            {
              key: "placed",
              head: t("contracts.placed"),
              cell: ({ placedAt }) => <DateText day={dayInMinsk(placedAt)} />,
            },
            { key: "party", head: t("activations.party"), cell: ({ party }) => party },
            {
              key: "portal",
              head: t("activations.portal"),
              cell: ({ lines }) => (
                <span className="break-words">
                  {fewPortals(
                    lines.map(({ portal }) => portal),
                    locale,
                  )}
                </span>
              ),
            },
            {
              key: "stage",
              head: t("contracts.state"),
              cell: (row) => (
                <>
                  <Status tone={stageTone(row, given.today)}>{t(`stage.${row.stage}`)}</Status>
                  {row.act !== "none" && <span className="block text-muted">{t(`act.${row.act}`)}</span>}
                </>
              ),
            },
            { key: "sum", head: t("sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
          ]}
        />
      </QueueKeys>
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { ...keep, before: page.previous })}
        next={page.next && listHref(PATH, { ...keep, after: page.next })}
      />
    </>
  );
}
