import "server-only";

import type { Tx } from "#/db/client.ts";
import { bookProofs } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Finding } from "#/lib/ledger/proof.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: Actor; origin: Origin; now: Date; day: Day };

/** Keeps what a proof said. A difference is history, too: it stands in the chain of the books with everything that was found. */
export async function storeProof(tx: Tx, findings: Finding[], { actor, origin, now, day }: Who): Promise<string> {
  const id = crypto.randomUUID();
  const provenBy = actorRef(actor).id;
  await tx.insert(bookProofs).values({ id, day, provenAt: now, provenBy, findings });
  if (findings.length > 0)
    await record(tx, actor, origin, now, { chain: "books", step: "books-differ", data: { findings } });
  return id;
}
