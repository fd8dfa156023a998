import type { Tone } from "#/components/ui/tone.tsx";
import type { State } from "#/lib/reconciliation/state.ts";

export const STATE_TONE: Record<State, Tone> = {
  open: "running",
  disputed: "needs",
  answered: "running",
  agreed: "done",
  replaced: "neutral",
};
