import type { Metadata } from "next";

import { drawUpReconciliationAction } from "#/app/_actions/reconciliation/draw-up-reconciliation.ts";
import { DrawUp } from "#/components/reconciliation/draw-up.tsx";
import { ReconciliationList } from "#/components/reconciliation/reconciliation-list.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { reconciliationsOf } from "#/db/queries/reconciliations.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, pageLocale } from "../../_page.ts";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translator(await pageLocale(), "reconciliation")("list"),
});

/** The party's акты сверки, and one more on request: it is drawn up at once from the books. */
export default async function ReconciliationsPage() {
  const { actor, locale, given, read } = await cabinetPage();
  const t = translator(locale, "reconciliation");
  const rows = await read((tx) => reconciliationsOf(tx, actor.partyId));
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/statement", title: t("back") }]}
          />
        }
        title={t("list")}
        lead={t("pageLead")}
        actions={
          permits(actor, "reconciliation.draw-up") && (
            <DrawUp locale={locale} rows={rows} today={given.today} action={drawUpReconciliationAction} />
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("lead")}</EmptyState>
      ) : (
        <ReconciliationList locale={locale} rows={rows} side="cabinet" />
      )}
    </>
  );
}
