import { notFound } from "next/navigation";

import { updateRequisitesAction } from "#/app/_actions/party/update-requisites.ts";
import { DateInput } from "#/components/form/text-input.tsx";
import { RequisitesForm } from "#/components/party/requisites-form.tsx";
import { requisitesWords } from "#/components/party/requisites-words.ts";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { currentRequisites } from "#/db/queries/offer.ts";
import { findParty } from "#/db/queries/parties.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, titled } from "../../_page.ts";

export const generateMetadata = titled("company");

/** A change is a new version with the date of change (7.1); what was issued keeps the requisites of its day. */
export default async function EditCompany() {
  const { actor, locale, t, given, read } = await cabinetPage();
  if (!permits(actor, "party.update-requisites")) notFound();
  const { party, requisites } = await read(async (tx) => ({
    party: await findParty(tx, actor, actor.partyId),
    requisites: await currentRequisites(tx, actor.partyId),
  }));
  if (!party || !requisites) notFound();
  return (
    <>
      <PageHead
        title={t("company.editTitle")}
        lead={t("company.editLead")}
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/company", title: translator(locale, "layout")("cabinet.company") }]}
          />
        }
      />
      <RequisitesForm
        purpose="update"
        action={updateRequisitesAction}
        words={requisitesWords(locale)}
        doneHref="/cabinet/company"
        submit={t("company.save")}
        initial={requisites.value}
        before={
          <>
            <input type="hidden" name="version" value={party.version} />
            <DateInput
              name="validFrom"
              label={t("company.changedOn")}
              hint={t("company.changedOnHint")}
              defaultValue={formatDay(given.today)}
            />
          </>
        }
      />
    </>
  );
}
