import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  draft: { id: string; version: number };
  /** Changes with what the form shows: what was typed over an older one is not put back. */
  rev: string;
};
const hiddenOf = ({ id, version }: Props["draft"], part: string) => ({ draftId: id, version, part });

/** All clauses in one field, in the Markdown that is read back into the same tree. */
export function DraftText({ locale, action, draft, rev, source }: Props & { source: string }) {
  const t = translator(locale, "editions");
  return (
    <StepForm
      action={action}
      hidden={hiddenOf(draft, "text")}
      label={t("text.source")}
      saved={t("draft.saved")}
      draftKey={`text:${draft.id}:${rev}`}
    >
      <Textarea
        name="source"
        label={t("text.source")}
        hint={t("text.sourceHint")}
        hideLabel
        defaultValue={source}
        rows={28}
        spellCheck
        className="source"
      />
      <details className="text-sm">
        <summary className="link inline-block cursor-pointer">{t("text.more")}</summary>
        <ul className="mt-2 grid gap-1 text-muted">
          <li>{t("text.plain")}</li>
          <li>{t("text.anchor")}</li>
          <li>{t("text.explicit")}</li>
        </ul>
      </details>
      <SubmitButton>{t("text.save")}</SubmitButton>
    </StepForm>
  );
}

type Head = {
  title: string;
  subtitle: string | null;
  orderNumber: string | null;
  orderDate: Day | null;
  sourceUrl: string | null;
};

/** Title, order and the page that the text was taken from: what stands above the clauses. */
export function DraftHead({ locale, action, draft, rev, head }: Props & { head: Head }) {
  const t = translator(locale, "editions");
  return (
    <StepForm
      action={action}
      hidden={hiddenOf(draft, "head")}
      label={t("text.head")}
      saved={t("draft.saved")}
      draftKey={`head:${draft.id}:${rev}`}
    >
      <TextInput name="title" label={t("text.title")} defaultValue={head.title} />
      <TextInput name="subtitle" label={t("text.subtitle")} defaultValue={head.subtitle ?? ""} optional />
      <div className="grid gap-x-4 gap-y-6 sm:grid-cols-2">
        <TextInput name="orderNumber" label={t("text.orderNumber")} defaultValue={head.orderNumber ?? ""} optional />
        <DateInput
          name="orderDate"
          label={t("text.orderDate")}
          defaultValue={head.orderDate ? formatDay(head.orderDate) : ""}
          optional
        />
      </div>
      <TextInput
        name="sourceUrl"
        type="url"
        label={t("text.sourceUrl")}
        hint={t("text.sourceUrlHint")}
        defaultValue={head.sourceUrl ?? ""}
        optional
      />
      <SubmitButton>{t("text.saveHead")}</SubmitButton>
    </StepForm>
  );
}
