import { operationName } from "#/components/settlements/operation-name.ts";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, formatMoney } from "#/lib/money/kopecks.ts";
import { movesOf, type State } from "#/lib/reconciliation/state.ts";
import { CopyDialog } from "./copy-dialog.tsx";
import { DisputeForm, type Line } from "./dispute-form.tsx";
import { disputeWords } from "./dispute-words.ts";

type Props = {
  locale: Locale;
  state: State;
  hidden: { reconciliationId: string; seen: number };
  frozen: ReconciliationFrozen;
  actions: { confirm: Action<unknown>; dispute: Action<unknown>; keepCopy: Action<unknown> };
};

/** What the customer may do with the act now: confirm it, mark where its books differ, keep a signed copy. */
export function CustomerMoves({ locale, state, hidden, frozen, actions }: Props) {
  const t = translator(locale, "reconciliation");
  const may = new Set(movesOf(state, "customer"));
  const confirm = {
    open: t("confirm.open"),
    title: t("confirm.title"),
    lead: t("confirm.lead"),
    submit: t("confirm.submit"),
  };
  const copy = { open: t("copy.open"), title: t("copy.title"), submit: t("copy.submit") };
  return (
    <div className="no-print mt-6 grid gap-6">
      {may.has("confirm") && (
        <div>
          <CopyDialog locale={locale} action={actions.confirm} hidden={hidden} words={confirm} optional />
        </div>
      )}
      {may.has("dispute") && (
        <details>
          <summary className="link cursor-pointer">{t("dispute.open")}</summary>
          <div className="mt-4">
            <DisputeForm
              action={actions.dispute}
              hidden={hidden}
              lines={linesOf(locale, frozen)}
              words={disputeWords(locale)}
            />
          </div>
        </details>
      )}
      {may.has("keep-copy") && (
        <div>
          <CopyDialog locale={locale} action={actions.keepCopy} hidden={hidden} words={copy} look="secondary" />
        </div>
      )}
    </div>
  );
}

function linesOf(locale: Locale, { operations, from, to, base = null }: ReconciliationFrozen): Line[] {
  const t = translator(locale, "reconciliation");
  return turnover(operations, from, to, base).within.map((operation, at) => {
    const amount = BigInt(operation.amount);
    const words = { at: at + 1, name: operationName(locale, operation), sum: formatMoney(amount) };
    return { at, name: t("dispute.mark", words), on: formatDay(operation.on), amount: formatAmount(amount) };
  });
}
