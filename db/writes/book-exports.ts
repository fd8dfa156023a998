import "server-only";

import type { Tx } from "#/db/client.ts";
import { bookExports } from "#/db/schema/index.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

type NewExport = Omit<typeof bookExports.$inferInsert, "id" | "exportedAt" | "exportedBy">;

/** Writes down what was given to the accounting program: period, size, hash, who. */
export async function insertExport(
  tx: Tx,
  made: NewExport,
  { actor, origin, now }: { actor: StaffActor; origin: Origin; now: Date },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(bookExports).values({ id, ...made, exportedAt: now, exportedBy: actor.userId });
  await record(tx, actor, origin, now, { chain: "books", step: "export-books", data: { id, ...made } });
  return id;
}
