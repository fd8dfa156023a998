import type { Action } from "#/lib/action-result.ts";
import type { Device } from "#/lib/auth/device.ts";
import { type Locale, locales, translator } from "#/lib/messages/messages.ts";
import { Form } from "../form/form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Select, TextInput } from "../form/text-input.tsx";
import { KeyValue } from "../ui/key-value.tsx";
import { PageHead, Section } from "../ui/section.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

export type AccountFacts = {
  name: string;
  email: string;
  locale: Locale;
  staff: boolean;
  secondFactor: { codesLeft: number } | null;
  sessions: readonly SessionFacts[];
};
export type SessionFacts = {
  id: string;
  address: string | null;
  device: Device;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};
export type AccountActions = {
  changeProfile: Action<null>;
  changePassword: Action<null>;
  dropSecondFactor: Action<null>;
  endSession: Action<null>;
  signOutEverywhere: Action<{ href: string }>;
};

type Props = { locale: Locale; account: AccountFacts; actions: AccountActions };

/** One page for customers and staff: who you are here, how you get in, where you are signed in. */
export function AccountView({ locale, account, actions }: Props) {
  const t = translator(locale, "auth");
  const layout = translator(locale, "layout");
  return (
    <>
      <PageHead title={t("account.title")} />
      <Section title={t("account.profile")}>
        <KeyValue pairs={[{ key: t("account.email"), value: account.email }]} />
        <div className="mt-4 max-w-md">
          <Form action={actions.changeProfile} label={t("account.profile")}>
            <TextInput
              name="name"
              label={t("account.name")}
              hint={t("account.nameHint")}
              autoComplete="name"
              defaultValue={account.name}
            />
            <Select name="locale" label={t("account.locale")} defaultValue={account.locale} width="medium">
              {locales.map((one) => (
                <option key={one} value={one} lang={one}>
                  {layout(`languages.${one}`)}
                </option>
              ))}
            </Select>
            <SubmitButton look="secondary" pendingText={t("account.saving")}>
              {t("account.saveProfile")}
            </SubmitButton>
          </Form>
        </div>
      </Section>
      <Section title={t("account.password")}>
        <div className="max-w-md">
          <PasswordForm
            action={actions.changePassword}
            email={account.email}
            words={{
              label: t("account.password"),
              current: t("account.current"),
              next: t("account.next"),
              hint: t("account.nextHint"),
              save: t("account.savePassword"),
              saving: t("account.saving"),
              saved: t("account.savedPassword"),
            }}
          />
        </div>
      </Section>
      <SecondFactor
        locale={locale}
        staff={account.staff}
        state={account.secondFactor}
        drop={actions.dropSecondFactor}
      />
      <Sessions
        locale={locale}
        sessions={account.sessions}
        end={actions.endSession}
        everywhere={actions.signOutEverywhere}
      />
    </>
  );
}
