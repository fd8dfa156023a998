import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { StackState as State } from "#/lib/scans/stack.ts";

const TONE: Record<State, Tone> = {
  reading: "running",
  ready: "needs",
  filing: "running",
  filed: "done",
  cancelled: "neutral",
  broken: "late",
};

export const StackState = ({ locale, stack }: { locale: Locale; stack: { state: State } }) => (
  <Status tone={TONE[stack.state]}>{translator(locale, "edi")(`stackState.${stack.state}`)}</Status>
);
