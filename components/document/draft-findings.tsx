import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Action } from "#/lib/action-result.ts";
import { findingKey } from "#/lib/editions/draft-moves.ts";
import { findingWords } from "#/lib/editions/lint/finding-words.ts";
import type { Finding, LintReport } from "#/lib/editions/lint/rules.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseName } from "./draft-clause-name.ts";

type Props = {
  locale: Locale;
  draft: { id: string; version: number; excuses: Record<string, string> };
  report: LintReport;
  /** Given to whoever may pass the text now; to the others the findings are only shown. */
  check?: Action<unknown>;
};

/** What the linter found: errors stop the text, each warning asks the lawyer why it should be so. */
export function DraftFindings({ locale, draft, report, check }: Props) {
  const t = translator(locale, "editions");
  const { errors, warnings } = report;
  const shown = (one: Finding, severity: "error" | "warning") => (
    <FindingView locale={locale} finding={one} severity={severity} />
  );
  return (
    <div className="grid gap-4">
      {errors.length === 0 && warnings.length === 0 && <Notice tone="done" title={t("findings.none")} />}
      {errors.length > 0 && (
        <>
          <p className="font-medium">{t("findings.errors", { count: errors.length })}</p>
          <ul className="grid gap-3">
            {errors.map((one) => (
              <li key={findingKey(one)}>{shown(one, "error")}</li>
            ))}
          </ul>
        </>
      )}
      {warnings.length > 0 && <p className="font-medium">{t("findings.warnings", { count: warnings.length })}</p>}
      {check ? (
        <StepForm
          action={check}
          hidden={{ draftId: draft.id, version: draft.version }}
          label={t("moves.check")}
          draftKey={`check-edition:${draft.id}`}
        >
          {warnings.map((one, at) => (
            <div key={findingKey(one)} className="grid gap-2">
              {shown(one, "warning")}
              <input type="hidden" name={`reasons.${at}.key`} value={findingKey(one)} />
              <Textarea name={`reasons.${at}.reason`} label={t("findings.reason")} rows={2} />
            </div>
          ))}
          <p className="text-muted text-sm">{t("moves.checkText")}</p>
          <SubmitButton>{t("moves.check")}</SubmitButton>
        </StepForm>
      ) : (
        <ul className="grid gap-3">
          {warnings.map((one) => {
            const reason = draft.excuses[findingKey(one)];
            return (
              <li key={findingKey(one)}>
                {shown(one, "warning")}
                {reason && <p className="mt-1 text-sm">{t("findings.excused", { reason })}</p>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function FindingView(props: { locale: Locale; finding: Finding; severity: "error" | "warning" }) {
  const { locale, finding, severity } = props;
  const t = translator(locale, "editions");
  const { what, why, fix } = findingWords(finding, locale);
  return (
    <div className="max-w-measure border-hairline border-s-2 ps-3">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <Status tone={severity === "error" ? "late" : "needs"}>{t(`findings.${severity}`)}</Status>
        <span className="num text-muted">{clauseName(finding.clause, locale)}</span>
      </p>
      <p className="break-words">{what}</p>
      <p className="text-muted text-sm">
        {why} {fix}
      </p>
    </div>
  );
}
