import type { Metadata } from "next";

import { signUpAction } from "#/app/_actions/account/sign-up.ts";
import { type AuthQuery, authPage } from "#/app/_auth/auth-page.ts";
import { EMAIL } from "#/components/account/email-mark.ts";
import { LetterForm } from "#/components/account/letter-form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Link } from "#/components/ui/link.tsx";
import { withNext } from "#/lib/auth/next-path.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("signUp.title") };
}

export default async function SignUpPage({ searchParams }: { searchParams: AuthQuery }) {
  const { t, next } = await authPage(searchParams);
  const sent = {
    title: t("sent.title"),
    text: t("sent.text", { email: EMAIL }),
    more: t("sent.life"),
    again: t("sent.again"),
  };
  return (
    <>
      <h1>{t("signUp.title")}</h1>
      <p className="mt-3 mb-6 text-muted">{t("signUp.lead")}</p>
      <LetterForm action={signUpAction} sent={sent}>
        {next && <input type="hidden" name="next" value={next} />}
        <TextInput name="name" label={t("signUp.name")} hint={t("signUp.nameHint")} autoComplete="name" />
        <TextInput
          name="email"
          label={t("signUp.email")}
          hint={t("signUp.emailHint")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordInput
          name="password"
          label={t("signUp.password")}
          hint={t("signUp.passwordHint")}
          autoComplete="new-password"
        />
        <SubmitButton pendingText={t("signUp.pending")}>{t("signUp.submit")}</SubmitButton>
      </LetterForm>
      <p className="mt-6 text-muted">
        {t("signUp.have")}{" "}
        <Link href={withNext("/sign-in", next)} className="link">
          {t("signUp.signIn")}
        </Link>
      </p>
      <p className="mt-2 text-muted">
        <Link href="/documents/privacy-policy" className="link">
          {t("signUp.privacy")}
        </Link>
      </p>
    </>
  );
}
