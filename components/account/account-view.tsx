import { PasswordInput } from "#/components/form/password-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, TextInput } from "#/components/form/text-input.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Device } from "#/lib/auth/device.ts";
import { type Locale, locales, translator } from "#/lib/messages/messages.ts";
import { SavedForm } from "./saved-form.tsx";
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
  const privacy = translator(locale, "privacy");
  return (
    <div className="flex flex-col gap-10">
      <PageHead title={t("account.title")} />
      <Section title={t("account.profile")}>
        <KeyValue pairs={[{ key: t("account.email"), value: account.email }]} />
        <div className="mt-4 max-w-md">
          <SavedForm action={actions.changeProfile} label={t("account.profile")} saved={t("account.savedProfile")}>
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
          </SavedForm>
        </div>
      </Section>
      <Section title={t("account.password")}>
        <div className="max-w-md">
          <SavedForm
            action={actions.changePassword}
            label={t("account.password")}
            saved={t("account.savedPassword")}
            reset
          >
            {/* For the password manager: whose password it is. */}
            <input type="email" autoComplete="username" defaultValue={account.email} hidden readOnly />
            <PasswordInput name="current" label={t("account.current")} autoComplete="current-password" />
            <PasswordInput
              name="password"
              label={t("account.next")}
              hint={t("account.nextHint")}
              autoComplete="new-password"
            />
            <SubmitButton look="secondary" pendingText={t("account.saving")}>
              {t("account.savePassword")}
            </SubmitButton>
          </SavedForm>
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
      {!account.staff && (
        <Section title={privacy("title")}>
          <Link className="link" href="/cabinet/account/data">
            {privacy("link")}
          </Link>
        </Section>
      )}
    </div>
  );
}
