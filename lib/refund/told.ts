import type { StaffRole } from "#/lib/access/actor.ts";
import type { RefundMove } from "./refund.ts";

export const REFUND_EVENTS = [
  "ask-refund",
  "return-payment",
  "grant-refund",
  "refuse-refund",
  "prepare-refund",
  "send-back-refund",
  "approve-refund",
  "withdraw-refund",
  "close-refund",
] as const satisfies readonly (RefundMove | "ask-refund" | "return-payment")[];
export type RefundEvent = (typeof REFUND_EVENTS)[number];

/** Moves that the payer is told of. Of `return-payment` the contract's own letter tells; how an order is written is the house's work. */
export const CUSTOMER_EVENTS = [
  "ask-refund",
  "grant-refund",
  "refuse-refund",
  "withdraw-refund",
  "close-refund",
] as const;
export type CustomerEvent = (typeof CUSTOMER_EVENTS)[number];

/** Whose turn it is after a move; nobody's after the last. */
export const NEXT_HANDS = {
  "ask-refund": ["lawyer"],
  "return-payment": ["lawyer"],
  "grant-refund": ["accountant"],
  "prepare-refund": ["director", "accountant"],
  "send-back-refund": ["accountant"],
  "approve-refund": ["accountant"],
} as const satisfies Partial<Record<RefundEvent, readonly StaffRole[]>>;
export type StaffEvent = keyof typeof NEXT_HANDS;

export const toldToCustomer = (event: RefundEvent): event is CustomerEvent =>
  (CUSTOMER_EVENTS as readonly RefundEvent[]).includes(event);
export const handsAfter = (event: RefundEvent): readonly StaffRole[] =>
  event in NEXT_HANDS ? NEXT_HANDS[event as StaffEvent] : [];
