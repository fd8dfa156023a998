import { Form } from "#/components/form/form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; staff: boolean; state: { codesLeft: number } | null; drop: Action<null> };

/** Staff cannot do without it: for them "off" means setting up another phone at the next sign-in. */
export function SecondFactor({ locale, staff, state, drop }: Props) {
  const t = translator(locale, "auth");
  const close = translator(locale, "common")("dialog.close");
  if (!state)
    return (
      <Section title={t("account.factor")} aside={<Status tone="neutral">{t("account.factorOff")}</Status>}>
        <p className="mb-4">{t("account.factorOffText")}</p>
        <LinkButton href="/cabinet/account/second-factor" look="secondary">
          {t("account.factorEnable")}
        </LinkButton>
      </Section>
    );
  const name = staff ? t("account.factorRenew") : t("account.factorDrop");
  return (
    <Section title={t("account.factor")} aside={<Status tone="done">{t("account.factorOn")}</Status>}>
      <p className="mb-4">{t("account.factorOnText", { count: state.codesLeft })}</p>
      <Dialog open={name} title={name} close={close}>
        <p className="mb-4">{staff ? t("account.factorRenewText") : t("account.factorDropText")}</p>
        <Form action={drop}>
          <PasswordInput name="password" label={t("account.current")} autoComplete="current-password" />
          <SubmitButton look="danger" pendingText={t("account.saving")}>
            {name}
          </SubmitButton>
        </Form>
      </Dialog>
    </Section>
  );
}
