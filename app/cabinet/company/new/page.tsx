import { registerPartyAction } from "#/app/_actions/party/register-party.ts";
import { pageActor } from "#/app/_auth/page-actor.ts";
import { Checkbox } from "#/components/form/choice.tsx";
import { RequisitesForm } from "#/components/party/requisites-form.tsx";
import { requisitesWords } from "#/components/party/requisites-words.ts";
import { PageHead } from "#/components/ui/section.tsx";
import { safeNext } from "#/lib/auth/next-path.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, pageLocale, type Query, titled } from "../../_page.ts";

export const generateMetadata = titled("addParty");

/** Clauses 1.2, 7.1: who the customer is. The way on (an order begun on the site) is kept. */
export default async function NewCompany({ searchParams }: { searchParams: Query }) {
  await pageActor("newcomer-or-customer");
  const locale = await pageLocale();
  const t = translator(locale, "cabinet");
  const { next } = await oneOf(searchParams);
  return (
    <>
      <PageHead title={t("company.newTitle")} lead={t("company.newLead")} />
      <RequisitesForm
        purpose="register"
        action={registerPartyAction}
        words={requisitesWords(locale)}
        doneHref={safeNext(next) ?? "/cabinet"}
        submit={t("company.register")}
        after={<Checkbox name="confirmed" label={t("company.confirm")} />}
      />
    </>
  );
}
