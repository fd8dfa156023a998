import { askRefundAction } from "#/app/_actions/refund/ask-refund.ts";
import { AskForm } from "#/components/refund/ask-form.tsx";
import { OwnRefunds } from "#/components/refund/own-refunds.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { askableOf, refundsOfParty } from "#/db/queries/refunds.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, titled } from "../_page.ts";

export const generateMetadata = titled("refunds");

/** Money back: where each refund stands, and the form that asks for one (3.4, 4.4.2). */
export default async function RefundsPage() {
  const { actor, locale, read } = await cabinetPage();
  const t = translator(locale, "refunds");
  const { own, money } = await read(async (tx) => ({
    own: await refundsOfParty(tx, actor.partyId),
    money: await askableOf(tx, actor.partyId),
  }));
  const may = permits(actor, "refund.request");
  return (
    <>
      <PageHead title={t("cabinet.title")} lead={t("cabinet.lead")} />
      <div className="grid gap-8">
        {own.length > 0 && (
          <Section title={t("cabinet.list")}>
            <OwnRefunds locale={locale} rows={own} />
          </Section>
        )}
        {money.length > 0 && may && (
          <Section title={t("cabinet.ask")}>
            <AskForm locale={locale} action={askRefundAction} money={money} />
          </Section>
        )}
        {money.length === 0 && own.length === 0 && (
          <EmptyState title={t("cabinet.nothing")}>{t("cabinet.nothingText")}</EmptyState>
        )}
      </div>
    </>
  );
}
