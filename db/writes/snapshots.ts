import "server-only";

import type { Tx } from "#/db/client.ts";
import { snapshotChecks } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: Actor; origin: Origin; now: Date };

/** 1.9, 2.2: what the outside page said and whether that is what was pinned, with its entry in the document's chain. */
export async function insertSnapshotCheck(
  tx: Tx,
  check: {
    documentId: string;
    editionId: string;
    sha256: string;
    outcome: "same" | "changed";
    draftId: string | null;
    fileId: string;
  },
  { actor, origin, now }: Who,
): Promise<void> {
  const { fileId, ...row } = check;
  const { documentId, ...data } = check;
  await tx
    .insert(snapshotChecks)
    .values({ id: crypto.randomUUID(), ...row, checkedAt: now, checkedBy: actorRef(actor).id });
  await record(tx, actor, origin, now, {
    ...{ chain: `document:${documentId}`, step: "check-snapshot", clause: "1.9" },
    data,
  });
}
