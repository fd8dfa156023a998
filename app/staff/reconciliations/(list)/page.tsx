import { DeskTable } from "#/components/reconciliation/desk-table.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { reconciliationsWaiting } from "#/db/queries/reconciliations.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

/** The house's акты сверки: disputes that wait for an answer first, then those that wait for customers, then the newest ends. */
export default async function ReconciliationsDesk() {
  const { locale, read } = await staffPage("party.read");
  const t = translator(locale, "reconciliation");
  const { seller, customer, done } = await read(async (tx) => ({
    seller: await reconciliationsWaiting(tx, ["dispute"]),
    customer: await reconciliationsWaiting(tx, [null, "answer"]),
    done: await reconciliationsWaiting(tx, ["confirm", "replace"], true),
  }));
  return (
    <>
      <PageHead title={t("desk.title")} lead={t("desk.lead")} />
      <div className="grid gap-12">
        <DeskTable locale={locale} title={t("desk.waitSeller")} rows={seller} />
        <DeskTable locale={locale} title={t("desk.waitCustomer")} rows={customer} />
        <DeskTable locale={locale} title={t("desk.done")} rows={done} />
      </div>
    </>
  );
}
