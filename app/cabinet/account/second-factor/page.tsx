import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";

import { enrolSecondFactorAction } from "#/app/_actions/account/enrol-second-factor.ts";
import { authPage } from "#/app/_auth/auth-page.ts";
import { currentSession } from "#/app/_auth/current-session.ts";
import { offerOf } from "#/app/_auth/offer.ts";
import { pageActor } from "#/app/_auth/page-actor.ts";
import { Enrolment } from "#/components/account/enrolment.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { PageHead } from "#/components/ui/section.tsx";

const ACCOUNT = "/cabinet/account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("enrol.title") };
}

export default async function SecondFactorSettingsPage() {
  const actor = await pageActor("newcomer-or-customer");
  if ((await currentSession())?.enrolled) redirect(ACCOUNT as Route);
  const { locale, t } = await authPage();
  const offer = offerOf({ id: actor.sessionId, email: actor.email });
  return (
    <>
      <PageHead title={t("enrol.title")} lead={t("enrol.customerText")} />
      <div className="max-w-md">
        <Enrolment locale={locale} action={enrolSecondFactorAction} offer={offer} withPassword next={ACCOUNT} />
        <div className="mt-6">
          <LinkButton href={ACCOUNT} look="quiet">
            {t("enrol.cancel")}
          </LinkButton>
        </div>
      </div>
    </>
  );
}
