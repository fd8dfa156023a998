/**
 * The whole life of a contract as one table of data (clauses of the public offer). Guards, buttons, the timeline, the
 * staff help and the tests read it; nothing else decides what may follow what.
 */
export const STAGES = [
  "ordered",
  "invoiced",
  "lapsed",
  "cancelled",
  "concluded",
  "active",
  "ended",
  "terminated",
] as const;
/**
 * `ordered` waits for an invoice, `lapsed` let one expire, `concluded` is accepted and paid, `active` has access, `ended` ran to
 * its last paid day, `terminated` was given up before it.
 */
export type Stage = (typeof STAGES)[number];

export const ACT_STATUSES = ["none", "issued", "sent", "received", "signed", "refused", "deemed"] as const;
export type ActStatus = (typeof ACT_STATUSES)[number];

export const SIDES = ["customer", "staff", "system"] as const;
export type Side = (typeof SIDES)[number];

type Row = {
  clause: string;
  by: readonly Side[];
  stages: readonly Stage[];
  acts?: readonly ActStatus[];
  toStage?: Stage;
  toAct?: ActStatus;
};

const OPEN_ORDER = ["ordered", "invoiced", "lapsed"] as const;
/** An act is of access that was given; of a contract terminated before any, `issueAct` refuses it. */
const HAD_ACCESS = ["active", "ended", "terminated"] as const;
const ONCE_CONCLUDED = ["concluded", "active", "ended", "terminated"] as const;

export const LIFE = {
  "issue-invoice": { clause: "3.1", by: ["system", "staff", "customer"], stages: ["ordered"], toStage: "invoiced" },
  "reissue-invoice": { clause: "3.2", by: ["customer", "staff"], stages: ["lapsed"], toStage: "invoiced" },
  "expire-invoice": { clause: "3.2", by: ["system"], stages: ["invoiced"], toStage: "lapsed" },
  "cancel-invoice": { clause: "3.2", by: ["staff"], stages: ["invoiced"], toStage: "ordered" },
  "cancel-order": { clause: "1.10", by: ["customer", "staff"], stages: OPEN_ORDER, toStage: "cancelled" },
  "allocate-payment": { clause: "3.4", by: ["system", "staff"], stages: ["invoiced", "lapsed"] },
  "allocate-at-discretion": { clause: "3.4", by: ["staff"], stages: ["invoiced", "lapsed"] },
  "release-allocation": { clause: "3.4", by: ["staff"], stages: ["invoiced", "lapsed"] },
  "accept-offer": { clause: "6.1", by: ["system"], stages: ["invoiced", "lapsed"], toStage: "concluded" },
  "activate-access": { clause: "3.5", by: ["staff"], stages: ["concluded"], toStage: "active" },
  /** The seller says that it will give no access; that opens the customer's right of 4.4.2. */
  "refuse-activation": { clause: "4.4.2", by: ["staff"], stages: ["concluded"] },
  "issue-act": { clause: "3.5", by: ["staff", "system"], stages: HAD_ACCESS, acts: ["none"], toAct: "issued" },
  "send-act": { clause: "3.5", by: ["staff"], stages: HAD_ACCESS, acts: ["issued"], toAct: "sent" },
  "confirm-act-received": {
    clause: "3.6",
    by: ["customer", "staff"],
    stages: HAD_ACCESS,
    acts: ["sent"],
    toAct: "received",
  },
  "sign-act": {
    clause: "3.6",
    by: ["customer", "staff"],
    stages: HAD_ACCESS,
    acts: ["sent", "received"],
    toAct: "signed",
  },
  /** A signature that comes after the silence of 3.8 is attached and undoes nothing. */
  "attach-late-signature": { clause: "3.8", by: ["customer", "staff"], stages: HAD_ACCESS, acts: ["deemed"] },
  "refuse-act": {
    clause: "3.6",
    by: ["customer", "staff"],
    stages: HAD_ACCESS,
    acts: ["sent", "received"],
    toAct: "refused",
  },
  "correct-act": { clause: "3.5", by: ["staff"], stages: HAD_ACCESS, acts: ["refused"], toAct: "issued" },
  "deem-act": { clause: "3.8", by: ["system"], stages: HAD_ACCESS, acts: ["sent", "received"], toAct: "deemed" },
  "end-contract": { clause: "6.1", by: ["system"], stages: ["active"], toStage: "ended" },
  "terminate-by-fault": { clause: "4.4.2", by: ["customer"], stages: ["concluded"], toStage: "terminated" },
  "settle-money-question": { clause: "4.4.2", by: ["staff"], stages: ["terminated"] },
  "terminate-early": { clause: "6.10", by: ["customer"], stages: ["concluded", "active"], toStage: "terminated" },
  /** A circumstance that touches this contract began or ended: its terms are recounted (5.2). The case has a chain of its own. */
  "declare-force-majeure": { clause: "5.2", by: ["system"], stages: ONCE_CONCLUDED },
  "end-force-majeure": { clause: "5.2", by: ["system"], stages: ONCE_CONCLUDED },
  "withdraw-for-force-majeure": {
    clause: "5.4",
    by: ["customer", "staff"],
    stages: ["concluded", "active"],
    toStage: "terminated",
  },
  /** Asked and always refused; the row is there because the answer is evidence. */
  "request-assignment": { clause: "6.3", by: ["customer"], stages: ["concluded", "active"] },
} as const satisfies Record<string, Row>;

export type Step = keyof typeof LIFE;
export const STEPS = Object.keys(LIFE) as Step[];

export type Place = { stage: Stage; act: ActStatus };

/** Where a step leads from a place, or null where the table does not know it there. */
export function placeAfter(place: Place, step: Step): Place | null {
  const row: Row = LIFE[step];
  if (!row.stages.includes(place.stage)) return null;
  if (row.acts && !row.acts.includes(place.act)) return null;
  return { stage: row.toStage ?? place.stage, act: row.toAct ?? place.act };
}

/** True where this side of the contract may ever take the step. */
export const sideMayTake = (side: Side, step: Step) => (LIFE[step].by as readonly Side[]).includes(side);

export const stepsFrom = (place: Place, side?: Side): Step[] =>
  STEPS.filter((step) => placeAfter(place, step) !== null && (!side || sideMayTake(side, step)));

export const clauseOf = (step: Step): string => LIFE[step].clause;
