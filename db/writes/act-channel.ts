import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { parties } from "#/db/schema/index.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

type Change = { partyId: string; version: number; channel: "edi" | "post"; reason: string };

/** How the acts of an ИП travel, where 3.6 and 3.7 are silent. Zero rows: somebody changed the party first. */
export async function changeActChannel(
  tx: Tx,
  { partyId, version, channel, reason }: Change,
  who: { actor: StaffActor; origin: Origin; now: Date },
): Promise<boolean> {
  const moved = await tx
    .update(parties)
    .set({ actChannel: channel, version: version + 1 })
    .where(and(eq(parties.id, partyId), eq(parties.version, version), eq(parties.kind, "soleProprietor")))
    .returning({ id: parties.id });
  if (moved.length === 0) return false;
  await record(tx, who.actor, who.origin, who.now, {
    chain: `party:${partyId}`,
    partyId,
    step: "change-act-channel",
    clause: "3.6",
    reason,
    data: { channel },
  });
  return true;
}
