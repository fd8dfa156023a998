import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";

import { enrolSecondFactorAction } from "#/app/_actions/account/enrol-second-factor.ts";
import { giveSecondFactorAction } from "#/app/_actions/account/give-second-factor.ts";
import { signOutAction } from "#/app/_actions/account/sign-out.ts";
import { type AuthQuery, authPage } from "#/app/_auth/auth-page.ts";
import { currentSession } from "#/app/_auth/current-session.ts";
import { offerOf } from "#/app/_auth/offer.ts";
import { homeOf } from "#/app/_auth/page-actor.ts";
import { CodeForms } from "#/components/account/code-forms.tsx";
import { Enrolment } from "#/components/account/enrolment.tsx";
import { withNext } from "#/lib/auth/next-path.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("code.title") };
}

export default async function SecondFactorPage({ searchParams }: { searchParams: AuthQuery }) {
  const { locale, t, next } = await authPage(searchParams);
  const session = await currentSession();
  if (!session) redirect(withNext("/sign-in", next) as Route);
  if (!session.pending) redirect((next ?? homeOf(session.staffRole !== null)) as Route);
  return (
    <>
      <h1>{session.enrolled ? t("code.title") : t("enrol.title")}</h1>
      {session.enrolled ? (
        <CodeForms locale={locale} action={giveSecondFactorAction} next={next} />
      ) : (
        <>
          <p className="mt-4">{t("enrol.staffText")}</p>
          <Enrolment
            locale={locale}
            action={enrolSecondFactorAction}
            offer={offerOf(session)}
            withPassword={false}
            next={next}
          />
        </>
      )}
      <form action={signOutAction} className="mt-8">
        <button type="submit" className="link">
          {t("code.other")}
        </button>
      </form>
    </>
  );
}
