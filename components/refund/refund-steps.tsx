import { MomentText } from "#/components/ui/date-text.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Section } from "#/components/ui/section.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { RefundState } from "#/lib/refund/refund.ts";

type Hands = {
  state: RefundState;
  requestedAt: Date;
  requestedBy: string;
  decidedAt: Date | null;
  decidedBy: string | null;
  decision: string | null;
  preparedAt: Date | null;
  preparedBy: string | null;
  approvedAt: Date | null;
  approvedBy: string | null;
  paidAt: Date | null;
  paidBy: string | null;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
};

/** Every hand that was on the refund, in order: who, when, and what they said. */
export function RefundSteps({ locale, refund, who }: { locale: Locale; refund: Hands; who: (id: string) => string }) {
  const t = translator(locale, "refunds");
  const step = (hand: RefundState, at: Date | null, by: string | null, said: string | null = null) =>
    at !== null &&
    by !== null && {
      key: t(`hand.${hand}`),
      value: (
        <>
          <MomentText at={at} />, {who(by)}
          {said && <span className="block whitespace-pre-line text-muted">{said}</span>}
        </>
      ),
    };
  const { state } = refund;
  return (
    <Section title={t("steps")}>
      <KeyValue
        pairs={[
          step("requested", refund.requestedAt, refund.requestedBy),
          step(state === "refused" ? "refused" : "granted", refund.decidedAt, refund.decidedBy, refund.decision),
          step("prepared", refund.preparedAt, refund.preparedBy),
          step("approved", refund.approvedAt, refund.approvedBy),
          step("paid", refund.paidAt, refund.paidBy),
          step("withdrawn", refund.withdrawnAt, refund.withdrawnBy, refund.withdrawnReason),
        ]}
      />
    </Section>
  );
}
