import { drawUpReconciliationAction } from "#/app/_actions/reconciliation/draw-up-reconciliation.ts";
import { InvoiceList } from "#/components/invoice/invoice-list.tsx";
import { PartyBalance } from "#/components/payment/party-balance.tsx";
import { Reconciliations } from "#/components/reconciliation/reconciliations.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { invoicesPage } from "#/db/queries/cabinet-lists.ts";
import { balanceOf } from "#/db/queries/late-money.ts";
import { reconciliationsOf } from "#/db/queries/reconciliations.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, neighbours, oneOf, type Query, titled } from "../_page.ts";

export const generateMetadata = titled("invoices");

export default async function Invoices({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await cabinetPage();
  const asked = await oneOf(searchParams);
  const { page, balance, reconciliations } = await read(async (tx) => ({
    page: await invoicesPage(tx, actor, readCursor(asked)),
    balance: await balanceOf(tx, actor.partyId),
    reconciliations: await reconciliationsOf(tx, actor.partyId),
  }));
  return (
    <>
      <PageHead title={translator(locale, "layout")("cabinet.invoices")} />
      {balance.length > 0 && (
        <div className="mb-6">
          <PartyBalance locale={locale} rows={balance} />
        </div>
      )}
      <InvoiceList
        locale={locale}
        rows={page.rows}
        empty={<EmptyState title={t("invoices.empty")}>{t("invoices.emptyText")}</EmptyState>}
      />
      <Pagination locale={locale} {...neighbours("/cabinet/invoices", page)} />
      <div className="mt-12">
        <Reconciliations
          locale={locale}
          rows={reconciliations}
          today={given.today}
          action={permits(actor, "reconciliation.draw-up") ? drawUpReconciliationAction : null}
        />
      </div>
    </>
  );
}
