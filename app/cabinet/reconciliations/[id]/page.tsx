import { notFound } from "next/navigation";

import { confirmReconciliationAction } from "#/app/_actions/reconciliation/confirm-reconciliation.ts";
import { disputeReconciliationAction } from "#/app/_actions/reconciliation/dispute-reconciliation.ts";
import { keepSignedCopyAction } from "#/app/_actions/reconciliation/keep-signed-copy.ts";
import { ActView } from "#/components/reconciliation/act-view.tsx";
import { CustomerMoves } from "#/components/reconciliation/customer-moves.tsx";
import { History } from "#/components/reconciliation/history.tsx";
import { Situation } from "#/components/reconciliation/situation.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { findReconciliation } from "#/db/queries/reconciliations.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import { translator } from "#/lib/messages/messages.ts";
import { lastDispute } from "#/lib/reconciliation/dispute.ts";
import { stateOf } from "#/lib/reconciliation/state.ts";
import { cabinetPage, idOf } from "../../_page.ts";

/** One акт сверки: its lines against the customer's books, what to do now, and how it went. */
export default async function ReconciliationPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, read } = await cabinetPage();
  const t = translator(locale, "reconciliation");
  const id = idOf((await params).id);
  const found = await read((tx) => findReconciliation(tx, actor, id));
  if (!found) notFound();
  const { number, issuedOn, from, to, frozen, moves } = found;
  const state = stateOf(moves);
  const { closing } = turnover(frozen.operations, from, to, frozen.base ?? null);
  const actions = {
    ...{ confirm: confirmReconciliationAction, dispute: disputeReconciliationAction },
    keepCopy: keepSignedCopyAction,
  };
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/reconciliations", title: t("list") }]}
          />
        }
        title={t("named", { number, on: formatDay(issuedOn) })}
        lead={t("period", { from: formatDay(from), to: formatDay(to) })}
        actions={
          <LinkButton href={`/api/reconciliations/${id}/pdf`} look="secondary" small download>
            PDF
          </LinkButton>
        }
      />
      <Situation {...{ locale, side: "cabinet", state, to, closing }} replacedBy={moves.at(-1)?.data.replacedBy} />
      {permits(actor, "reconciliation.dispute") && (
        <CustomerMoves {...{ locale, state, frozen, actions }} hidden={{ reconciliationId: id, seen: moves.length }} />
      )}
      <div className="mt-8 grid gap-12">
        <Section title={t("lines")}>
          <ActView locale={locale} frozen={frozen} dispute={lastDispute(moves)} side="cabinet" />
        </Section>
        <History {...{ locale, issuedOn, id, number, moves }} viewer="cabinet" />
      </div>
    </>
  );
}
