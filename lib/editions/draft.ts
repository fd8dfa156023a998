import { addDays, type Day, latest } from "#/lib/calendar/day.ts";
import type { EditionKind } from "./edition.ts";

/**
 * The way of an edition to its publication: somebody writes, the lawyer passes it, the director releases it (four eyes), the
 * day comes. Scheduled, in force and superseded are what days make of a published one.
 */
export const DRAFT_STAGES = ["draft", "submitted", "checked", "released", "published", "withdrawn"] as const;
export type DraftStage = (typeof DRAFT_STAGES)[number];

/** A row of a price list in the making; kopecks as text, for JSON knows no bigint. */
export type DraftPrice = { product: "market-plus"; months: number; amount: string };

export const DRAFT_MOVES = {
  edit: { from: ["draft", "submitted", "checked"], to: "draft" },
  submit: { from: ["draft"], to: "submitted" },
  return: { from: ["submitted", "checked"], to: "draft" },
  check: { from: ["submitted"], to: "checked" },
  release: { from: ["checked"], to: "released" },
  publish: { from: ["released"], to: "published" },
  withdraw: { from: ["draft", "submitted", "checked", "released"], to: "withdrawn" },
} as const satisfies Record<string, { from: readonly DraftStage[]; to: DraftStage }>;
export type DraftMove = keyof typeof DRAFT_MOVES;

/** Where a move leads, null where it is not allowed. A text that is edited has been passed by nobody. */
export const stageAfter = (stage: DraftStage, move: DraftMove): DraftStage | null =>
  (DRAFT_MOVES[move].from as readonly DraftStage[]).includes(stage) ? DRAFT_MOVES[move].to : null;

/** Calendar days from publication to force: 6.2 for the offer, the seller's own settings for the rest. */
export const leadDays = (
  kind: EditionKind,
  terms: { offer: number; priceList: number; other: number },
  first: boolean,
): number => {
  // Nobody is bound by a document that was never published, so its first edition may start at once.
  if (first) return 0;
  if (kind === "offer") return terms.offer;
  return kind === "price-list" ? terms.priceList : terms.other;
};

/** The first day on which an edition published on `publishedOn` may be in force. */
export const earliestInForce = (publishedOn: Day, lead: number): Day => addDays(publishedOn, lead);

/**
 * The days that a released draft is published with: its own, unless the program was away on its day. 6.2 counts from the day on
 * which the text is really there, so then both move.
 */
export const publicationOn = (
  { publishOn, inForceFrom }: { publishOn: Day; inForceFrom: Day },
  today: Day,
  lead: number,
): { publishOn: Day; inForceFrom: Day } =>
  publishOn >= today
    ? { publishOn, inForceFrom }
    : { publishOn: today, inForceFrom: latest(inForceFrom, earliestInForce(today, lead)) };
