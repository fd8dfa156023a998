import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { RefundState } from "#/lib/refund/refund.ts";

const TONE: Record<RefundState, Tone> = {
  requested: "needs",
  granted: "running",
  prepared: "running",
  approved: "running",
  paid: "done",
  refused: "neutral",
  withdrawn: "neutral",
};

export function RefundStateWord({ locale, state }: { locale: Locale; state: RefundState }) {
  return <Status tone={TONE[state]}>{translator(locale, "refunds")(`state.${state}`)}</Status>;
}
