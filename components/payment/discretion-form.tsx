import type { ReactNode } from "react";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  hidden: Record<string, string | number>;
  why: "expired" | "early" | "not-named" | "named";
  /** The first of several; the others open by a press or by their key. */
  open: boolean;
  button: ReactNode;
  /** What else is asked or said before the press. */
  children?: ReactNode;
};

/** Clause 3.4, last sentence: the seller may set the payment as it sees fit, so who does it says why. */
export function DiscretionForm({ locale, action, hidden, why, open, button, children }: Props) {
  const t = translator(locale, "staff");
  const title = t(why === "expired" ? "late.accept" : "discretion.open");
  return (
    <details open={open}>
      <summary className="link cursor-pointer">{title}</summary>
      <div className="mt-3 grid gap-3">
        {why !== "expired" && (
          <>
            <blockquote className="quote">{t("discretion.clause")}</blockquote>
            <p className="text-sm">{t(`discretion.why.${why}`)}</p>
          </>
        )}
        <StepForm action={action} hidden={hidden} label={title}>
          <Textarea name="reason" label={t("reasonLabel")} hint={t("discretion.hint")} rows={2} />
          {children}
          <SubmitButton look="secondary">{button}</SubmitButton>
        </StepForm>
      </div>
    </details>
  );
}
