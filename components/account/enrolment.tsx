import { Form } from "#/components/form/form.tsx";
import { PasswordInput } from "#/components/form/password-input.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { OtpInput } from "#/components/form/text-input.tsx";
import { CopyButton } from "#/components/ui/copy-button.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { QrCode } from "./qr-code.tsx";

type Props = {
  locale: Locale;
  action: Action<{ href: string }>;
  offer: { secret: string; codes: readonly string[]; qr: { size: number; path: string } };
  /** Asked for in the account; right after signing in it was just given. */
  withPassword: boolean;
  next: string | null;
};

const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

/** Three steps on one page; nothing is switched on until the first code proves that the app has the key. */
export function Enrolment({ locale, action, offer, withPassword, next }: Props) {
  const t = translator(locale, "auth");
  const common = translator(locale, "common");
  const copy = (what: string) => ({
    copy: common("copy.button"),
    done: common("copy.done"),
    what: common("copy.of", { what }),
  });
  return (
    <div className="mt-6 flex flex-col gap-8">
      <section aria-labelledby="scan">
        <h2 id="scan">{t("enrol.scanTitle")}</h2>
        <p className="mt-2">{t("enrol.scan")}</p>
        <div className="my-4">
          <QrCode {...offer.qr} label={t("enrol.qr")} />
        </div>
        <p className="text-muted">{t("enrol.manual")}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <code className="break-words">{grouped(offer.secret)}</code>
          <CopyButton value={offer.secret} words={copy(t("enrol.copyKey"))} />
        </p>
      </section>
      <section aria-labelledby="save">
        <h2 id="save">{t("enrol.saveTitle")}</h2>
        <p className="mt-2">{t("enrol.save")}</p>
        <ol className="my-4 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2" aria-label={t("enrol.codes")}>
          {offer.codes.map((code) => (
            <li key={code}>
              <code className="whitespace-nowrap">{code}</code>
            </li>
          ))}
        </ol>
        <CopyButton value={offer.codes.join("\n")} words={copy(t("enrol.copyCodes"))} />
      </section>
      <section aria-labelledby="prove">
        <h2 id="prove" className="mb-4">
          {t("enrol.codeTitle")}
        </h2>
        <Form action={action}>
          {next && <input type="hidden" name="next" value={next} />}
          {withPassword && (
            <PasswordInput name="password" label={t("enrol.password")} autoComplete="current-password" />
          )}
          <OtpInput name="code" label={t("enrol.code")} />
          <SubmitButton pendingText={t("enrol.pending")}>{t("enrol.submit")}</SubmitButton>
        </Form>
      </section>
    </div>
  );
}
