import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { OtpInput, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; action: Action<{ href: string }>; next: string | null };

/** Six digits of the phone, or a recovery code in a form of its own: it has letters and another length. */
export function CodeForms({ locale, action, next }: Props) {
  const t = translator(locale, "auth");
  const way = next && <input type="hidden" name="next" value={next} />;
  const button = <SubmitButton pendingText={t("code.pending")}>{t("code.submit")}</SubmitButton>;
  return (
    <>
      <p className="mt-4 mb-6">{t("code.text")}</p>
      <Form action={action} label={t("code.title")}>
        {way}
        <OtpInput name="code" label={t("code.code")} />
        {button}
      </Form>
      <details className="mt-8">
        <summary className="link">{t("code.recoveryHint")}</summary>
        <div className="mt-4">
          <Form action={action} label={t("code.recoveryHint")}>
            {way}
            <TextInput
              name="code"
              label={t("code.recovery")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              data-draft="off"
            />
            {button}
          </Form>
        </div>
      </details>
    </>
  );
}
