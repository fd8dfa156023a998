import { notFound } from "next/navigation";

import { replaceAccountAction } from "#/app/_actions/contract/replace-account.ts";
import { OldAccounts } from "#/components/edition/old-accounts.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { offersOn } from "#/db/queries/seller-account.ts";
import { countNotOn, invoicesNotOn } from "#/db/queries/staff-accounts.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { staffPage } from "../../_page.ts";
import { DeskCrumbs } from "../_crumbs.tsx";

/** 7.2: live invoices on an account that the offer in force does not name, and how many a published edition will add. */
export default async function AccountsPage() {
  const { actor, locale, given, read } = await staffPage("staff.read");
  const t = translator(locale, "publication");
  const found = await read(async (tx) => {
    const offers = await offersOn(tx, given.today);
    if (!offers) return null;
    const { inForce, newest } = offers;
    const [iban, next] = [inForce.seller.bank.iban, newest.seller.bank.iban];
    return {
      ...offers,
      rows: await invoicesNotOn(tx, iban),
      coming: iban === next ? null : await countNotOn(tx, next),
    };
  });
  if (!found) notFound();
  const { inForce, newest, rows, coming } = found;
  const next = formatIban(newest.seller.bank.iban);
  return (
    <>
      <PageHead title={t("accounts.title")} above={<DeskCrumbs locale={locale} />} lead={t("accounts.lead")} />
      <p className="mb-4 max-w-measure break-words">
        {t("accounts.inForce", { number: inForce.number, iban: formatIban(inForce.seller.bank.iban) })}
      </p>
      {coming !== null && (
        <div className="mb-6">
          <Notice tone="needs" title={t("accounts.soon", { date: formatDay(newest.inForceFrom), iban: next })}>
            {t("accounts.soonText", { number: newest.number, count: coming })}
          </Notice>
        </div>
      )}
      <OldAccounts
        locale={locale}
        today={given.today}
        rows={rows}
        action={permits(actor, "contract.replace-account") ? replaceAccountAction : null}
        empty={<EmptyState title={t("accounts.empty")} />}
      />
    </>
  );
}
