"use server";

import { leadOf } from "#/app/_editions/lead.ts";
import { publishDue } from "#/app/_editions/publish.ts";
import { newestEdition } from "#/db/queries/edition-drafts.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { releaseDraft, releaseDraftInput } from "#/lib/editions/draft-moves.ts";
import { ok } from "#/lib/result.ts";
import { draftAction } from "./draft-action.ts";

/** Clause 6.2: the director's word, the second pair of eyes. Published at once when its day is today. */
export const releaseDraftAction = draftAction({
  move: "release",
  allow: "edition.release",
  input: releaseDraftInput,
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
