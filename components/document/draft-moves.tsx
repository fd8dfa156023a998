import type { ReactNode } from "react";

import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { buttonClass } from "#/components/ui/button.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { RefusedButton } from "#/components/ui/why.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { DraftStage } from "#/lib/editions/draft.ts";
import { type MoveChoice, type PressedMove, rolesOf, type WhyNot } from "#/lib/editions/draft-choices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  draft: { id: string; version: number; stage: DraftStage };
  choices: readonly MoveChoice[];
  errors: number;
  actions: Record<Exclude<PressedMove, "check">, Action<unknown>>;
  /** The fields of a release: two days with what the clauses ask for. */
  release: ReactNode;
  /** Where the findings are that the lawyer explains: that form is the lawyer's word. */
  findingsHref: string;
};

/** The buttons of a draft; what may not be pressed now is there too and says why. The lawyer's word has a form of its own. */
export function DraftMoves({ locale, draft, choices, errors, actions, release, findingsHref }: Props) {
  const t = translator(locale, "editions");
  const close = translator(locale, "common")("dialog.close");
  const hidden = { draftId: draft.id, version: draft.version };
  const shown = choices.filter(({ why }) => why !== "closed");
  return (
    <ul className="flex flex-wrap gap-2">
      {shown.map(({ move, why }) => (
        <li key={move}>
          {why ? (
            <RefusedButton name={t(`moves.${move}`)} title={t("why.title")} close={close}>
              <p>{whyNot(locale, move, why, draft.stage, errors)}</p>
            </RefusedButton>
          ) : move === "check" ? (
            <a className={buttonClass()} href={findingsHref}>
              {t("moves.check")}
            </a>
          ) : (
            <Dialog
              open={t(`moves.${move}`)}
              title={t(`moves.${move}`)}
              close={close}
              look={move === "withdraw" ? "danger" : move === "return" ? "secondary" : "primary"}
            >
              <StepForm action={actions[move]} hidden={hidden} label={t(`moves.${move}`)}>
                <p className="text-muted text-sm">{t(`moves.${move}Text`)}</p>
                {move === "release" && release}
                {(move === "return" || move === "withdraw") && (
                  <Textarea name="reason" label={t("moves.reason")} hint={t("moves.reasonHint")} rows={3} />
                )}
                <SubmitButton look={move === "withdraw" ? "danger" : "primary"}>{t(`moves.${move}`)}</SubmitButton>
              </StepForm>
            </Dialog>
          )}
        </li>
      ))}
    </ul>
  );
}

function whyNot(locale: Locale, move: PressedMove, why: WhyNot, stage: DraftStage, errors: number): string {
  const t = translator(locale, "editions");
  if (why === "stage") return t("why.stage", { stage: t(`stages.${stage}`) });
  if (why === "errors") return t("why.errors", { count: errors });
  if (why !== "role") return t(`why.${why}`);
  const roles = rolesOf(move).map((role) => t(`roles.${role}`));
  return t("why.role", { roles: new Intl.ListFormat(locale, { type: "disjunction" }).format(roles) });
}
