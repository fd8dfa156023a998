import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";

export type State =
  | "none"
  | "unmatched"
  | "unidentified"
  | "proposed"
  | "allocated"
  | "balance"
  | "to-return"
  | "returned";
type Payment = { state: State; side: "credit" | "debit"; amount: bigint; allocated: bigint };

const TONE: Record<State, Tone> = {
  none: "neutral",
  unmatched: "running",
  unidentified: "needs",
  proposed: "needs",
  allocated: "done",
  balance: "done",
  "to-return": "needs",
  returned: "done",
};

/** A payment's state in a word; of a partly allocated one also what is left. */
export function PaymentState({ locale, payment }: { locale: Locale; payment: Payment }) {
  const t = translator(locale, "staff");
  const { state, amount, allocated } = payment;
  return (
    <>
      <Status tone={TONE[state]}>{t(`payments.state.${state}`)}</Status>
      {(state === "balance" || state === "to-return") && (
        <span className="num block text-muted">{t("payments.rest", { sum: formatMoney(amount - allocated) })}</span>
      )}
    </>
  );
}
