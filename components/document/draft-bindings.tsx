import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { BINDING_CLAUSES, type EditionBindings } from "#/lib/editions/bindings.ts";
import { clauseLines } from "#/lib/editions/canonical.ts";
import { type EditionText, findClause } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  draft: { id: string; version: number };
  /** Changes with what the form shows: what was typed over an older one is not put back. */
  rev: string;
  bindings: EditionBindings | null;
  text: EditionText;
};

const NAMES = Object.keys(BINDING_CLAUSES) as (keyof EditionBindings)[];

/** The numbers that the engine obeys, each beside the clause that says it: they are changed together or not at all. */
export function DraftBindings({ locale, action, draft, rev, bindings, text }: Props) {
  const t = translator(locale, "editions");
  return (
    <StepForm
      action={action}
      hidden={{ draftId: draft.id, version: draft.version, part: "bindings" }}
      label={t("bindings.title")}
      saved={t("draft.saved")}
      draftKey={`bindings:${draft.id}:${rev}`}
    >
      <p className="max-w-measure text-muted text-sm">{t("bindings.lead")}</p>
      {NAMES.map((name) => {
        const number = BINDING_CLAUSES[name];
        const clause = findClause(text, number);
        const address = name === "priceListUrl" || name === "rulesUrl";
        return (
          <TextInput
            key={name}
            name={`bindings.${name}`}
            label={t(`bindings.${name}`)}
            hint={
              <span className="block max-w-measure">
                {clause
                  ? clauseLines(clause).join(" ")
                  : `${t("findings.clause", { clause: number })}. ${t("bindings.noClause")}`}
              </span>
            }
            type={address ? "url" : "text"}
            inputMode={address ? "url" : "numeric"}
            width={address ? "full" : "short"}
            defaultValue={bindings ? String(bindings[name]) : ""}
            autoComplete="off"
          />
        );
      })}
      <SubmitButton>{t("bindings.save")}</SubmitButton>
    </StepForm>
  );
}
