import "server-only";

import type { Tx } from "#/db/client.ts";
import { findDraft } from "#/db/queries/edition-drafts.ts";
import { publishDraft } from "#/db/writes/edition-drafts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { publicationOn } from "#/lib/editions/draft.ts";
import { leadOf } from "./lead.ts";

/** Publishes a released draft whose day has come; null while it is not its day, or when it was published before. */
export async function publishDue(
  tx: Tx,
  draftId: string,
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<{ id: string; number: number } | null> {
  const today = dayInMinsk(who.now);
  const draft = await findDraft(tx, who.actor, draftId);
  const { stage, publishOn, inForceFrom } = draft ?? {};
  if (!draft || stage !== "released" || !publishOn || !inForceFrom || publishOn > today) return null;
  const days = publicationOn({ publishOn, inForceFrom }, today, await leadOf(tx, draft, today));
  return publishDraft(tx, { ...draft, ...days }, who);
}
