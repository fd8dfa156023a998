import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { movesOf, type State } from "#/lib/reconciliation/state.ts";
import { CopyDialog } from "./copy-dialog.tsx";

type Props = {
  locale: Locale;
  state: State;
  hidden: { reconciliationId: string; seen: number };
  partyId: string;
  actions: { confirm: Action<unknown>; replace: Action<unknown>; keepCopy: Action<unknown> };
};

/** What the house may do besides answering: a new edition by the books of today, or the customer's signed copy. */
export function SellerMoves({ locale, state, hidden, partyId, actions }: Props) {
  const t = translator(locale, "reconciliation");
  const may = new Set(movesOf(state, "seller"));
  const confirm = {
    ...{ open: t("confirm.staffOpen"), title: t("confirm.staffTitle") },
    ...{ lead: t("confirm.staffLead"), submit: t("confirm.submit") },
  };
  const copy = { open: t("copy.open"), title: t("copy.title"), submit: t("copy.submit") };
  const dialog = { locale, hidden, partyId, look: "secondary" } as const;
  return (
    <div className="no-print my-6 flex flex-wrap gap-3">
      {may.has("replace") && (
        <Dialog
          open={t("replace.open")}
          title={t("replace.title")}
          close={translator(locale, "common")("dialog.close")}
        >
          <StepForm action={actions.replace} hidden={hidden} label={t("replace.title")}>
            <p className="max-w-measure">{t("replace.lead")}</p>
            <SubmitButton>{t("replace.submit")}</SubmitButton>
          </StepForm>
        </Dialog>
      )}
      {may.has("confirm") && <CopyDialog {...dialog} action={actions.confirm} words={confirm} />}
      {may.has("keep-copy") && <CopyDialog {...dialog} action={actions.keepCopy} words={copy} />}
    </div>
  );
}
