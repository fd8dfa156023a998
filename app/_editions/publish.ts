import "server-only";

import type { Tx } from "#/db/client.ts";
import { findDraft } from "#/db/queries/edition-drafts.ts";
import { publishDraft } from "#/db/writes/edition-drafts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";

/** Publishes a released draft whose day has come; null while it is not its day, or when it was published before. */
export async function publishDue(
  tx: Tx,
  draftId: string,
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<{ id: string; number: number } | null> {
  const draft = await findDraft(tx, who.actor, draftId);
  if (draft?.stage !== "released" || !draft.publishOn || draft.publishOn > dayInMinsk(who.now)) return null;
  return publishDraft(tx, draft, who);
}
