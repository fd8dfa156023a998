import type { Metadata } from "next";

import { askResetAction } from "#/app/_actions/account/ask-reset.ts";
import { authPage } from "#/app/_auth/auth-page.ts";
import { EMAIL } from "#/components/account/email-mark.ts";
import { LetterForm } from "#/components/account/letter-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Link } from "#/components/ui/link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await authPage()).t("reset.askTitle") };
}

export default async function AskResetPage() {
  const { t } = await authPage();
  const sent = {
    title: t("sent.title"),
    text: t("sent.resetText", { email: EMAIL }),
    more: t("sent.resetHelp"),
    again: t("sent.again"),
  };
  return (
    <>
      <h1>{t("reset.askTitle")}</h1>
      <p className="mt-3 mb-6 text-muted">{t("reset.askText")}</p>
      <LetterForm action={askResetAction} sent={sent}>
        <TextInput
          name="email"
          label={t("reset.email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SubmitButton pendingText={t("reset.asking")}>{t("reset.ask")}</SubmitButton>
      </LetterForm>
      <p className="mt-6">
        <Link href="/sign-in" className="link">
          {t("reset.back")}
        </Link>
      </p>
    </>
  );
}
