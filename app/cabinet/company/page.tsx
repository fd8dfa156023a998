import { choosePaperLanguageAction } from "#/app/_actions/party/choose-paper-language.ts";
import { PaperLanguage } from "#/components/party/paper-language.tsx";
import { RequisitesHistory } from "#/components/party/requisites-history.tsx";
import { RequisitesView } from "#/components/party/requisites-view.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { findParty, membersOf, requisitesHistory } from "#/db/queries/parties.ts";
import { permits } from "#/lib/access/permissions.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { requisitesDueOn } from "#/lib/contract/steps/update-requisites.ts";
import { translator } from "#/lib/messages/messages.ts";
import { displayName } from "#/lib/requisites/requisites.ts";
import { cabinetPage, titled } from "../_page.ts";

export const generateMetadata = titled("company");

/** Requisites in force and every version before them (7.1): valid from, entered on, by whom, late or in time. */
export default async function Company() {
  const { actor, locale, t, given, read } = await cabinetPage();
  const { party, versions, people } = await read(async (tx) => ({
    party: await findParty(tx, actor, actor.partyId),
    versions: await requisitesHistory(tx, actor.partyId),
    people: await membersOf(tx, actor.partyId),
  }));
  const [current] = versions;
  const rows = versions.map(({ version, validFrom, enteredAt, enteredBy }) => ({
    version,
    validFrom,
    enteredAt,
    by: people.find(({ userId }) => userId === enteredBy)?.name ?? null,
    due: requisitesDueOn(given.calendar, validFrom),
    late: version > 1 && dayInMinsk(enteredAt) > requisitesDueOn(given.calendar, validFrom).date,
  }));
  return (
    <>
      <PageHead
        title={current ? displayName(current.requisites) : t("company.title")}
        lead={t("company.lead")}
        actions={
          permits(actor, "party.update-requisites") && (
            <LinkButton href="/cabinet/company/edit" look="secondary">
              {t("company.edit")}
            </LinkButton>
          )
        }
      />
      {current && <RequisitesView locale={locale} requisites={current.requisites} />}
      {party && (
        <div className="mt-8">
          <Section title={translator(locale, "papers")("language.title")}>
            <PaperLanguage
              locale={locale}
              party={party}
              action={permits(actor, "party.update-requisites") ? choosePaperLanguageAction : null}
            />
          </Section>
        </div>
      )}
      <div className="mt-8">
        <Section title={t("company.history")}>
          <RequisitesHistory locale={locale} rows={rows} />
        </Section>
      </div>
    </>
  );
}
