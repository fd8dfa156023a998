import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";

import { resendConfirmationAction } from "#/app/_actions/account/resend-confirmation.ts";
import { signInAction } from "#/app/_actions/account/sign-in.ts";
import { type AuthQuery, authPage } from "#/app/_auth/auth-page.ts";
import { currentSession } from "#/app/_auth/current-session.ts";
import { homeOf, SECOND_FACTOR } from "#/app/_auth/page-actor.ts";
import { EMAIL } from "#/components/account/email-mark.ts";
import { SignInForm } from "#/components/account/sign-in-form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { withNext } from "#/lib/auth/next-path.ts";

const NOTES = ["signed-out", "confirmed", "reset", "invited"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: AuthQuery }) {
  const { t, next, note } = await authPage(searchParams);
  const session = await currentSession();
  if (session) {
    const home = next ?? homeOf(session.staffRole !== null);
    redirect((session.pending ? withNext(SECOND_FACTOR, next) : home) as Route);
  }
  const said = NOTES.find((one) => one === note);
  const words = {
    resend: t("signIn.resend"),
    resent: t("signIn.resent", { email: EMAIL }),
    pending: t("signIn.pending"),
  };
  return (
    <>
      <h1 className="mb-6">{t("signIn.title")}</h1>
      {said && (
        <div className="mb-6">
          <Notice tone="done" title={t(`note.${said}`)} />
        </div>
      )}
      <SignInForm action={signInAction} resend={resendConfirmationAction} words={words}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextInput
          name="email"
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput name="password" label={t("signIn.password")} autoComplete="current-password" />
        <SubmitButton pendingText={t("signIn.pending")}>{t("signIn.submit")}</SubmitButton>
      </SignInForm>
      <p className="mt-6">
        <Link href="/reset" className="link">
          {t("signIn.forgot")}
        </Link>
      </p>
      <p className="mt-2 text-muted">
        {t("signIn.new")}{" "}
        <Link href={withNext("/sign-up", next)} className="link">
          {t("signIn.signUp")}
        </Link>
      </p>
    </>
  );
}
