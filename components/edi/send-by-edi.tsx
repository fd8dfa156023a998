import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  contract: { id: string; version: number };
  gln: string | null;
  queued: { documentId: string; failure: string | null } | null;
};

/** The act leaves by the house's own line; the form of the manual way stands among the other steps. */
export function SendByEdi({ locale, action, contract, gln, queued }: Props) {
  const t = translator(locale, "edi");
  return (
    <Section title={t("sendByEdi.title")}>
      {queued ? (
        <Notice tone={queued.failure ? "needs" : "running"} title={t("sendByEdi.queued")}>
          <p className="break-words">
            {t("sendByEdi.queuedText", {
              documentId: queued.documentId,
              failure: queued.failure ? errorWords(locale)(queued.failure) : "",
            })}
          </p>
          <p className="mt-2">
            <Link className="link" href="/staff/acts/edi">
              {t("sendByEdi.open")}
            </Link>
          </p>
        </Notice>
      ) : gln ? (
        <>
          <p className="mb-3 max-w-measure">{t("sendByEdi.text", { gln })}</p>
          <StepForm
            action={action}
            hidden={{ contractId: contract.id, version: contract.version }}
            label={t("sendByEdi.title")}
          >
            <SubmitButton>{t("sendByEdi.button")}</SubmitButton>
          </StepForm>
        </>
      ) : (
        <p>{t("sendByEdi.noGln")}</p>
      )}
    </Section>
  );
}
