import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { err, ok, type Result } from "#/lib/result.ts";

/**
 * The life of money that goes back, as one table: somebody asks, a lawyer decides, an accountant prepares the payment order, a second
 * person approves it, the bank's debit line closes it. `granted` owes, `paid` has left the account.
 */
export const REFUND_STATES = ["requested", "granted", "prepared", "approved", "paid", "refused", "withdrawn"] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** While it is in one of these its money is taken by nothing else. */
export const OPEN_STATES = ["requested", "granted", "prepared", "approved"] as const satisfies readonly RefundState[];
export const isOpen = (state: RefundState): boolean => (OPEN_STATES as readonly RefundState[]).includes(state);

/** Why money goes back: the seller's fault, more than was owed, not meant for the seller at all, too late for its invoice. */
export const GROUNDS = ["fault", "overpayment", "mistake", "late"] as const;
export type Ground = (typeof GROUNDS)[number];
/** What a customer may say by itself: that money came too late is the accountant's finding. */
export const ASKED_GROUNDS = ["overpayment", "mistake", "fault"] as const satisfies readonly Ground[];
export const GROUND_CLAUSE: Record<Ground, string> = {
  fault: "4.4.2",
  overpayment: "3.4",
  mistake: "3.4",
  late: "3.4",
};

type Hand = "requestedBy" | "decidedBy" | "preparedBy";
type MoveRow = {
  from: readonly RefundState[];
  to: RefundState;
  allow: Permission;
  /** Nobody approves their own: whoever did one of these may not take this move. */
  not?: readonly Hand[];
};

export const REFUND_MOVES = {
  "grant-refund": { from: ["requested"], to: "granted", allow: "refund.decide", not: ["requestedBy"] },
  "refuse-refund": { from: ["requested"], to: "refused", allow: "refund.decide", not: ["requestedBy"] },
  "prepare-refund": { from: ["granted"], to: "prepared", allow: "refund.prepare" },
  /** The second person, or the bank, does not take the order as it was prepared: it is prepared anew under the same number. */
  "send-back-refund": { from: ["prepared", "approved"], to: "granted", allow: "refund.approve" },
  "approve-refund": {
    from: ["prepared"],
    to: "approved",
    allow: "refund.approve",
    not: ["requestedBy", "decidedBy", "preparedBy"],
  },
  /** Taken back before the order was approved: after that money may be on its way. */
  "withdraw-refund": { from: ["requested", "granted", "prepared"], to: "withdrawn", allow: "payment.return" },
  "close-refund": { from: ["approved"], to: "paid", allow: "refund.close" },
} as const satisfies Record<string, MoveRow>;
export type RefundMove = keyof typeof REFUND_MOVES;
export const REFUND_MOVE_NAMES = Object.keys(REFUND_MOVES) as RefundMove[];

export type RefundHands = {
  state: RefundState;
  requestedBy: string;
  decidedBy: string | null;
  preparedBy: string | null;
};

/** Where a move leads, or why not: `auth.forbidden`, `refund.not_now`, `refund.own` (four eyes). */
export function moveRefund(refund: RefundHands, move: RefundMove, actor: Actor): Result<RefundState, Refusal> {
  const row: MoveRow = REFUND_MOVES[move];
  if (!permits(actor, row.allow)) return err({ code: "auth.forbidden" });
  if (!row.from.includes(refund.state)) return err({ code: "refund.not_now" });
  const who = actorRef(actor).id;
  if (row.not?.some((hand) => refund[hand] === who)) return err({ code: "refund.own" });
  return ok(row.to);
}

/** The moves that this person may take now: what the page offers. */
export const movesOf = (refund: RefundHands, actor: Actor): RefundMove[] =>
  REFUND_MOVE_NAMES.filter((move) => moveRefund(refund, move, actor).ok);
