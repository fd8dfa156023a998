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

/**
 * Who takes a step. `behalf` is a person of the house who does for a customer what the customer asked for by telephone or on
 * paper: another event than the customer's own press, and another than the seller's own decision.
 */
export const SIDES = ["customer", "staff", "behalf", "system"] as const;
export type Side = (typeof SIDES)[number];

/** How a customer's word may reach the house. */
export const WAYS = ["phone", "visit", "mail", "paper", "edi"] as const;
export type Way = (typeof WAYS)[number];

type Row = {
  clause: string;
  by: readonly Side[];
  stages: readonly Stage[];
  acts?: readonly ActStatus[];
  toStage?: Stage;
  /** One status, or where it leads from each; what is not named stays. */
  toAct?: ActStatus | Partial<Record<ActStatus, ActStatus>>;
  /** With `behalf`: the ways of the customer's word that are enough for this step. */
  words?: readonly Way[];
};

/** A refusal and a withdrawal are notices (3.6, 3.7, 5.4, 6.2): said in writing. */
const WRITTEN = ["mail", "paper", "edi"] as const;
const SIGNED = ["paper", "edi"] as const;
const OPEN_ORDER = ["ordered", "invoiced", "lapsed"] as const;
/** An act is of access that was given; of a contract terminated before any, `issueAct` refuses it. */
const HAD_ACCESS = ["active", "ended", "terminated"] as const;
const ONCE_CONCLUDED = ["concluded", "active", "ended", "terminated"] as const;

export const LIFE = {
  "issue-invoice": { clause: "3.1", by: ["system", "staff", "customer"], stages: ["ordered"], toStage: "invoiced" },
  "reissue-invoice": {
    clause: "3.2",
    by: ["customer", "behalf"],
    words: WAYS,
    stages: ["lapsed"],
    toStage: "invoiced",
  },
  /** 7.2: the offer in force names another account than a live invoice: the same sum and last day on the new one. */
  "replace-account": { clause: "7.2", by: ["staff"], stages: ["invoiced"] },
  "expire-invoice": { clause: "3.2", by: ["system"], stages: ["invoiced"], toStage: "lapsed" },
  "cancel-invoice": { clause: "3.2", by: ["staff"], stages: ["invoiced"], toStage: "ordered" },
  /** The offer is public: an order is its customer's to withdraw, never the seller's (the invoice is). */
  "cancel-order": {
    clause: "1.10",
    by: ["customer", "behalf"],
    words: WAYS,
    stages: OPEN_ORDER,
    toStage: "cancelled",
  },
  "allocate-payment": { clause: "3.4", by: ["system", "staff"], stages: ["invoiced", "lapsed"] },
  "allocate-at-discretion": { clause: "3.4", by: ["staff"], stages: ["invoiced", "lapsed"] },
  "release-allocation": { clause: "3.4", by: ["staff"], stages: ["invoiced", "lapsed"] },
  /** Money after the invoice's end, or only a part of it: a new invoice at today's price, what was paid carried over. */
  "ask-difference": { clause: "3.4", by: ["staff"], stages: ["lapsed"], toStage: "invoiced" },
  /** Money that came for an order and that nothing of it takes is to go back, or after all is not; the order stays as it is. */
  "return-payment": { clause: "3.4", by: ["staff"], stages: STAGES },
  "keep-payment": { clause: "3.4", by: ["staff"], stages: STAGES },
  "accept-offer": { clause: "6.1", by: ["system"], stages: ["invoiced", "lapsed"], toStage: "concluded" },
  "activate-access": { clause: "3.5", by: ["staff"], stages: ["concluded"], toStage: "active" },
  /**
   * What was entered wrongly of an activation. An act that names the old period and is not answered yet gives way to a corrected
   * one, which is sent anew; a refused act waits for its own answer, `correct-act`.
   */
  "correct-activation": {
    clause: "3.5",
    by: ["staff"],
    stages: ["concluded", "active"],
    acts: ["none", "issued", "sent", "received", "refused"],
    toAct: { sent: "issued", received: "issued" },
  },
  /** The seller says that it will give no access; that opens the customer's right of 4.4.2. */
  "refuse-activation": { clause: "4.4.2", by: ["staff"], stages: ["concluded"] },
  "issue-act": { clause: "3.5", by: ["staff", "system"], stages: HAD_ACCESS, acts: ["none"], toAct: "issued" },
  "send-act": { clause: "3.5", by: ["staff", "system"], stages: HAD_ACCESS, acts: ["issued"], toAct: "sent" },
  /** What a customer did in ЭДиН comes from its operator: of an act, the program takes that for the customer's own step. */
  "confirm-act-received": {
    clause: "3.6",
    by: ["customer", "behalf", "system"],
    words: WAYS,
    stages: HAD_ACCESS,
    acts: ["sent"],
    toAct: "received",
  },
  "sign-act": {
    clause: "3.6",
    by: ["customer", "behalf", "system"],
    words: SIGNED,
    stages: HAD_ACCESS,
    acts: ["sent", "received"],
    toAct: "signed",
  },
  /** A signature that comes after the silence of 3.8 is attached and undoes nothing. */
  "attach-late-signature": {
    clause: "3.8",
    by: ["customer", "behalf", "system"],
    words: SIGNED,
    stages: HAD_ACCESS,
    acts: ["deemed"],
  },
  "refuse-act": {
    clause: "3.6",
    by: ["customer", "behalf", "system"],
    words: WRITTEN,
    stages: HAD_ACCESS,
    acts: ["sent", "received"],
    toAct: "refused",
  },
  "correct-act": { clause: "3.5", by: ["staff"], stages: HAD_ACCESS, acts: ["refused"], toAct: "issued" },
  "deem-act": { clause: "3.8", by: ["system"], stages: HAD_ACCESS, acts: ["sent", "received"], toAct: "deemed" },
  "end-contract": { clause: "6.1", by: ["system"], stages: ["active"], toStage: "ended" },
  "terminate-by-fault": {
    clause: "4.4.2",
    by: ["customer", "behalf"],
    words: WAYS,
    stages: ["concluded"],
    toStage: "terminated",
  },
  "settle-money-question": { clause: "4.4.2", by: ["staff"], stages: ["terminated"] },
  /** Gives up what was paid for: for a customer only with its paper in hand. */
  "terminate-early": {
    clause: "6.10",
    by: ["customer", "behalf"],
    words: ["paper"],
    stages: ["concluded", "active"],
    toStage: "terminated",
  },
  /** A circumstance that touches this contract began or ended: its terms are recounted (5.2). The case has a chain of its own. */
  "declare-force-majeure": { clause: "5.2", by: ["system"], stages: ONCE_CONCLUDED },
  "end-force-majeure": { clause: "5.2", by: ["system"], stages: ONCE_CONCLUDED },
  /** Either side's right: staff take it for the seller, or for the customer with its notice. */
  "withdraw-for-force-majeure": {
    clause: "5.4",
    by: ["customer", "staff", "behalf"],
    words: WRITTEN,
    stages: ["concluded", "active"],
    toStage: "terminated",
  },
  /** A new edition of the offer does not bind this contract: the one accepted before goes on. Silence says the opposite. */
  "refuse-edition": { clause: "6.2", by: ["customer", "behalf"], words: WRITTEN, stages: ["concluded", "active"] },
  /** The lawyer's word on such a refusal; nothing of the contract hangs on it. */
  "answer-refused-edition": { clause: "6.2", by: ["staff"], stages: ONCE_CONCLUDED },
  /** Asked and always refused; the row is there because the answer is evidence. */
  "request-assignment": { clause: "6.3", by: ["customer", "behalf"], words: WAYS, stages: ["concluded", "active"] },
} as const satisfies Record<string, Row>;

export type Step = keyof typeof LIFE;
export const STEPS = Object.keys(LIFE) as Step[];

export type Place = { stage: Stage; act: ActStatus };

/** Where a step leads from a place, or null where the table does not know it there. */
export function placeAfter(place: Place, step: Step): Place | null {
  const row: Row = LIFE[step];
  if (!row.stages.includes(place.stage)) return null;
  if (row.acts && !row.acts.includes(place.act)) return null;
  const act = typeof row.toAct === "object" ? row.toAct[place.act] : row.toAct;
  return { stage: row.toStage ?? place.stage, act: act ?? place.act };
}

/** True where this side of the contract may ever take the step. */
export const sideMayTake = (side: Side, step: Step) => (LIFE[step].by as readonly Side[]).includes(side);

export const stepsFrom = (place: Place, side?: Side): Step[] =>
  STEPS.filter((step) => placeAfter(place, step) !== null && (!side || sideMayTake(side, step)));

/** In what ways a customer's word is enough for the house to take this step; none where it never may. */
export const wordsFor = (step: Step): readonly Way[] => (LIFE[step] as Row).words ?? [];

export const clauseOf = (step: Step): string => LIFE[step].clause;
