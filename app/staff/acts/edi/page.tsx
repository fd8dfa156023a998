import { settleArrivalAction } from "#/app/_actions/edi/settle-arrival.ts";
import { withdrawEdiAction } from "#/app/_actions/edi/withdraw-edi.ts";
import { ediLine } from "#/app/_edi/provider.ts";
import { Arrivals } from "#/components/edi/arrivals.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { ActPlaces } from "#/components/staff/act-places.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { ediWork } from "#/db/queries/edi.ts";
import { permits } from "#/lib/access/permissions.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

export default async function EdiPage() {
  const { actor, locale, read } = await staffPage("staff.read");
  const t = translator(locale, "edi");
  const { waiting, unsent, taken } = await read(ediWork);
  const line = ediLine();
  const maySend = permits(actor, "contract.send-act");
  return (
    <>
      <PageHead title={t("edi.title")} lead={t("edi.lead")} above={<ActPlaces locale={locale} actor={actor} />} />
      <div className="grid gap-8">
        <Notice title={t(line ? "edi.line" : "edi.byHand")}>
          <p>{line ? t("edi.lineText", { gln: line.gln }) : t("edi.byHandText")}</p>
        </Notice>
        <Section title={t("edi.waiting")}>
          {waiting.length === 0 ? (
            <EmptyState title={t("edi.noWaiting")} />
          ) : (
            <Arrivals
              locale={locale}
              rows={waiting}
              {...(permits(actor, "edi.settle") && { settle: settleArrivalAction })}
            />
          )}
        </Section>
        <Section title={t("edi.unsent")}>
          <Table
            caption={t("edi.unsent")}
            rows={unsent}
            rowKey={({ document }) => document.id}
            empty={<EmptyState title={t("edi.noUnsent")} />}
            columns={[
              {
                key: "act",
                head: t("edi.act"),
                rowHead: true,
                cell: ({ document, number }) => (
                  <Link className="link num" href={`/staff/contracts/${document.contractId}#actions`}>
                    {number}
                  </Link>
                ),
              },
              { key: "party", head: t("edi.party"), cell: ({ party }) => party },
              {
                key: "state",
                head: t("edi.state"),
                cell: ({ document }) => (
                  <>
                    {t(document.state === "queued" ? "edi.queued" : "edi.failed")}
                    {document.failure && (
                      <span className="block text-muted">{errorWords(locale)(document.failure)}</span>
                    )}
                  </>
                ),
              },
              {
                key: "withdraw",
                head: <span className="sr-only">{t("edi.withdraw")}</span>,
                cell: ({ document }) =>
                  maySend &&
                  document.state === "queued" && (
                    <StepForm action={withdrawEdiAction} hidden={{ ediDocumentId: document.id }}>
                      <SubmitButton look="quiet">{t("edi.withdraw")}</SubmitButton>
                    </StepForm>
                  ),
              },
            ]}
          />
        </Section>
        <Section title={t("edi.history")}>
          {taken.length === 0 ? <EmptyState title={t("edi.noHistory")} /> : <Arrivals locale={locale} rows={taken} />}
        </Section>
      </div>
    </>
  );
}
