import "server-only";

import type { z } from "zod";

import { leadOf } from "#/app/_editions/lead.ts";
import { lintDraft } from "#/app/_editions/lint-draft.ts";
import { publishDue } from "#/app/_editions/publish.ts";
import { newestEdition } from "#/db/queries/edition-drafts.ts";
import { UNCHECKED } from "#/db/writes/edition-drafts.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { gapsOf } from "#/lib/editions/draft-gaps.ts";
import {
  checkDraft,
  checkDraftInput,
  draftInput,
  draftReasonInput,
  moveDraft,
  releaseDraft,
  releaseDraftInput,
} from "#/lib/editions/draft-moves.ts";
import { editDraft, editDraftInput } from "#/lib/editions/edit-draft.ts";
import { err, ok } from "#/lib/result.ts";
import type { MoveSpec } from "./take-move.ts";

const spec = <Schema extends z.ZodType<{ draftId: string; version: number }>>(one: MoveSpec<Schema>) => one;

/** A new text, head, bound numbers, requisites or prices; whoever passed the old ones has not passed these. */
export const editMove = spec({
  ...{ move: "edit", allow: "edition.draft", input: editDraftInput },
  decide: async ({ draft, input }) => {
    const edited = editDraft(draft, input);
    if (!edited.ok) return edited;
    const { stage, change } = edited.value;
    const { orderDate, ...rest } = change;
    const dated = orderDate === undefined ? {} : { orderDate: orderDate === null ? null : asDay(orderDate) };
    return ok({ set: { stage, ...rest, ...dated, ...UNCHECKED }, data: { part: input.part } });
  },
});

/** The author is done: the lawyer's turn. */
export const submitMove = spec({
  ...{ move: "submit", allow: "edition.draft", input: draftInput },
  decide: async ({ draft }) => {
    const moved = moveDraft(draft, "submit");
    if (!moved.ok) return moved;
    const [gap] = gapsOf(draft);
    return gap ? err({ code: `draft.gap_${gap}` }) : ok({ set: { stage: moved.value } });
  },
});

/** The lawyer passes a text: the linter looks at it again, and every warning that stays has its reason. */
export const checkMove = spec({
  ...{ move: "check", allow: "edition.check", input: checkDraftInput },
  decide: async ({ tx, actor, draft, input, now }) => {
    const [gap] = gapsOf(draft);
    if (gap) return err({ code: `draft.gap_${gap}` });
    const reasons = Object.fromEntries(input.reasons.map(({ key, reason }) => [key, reason]));
    const checked = checkDraft(draft, await lintDraft(tx, draft, dayInMinsk(now)), reasons);
    if (!checked.ok) return checked;
    const { stage, excuses } = checked.value;
    return ok({ set: { stage, excuses, checkedBy: actor.userId, checkedAt: now }, data: { excuses } });
  },
});

/** Clause 6.2: the director's word, the second pair of eyes. Published at once when its day is today. */
export const releaseMove = spec({
  ...{ move: "release", allow: "edition.release", input: releaseDraftInput },
  decide: async ({ tx, draft, actor, input, now }) => {
    const today = dayInMinsk(now);
    const before = await newestEdition(tx, draft.documentId, draft.language);
    const facts = { by: actor.userId, today, lead: await leadOf(tx, draft, today), before };
    const released = releaseDraft(draft, input, facts);
    if (!released.ok) return released;
    const set = { ...released.value, releasedBy: actor.userId, releasedAt: now };
    const { publishOn, inForceFrom } = released.value;
    return ok({ set, data: { publishOn, inForceFrom } });
  },
  afterwards: async ({ tx, draft, actor, origin, now }) => ok(await publishDue(tx, draft.id, { actor, origin, now })),
});

/** The lawyer or the director sends a draft back to its author, with the reason. */
export const returnMove = spec({
  ...{ move: "return", allow: "edition.return", input: draftReasonInput },
  decide: async ({ draft, input: { reason } }) => {
    const moved = moveDraft(draft, "return");
    return moved.ok ? ok({ set: { stage: moved.value, ...UNCHECKED }, reason }) : moved;
  },
});

/** A draft is given up before publication; it stays in the house's memory with its reason. */
export const withdrawMove = spec({
  ...{ move: "withdraw", allow: "edition.return", input: draftReasonInput },
  decide: async ({ draft, input: { reason } }) => {
    const moved = moveDraft(draft, "withdraw");
    return moved.ok ? ok({ set: { stage: moved.value, ...UNCHECKED, withdrawnReason: reason }, reason }) : moved;
  },
});
