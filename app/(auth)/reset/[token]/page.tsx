import type { Metadata } from "next";

import { resetPasswordAction } from "#/app/_actions/account/reset-password.ts";
import { authPage } from "#/app/_auth/auth-page.ts";
import { livingLink } from "#/app/_auth/link-page.ts";
import { DeadLink } from "#/components/account/dead-link.tsx";
import { LinkForm } from "#/components/account/link-form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("reset.title") };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { locale, t } = await authPage();
  const link = await livingLink(token, "reset-password");
  if (!link) return <DeadLink locale={locale} again="reset" />;
  return (
    <>
      <h1>{t("reset.title")}</h1>
      <p className="mt-4 mb-6 break-words">{t("reset.text", { email: link.email })}</p>
      <LinkForm action={resetPasswordAction} token={token} submit={t("reset.submit")} pending={t("reset.pending")}>
        {/* For the password manager: which account the new password belongs to. */}
        <input type="email" autoComplete="username" defaultValue={link.email} hidden readOnly />
        <PasswordInput
          name="password"
          label={t("reset.password")}
          hint={t("signUp.passwordHint")}
          autoComplete="new-password"
        />
      </LinkForm>
    </>
  );
}
