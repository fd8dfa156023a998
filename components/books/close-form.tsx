import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Check, closes } from "#/lib/ledger/close.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Checklist } from "./checklist.tsx";
import { monthText } from "./month-table.tsx";

/** `action` is null for whoever may look and not close. */
type Props = { locale: Locale; month: Day; checks: readonly Check[]; action: Action<unknown> | null };

/** The checklist of one month, and the closing of it where nothing stands in the way. */
export function CloseForm({ locale, month, checks, action }: Props) {
  const t = translator(locale, "books");
  const blocking = checks.filter(({ count }) => count > 0).length;
  const name = monthText(month);
  return (
    <Section title={t("close.checklist", { month: name })}>
      <Checklist locale={locale} checks={checks} caption={t("close.checklist", { month: name })} />
      <div className="mt-4 grid max-w-form gap-4">
        <Notice
          tone={blocking === 0 ? "done" : "needs"}
          title={blocking === 0 ? t("close.ready") : t("close.notReady", { count: blocking })}
        />
        {!action && <p className="text-muted">{t("close.readOnly")}</p>}
        {action && closes(checks) && (
          <StepForm action={action} hidden={{ month }} label={t("close.title")}>
            <Textarea name="reason" label={t("close.reason")} hint={t("close.reasonHint")} rows={2} />
            <SubmitButton>{t("close.button", { month: name })}</SubmitButton>
          </StepForm>
        )}
      </div>
    </Section>
  );
}
