import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { parties } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { type Origin, record } from "./evidence.ts";

type Choice = { partyId: string; version: number; language: PaperLanguage; reason?: string | undefined };

/** The language of a party's papers from now on. False: somebody changed the party first, or it is not the asker's. */
export async function choosePaperLanguage(
  tx: Tx,
  { partyId, version, language, reason }: Choice,
  who: { actor: Actor; origin: Origin; now: Date },
): Promise<boolean> {
  const moved = await tx
    .update(parties)
    .set({ paperLanguage: language, version: version + 1 })
    .where(and(eq(parties.id, partyId), eq(parties.version, version)))
    .returning({ id: parties.id });
  if (moved.length === 0) return false;
  await record(tx, who.actor, who.origin, who.now, {
    chain: `party:${partyId}`,
    partyId,
    step: "choose-paper-language",
    reason: reason ?? null,
    data: { language },
  });
  return true;
}
