import { ContractList } from "#/components/contract/contract-list.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { contractsPage } from "#/db/queries/cabinet-lists.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Stage } from "#/lib/contract/machine.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, neighbours, oneOf, type Query, titled } from "../../_page.ts";

export const generateMetadata = titled("orders");

/** The filter as words in the address: /cabinet/contracts?state=to-pay. */
const FILTERS = {
  "to-pay": ["ordered", "invoiced", "lapsed"],
  "in-work": ["concluded"],
  active: ["active"],
  ended: ["ended", "terminated"],
  cancelled: ["cancelled"],
} as const satisfies Record<string, readonly Stage[]>;
type Filter = keyof typeof FILTERS;

export default async function Contracts({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await cabinetPage();
  const asked = await oneOf(searchParams);
  const state = asked.state && asked.state in FILTERS ? (asked.state as Filter) : null;
  const page = await read((tx) => contractsPage(tx, actor, state ? FILTERS[state] : [], readCursor(asked)));
  const filter = state ? { state } : {};
  const order = permits(actor, "contract.place-order") && (
    <LinkButton href="/cabinet/orders/new">{translator(locale, "layout")("cabinet.order")}</LinkButton>
  );
  return (
    <>
      <PageHead title={translator(locale, "layout")("cabinet.orders")} actions={order} />
      <nav className="tabs no-print mb-4" aria-label={t("contracts.filter")}>
        <Link href="/cabinet/contracts" aria-current={state === null ? "page" : undefined}>
          {t("contracts.all")}
        </Link>
        {(Object.keys(FILTERS) as Filter[]).map((one) => (
          <Link key={one} href={`/cabinet/contracts?state=${one}`} aria-current={state === one ? "page" : undefined}>
            {t(`contracts.filters.${one}`)}
          </Link>
        ))}
      </nav>
      <ContractList
        locale={locale}
        rows={page.rows}
        today={given.today}
        empty={
          <EmptyState title={state ? t("contracts.emptyFilter") : t("contracts.empty")} action={!state && order}>
            {state ? null : t("contracts.emptyText")}
          </EmptyState>
        }
      />
      <Pagination locale={locale} {...neighbours("/cabinet/contracts", page, filter)} />
    </>
  );
}
