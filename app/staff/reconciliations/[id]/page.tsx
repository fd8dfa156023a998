import { notFound } from "next/navigation";

import { answerReconciliationAction } from "#/app/_actions/reconciliation/answer-reconciliation.ts";
import { confirmReconciliationAction } from "#/app/_actions/reconciliation/confirm-reconciliation.ts";
import { keepSignedCopyAction } from "#/app/_actions/reconciliation/keep-signed-copy.ts";
import { replaceReconciliationAction } from "#/app/_actions/reconciliation/replace-reconciliation.ts";
import { ActView } from "#/components/reconciliation/act-view.tsx";
import { AnswerForm } from "#/components/reconciliation/answer-form.tsx";
import { History } from "#/components/reconciliation/history.tsx";
import { SellerMoves } from "#/components/reconciliation/seller-moves.tsx";
import { Situation } from "#/components/reconciliation/situation.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { findReconciliation } from "#/db/queries/reconciliations.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import { translator } from "#/lib/messages/messages.ts";
import { lastDispute } from "#/lib/reconciliation/dispute.ts";
import { stateOf } from "#/lib/reconciliation/state.ts";
import { idOf, staffPage } from "../../_page.ts";

/** One акт сверки at the house: what the customer's books say of its lines, the answers, a new edition or the signed copy. */
export default async function StaffReconciliationPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, read } = await staffPage("party.read");
  const t = translator(locale, "reconciliation");
  const id = idOf((await params).id);
  const found = await read((tx) => findReconciliation(tx, actor, id));
  if (!found) notFound();
  const { number, issuedOn, from, to, frozen, moves, partyId, party } = found;
  const state = stateOf(moves);
  const dispute = lastDispute(moves);
  const { closing } = turnover(frozen.operations, from, to, frozen.base ?? null);
  const hidden = { reconciliationId: id, seen: moves.length };
  const may = permits(actor, "reconciliation.settle");
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/reconciliations", title: t("desk.title") }]}
          />
        }
        title={t("named", { number, on: formatDay(issuedOn) })}
        lead={
          <>
            <Link className="link" href={`/staff/parties/${partyId}`}>
              {party}
            </Link>
            , {t("period", { from: formatDay(from), to: formatDay(to) })}
          </>
        }
        actions={
          <LinkButton href={`/api/reconciliations/${id}/pdf`} look="secondary" small download>
            PDF
          </LinkButton>
        }
      />
      <Situation {...{ locale, side: "staff", state, to, closing }} replacedBy={moves.at(-1)?.data.replacedBy} />
      {may && (
        <SellerMoves
          {...{ locale, state, hidden, partyId }}
          actions={{
            ...{ confirm: confirmReconciliationAction, keepCopy: keepSignedCopyAction },
            replace: replaceReconciliationAction,
          }}
        />
      )}
      <div className="mt-8 grid gap-12">
        {may && state === "disputed" && (
          <AnswerForm {...{ locale, hidden, dispute }} action={answerReconciliationAction} />
        )}
        <Section title={t("lines")}>
          <ActView locale={locale} frozen={frozen} dispute={dispute} side="staff" />
        </Section>
        <History {...{ locale, issuedOn, id, number, moves }} viewer="staff" />
      </div>
    </>
  );
}
