import type { Metadata } from "next";

import { confirmEmailAction } from "#/app/_actions/account/confirm-email.ts";
import { authPage } from "#/app/_auth/auth-page.ts";
import { livingLink } from "#/app/_auth/link-page.ts";
import { DeadLink } from "#/components/account/dead-link.tsx";
import { LinkForm } from "#/components/account/link-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("confirm.title") };
}

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { locale, t } = await authPage();
  const link = await livingLink(token, "confirm-email");
  if (!link) return <DeadLink locale={locale} again="signUp" />;
  return (
    <>
      <h1>{t("confirm.title")}</h1>
      <p className="mt-4 mb-6 break-words">{t("confirm.text", { email: link.email })}</p>
      <LinkForm action={confirmEmailAction} token={token} submit={t("confirm.submit")} pending={t("confirm.pending")} />
    </>
  );
}
