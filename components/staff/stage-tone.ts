import type { Tone } from "#/components/ui/tone.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { Stage } from "#/lib/contract/machine.ts";

/** What a contract's stage means to the house: who moves next, and whether it is late. */
export function stageTone(
  { stage, activationDueOn }: { stage: Stage; activationDueOn?: Day | null },
  today: Day,
): Tone {
  if (stage === "concluded") return activationDueOn && activationDueOn < today ? "late" : "needs";
  if (stage === "active") return "done";
  if (stage === "invoiced") return "running";
  return stage === "ordered" ? "needs" : "neutral";
}
