import type { Metadata } from "next";

import { acceptInvitationAction } from "#/app/_actions/account/accept-invitation.ts";
import { authPage } from "#/app/_auth/auth-page.ts";
import { livingLink } from "#/app/_auth/link-page.ts";
import { DeadLink } from "#/components/account/dead-link.tsx";
import { LinkForm } from "#/components/account/link-form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";
import { TextInput } from "#/components/form/text-input.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("invitation.title") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { locale, t } = await authPage();
  const link = await livingLink(token, "invitation", "staff-invitation");
  if (!link) return <DeadLink locale={locale} again="invitation" />;
  return (
    <>
      <h1>{t("invitation.title")}</h1>
      <p className="mt-4 mb-6 break-words">{t("invitation.text", { email: link.email })}</p>
      <LinkForm
        action={acceptInvitationAction}
        token={token}
        submit={t("invitation.submit")}
        pending={t("invitation.pending")}
      >
        <input type="email" autoComplete="username" defaultValue={link.email} hidden readOnly />
        <TextInput name="name" label={t("invitation.name")} autoComplete="name" defaultValue={link.name} />
        <PasswordInput
          name="password"
          label={t("invitation.password")}
          hint={t("signUp.passwordHint")}
          autoComplete="new-password"
        />
      </LinkForm>
    </>
  );
}
