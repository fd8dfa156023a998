import { z } from "zod";

import type { Actor } from "#/lib/access/actor.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { type Side, type Step, sideMayTake, WAYS, type Way, wordsFor } from "./machine.ts";

/** The customer's word that a person of the house acts on: how it came, what was said, and the paper itself. */
export const onBehalfInput = z.object({
  how: z.enum(WAYS, "field.choose"),
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
  fileId: z.uuid().nullish(),
});
export type OnBehalf = z.infer<typeof onBehalfInput>;

/** Events of a customer that are no move of the table of life; the house may take them on the customer's word, too. */
export const BEHALF_EVENTS = {
  /** 1.10 wants the customer's own doing: only payment accepts, so a word by telephone is enough for an order. */
  "place-order": WAYS,
  /** 7.1 names the cabinet; the house enters what it was told, so that papers are right. */
  "update-requisites": WAYS,
  /** 5.3: in any available form. */
  "force-majeure-declared": WAYS,
} as const satisfies Record<string, readonly Way[]>;
export type BehalfEvent = keyof typeof BEHALF_EVENTS;

/** A refusal of the customer's word, beside the field that it is about; no field: the step is not theirs to take at all. */
export type BehalfRefusal = { field: string | null; refusal: Refusal };

/** Who takes a step: a person of the house with a customer's word stands for the customer. */
export const sideOf = (actor: Actor, onBehalf: OnBehalf | null | undefined): Side =>
  actor.kind === "customer" ? "customer" : actor.kind !== "staff" ? "system" : onBehalf ? "behalf" : "staff";

/** Whether this actor may take the step this way at all; null where they may. */
export function refusedByHand(step: Step, actor: Actor, onBehalf: OnBehalf | null | undefined): BehalfRefusal | null {
  const side = sideOf(actor, onBehalf);
  if (side !== "behalf" && onBehalf) return onlyStaff;
  if (side === "staff" && !sideMayTake(side, step) && sideMayTake("behalf", step)) return wanted;
  if (!sideMayTake(side, step)) return { field: null, refusal: { code: "auth.forbidden" } };
  return onBehalf ? refusedWord(onBehalf, wordsFor(step)) : null;
}

/** The same for what is no move of the table: the customer itself, or staff with its word. */
export function refusedEventByHand(
  event: BehalfEvent,
  actor: Actor,
  onBehalf: OnBehalf | null | undefined,
): BehalfRefusal | null {
  const side = sideOf(actor, onBehalf);
  if (side === "customer") return onBehalf ? onlyStaff : null;
  if (side === "staff") return wanted;
  return onBehalf && side === "behalf" ? refusedWord(onBehalf, BEHALF_EVENTS[event]) : onlyStaff;
}

const wanted: BehalfRefusal = { field: "onBehalf.how", refusal: { code: "behalf.required" } };
const onlyStaff: BehalfRefusal = { field: null, refusal: { code: "auth.forbidden" } };

function refusedWord({ how, fileId }: OnBehalf, enough: readonly Way[]): BehalfRefusal | null {
  if (!enough.includes(how)) return { field: "onBehalf.how", refusal: { code: "behalf.way" } };
  if (how === "paper" && !fileId) return { field: "onBehalf.fileId", refusal: { code: "behalf.file_required" } };
  return null;
}
