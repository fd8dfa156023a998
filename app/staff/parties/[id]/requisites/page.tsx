import { notFound } from "next/navigation";

import { updateRequisitesAction } from "#/app/_actions/party/update-requisites.ts";
import { DateInput } from "#/components/form/text-input.tsx";
import { RequisitesForm } from "#/components/party/requisites-form.tsx";
import { requisitesWords } from "#/components/party/requisites-words.ts";
import { OnBehalfFields } from "#/components/staff/on-behalf-fields.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { currentRequisites } from "#/db/queries/offer.ts";
import { findParty } from "#/db/queries/parties.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { BEHALF_EVENTS } from "#/lib/contract/on-behalf.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../../_page.ts";

/** 7.1 on the customer's word: a new version with the date of change; the customer is told and can object. */
export default async function RequisitesForParty({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, t, given, read } = await staffPage("party.update-requisites");
  const id = idOf((await params).id);
  const { party, requisites } = await read(async (tx) => ({
    party: await findParty(tx, actor, id),
    requisites: await currentRequisites(tx, id),
  }));
  if (!party || !requisites) notFound();
  return (
    <>
      <PageHead
        title={t("parties.editTitle")}
        lead={t("parties.editLead")}
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[
              { href: "/staff/parties", title: t("parties.title") },
              { href: `/staff/parties/${id}`, title: party.name },
            ]}
          />
        }
      />
      <RequisitesForm
        purpose="update"
        action={updateRequisitesAction}
        words={requisitesWords(locale)}
        doneHref={`/staff/parties/${id}`}
        submit={t("parties.save")}
        draft={`requisites:${id}`}
        initial={requisites.value}
        before={
          <>
            <input type="hidden" name="partyId" value={id} />
            <input type="hidden" name="version" value={party.version} />
            <DateInput name="validFrom" label={t("parties.changedOn")} defaultValue={formatDay(given.today)} />
          </>
        }
        after={<OnBehalfFields locale={locale} ways={BEHALF_EVENTS["update-requisites"]} partyId={id} />}
      />
    </>
  );
}
