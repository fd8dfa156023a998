import "server-only";

import { z } from "zod";

import { editionToTell, partiesToTell } from "#/db/queries/published-editions.ts";
import { tell } from "#/db/writes/outbox.ts";
import { toldAs } from "#/lib/editions/told.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ editionId: z.uuid(), after: z.uuid().nullable() });
/** A message each; the transaction of so many is short. */
const AT_ONCE = 200;

/**
 * 6.2: a message for every party with a contract. The next ones follow from a message of their own, written with these: killed
 * in between, nobody is left out and nobody is told twice.
 */
export const editionPublished: Handler = async ({ tx, now }, message) => {
  const { editionId, after } = payload.parse(message);
  const edition = await editionToTell(tx, editionId);
  if (!edition) throw new Error("no such edition");
  if (!toldAs(edition)) return undefined;
  const parties = await partiesToTell(tx, after, AT_ONCE);
  await tell(
    tx,
    now,
    ...parties.map((partyId) => ({ topic: "edition-party" as const, payload: { editionId, partyId } })),
  );
  const last = parties.at(-1);
  if (last && parties.length === AT_ONCE)
    await tell(tx, now, { topic: "edition-published", payload: { editionId, after: last } });
  return undefined;
};
