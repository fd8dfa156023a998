import type { Tone } from "#/components/ui/tone.tsx";
import type { State } from "#/lib/reconciliation/state.ts";

/** As the house sees it: an act needs it while a dispute waits for its answer. */
export const STATE_TONE: Record<State, Tone> = {
  open: "running",
  disputed: "needs",
  answered: "running",
  agreed: "done",
  replaced: "neutral",
};

/** «Needs you» is said to the side that moves: an open or answered act waits for the customer. */
export const toneFor = (side: "cabinet" | "staff", state: State): Tone =>
  side === "staff" ? STATE_TONE[state] : { ...STATE_TONE, ...CUSTOMER }[state];

const CUSTOMER = { open: "needs", disputed: "running", answered: "needs" } as const;
