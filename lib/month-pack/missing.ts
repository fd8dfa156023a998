import type { Day } from "#/lib/calendar/day.ts";
import type { State } from "#/lib/reconciliation/state.ts";

type PaperAct = {
  id: string;
  contractId: string;
  number: string;
  status: "issued" | "sent" | "received" | "signed" | "refused" | "deemed" | "replaced";
  issuedOn: Day;
  sentOn: Day | null;
  refusedOn: Day | null;
};
type PaperReconciliation = { id: string; number: string; issuedOn: Day; state: State; stateOn: Day; copies: number };

export const STEPS = ["seller-sends", "sign", "seller-corrects", "answer", "seller-answers", "upload-copy"] as const;

/** A paper without both signatures: since when, and whose step is next. */
export type Missing = {
  paper: "act" | "reconciliation";
  id: string;
  contractId: string | null;
  number: string;
  issuedOn: Day;
  since: Day;
  step: (typeof STEPS)[number];
};

/**
 * What is unsigned, the oldest first. An act that silence accepted (3.8) needs no signature any more; an акт сверки agreed by a press
 * of the button is agreed, and still lacks its signed copy.
 */
export function missingSignatures(
  acts: readonly PaperAct[],
  reconciliations: readonly PaperReconciliation[],
): Missing[] {
  const unsigned = [...acts.flatMap(ofAct), ...reconciliations.flatMap(ofReconciliation)];
  return unsigned.toSorted((a, b) => `${a.since} ${a.number}`.localeCompare(`${b.since} ${b.number}`, "en"));
}

function ofAct({ status, sentOn, refusedOn, ...act }: PaperAct): Missing[] {
  const { id, contractId, number, issuedOn } = act;
  const of = (step: Missing["step"], since: Day | null): Missing[] => [
    { paper: "act", id, contractId, number, issuedOn, since: since ?? issuedOn, step },
  ];
  if (status === "issued") return of("seller-sends", null);
  if (status === "sent" || status === "received") return of("sign", sentOn);
  return status === "refused" ? of("seller-corrects", refusedOn) : [];
}

function ofReconciliation({ id, number, issuedOn, state, stateOn, copies }: PaperReconciliation): Missing[] {
  const of = (step: Missing["step"]): Missing[] => [
    { paper: "reconciliation", id, contractId: null, number, issuedOn, since: stateOn, step },
  ];
  if (state === "open" || state === "answered") return of("answer");
  if (state === "disputed") return of("seller-answers");
  return state === "agreed" && copies === 0 ? of("upload-copy") : [];
}
