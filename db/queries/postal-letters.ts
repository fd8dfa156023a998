import "server-only";

import { and, asc, eq, lte, or } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Letter } from "#/lib/documents/postal-register/model.ts";

/** The letters of a day (3.7): acts that went out by post on it, and those that wait for it; one envelope for each customer. */
export async function postalLettersOf(tx: Tx, on: Day): Promise<Letter[]> {
  const rows = await tx
    .select({
      partyId: acts.partyId,
      number: acts.number,
      issuedOn: acts.issuedOn,
      trackingNumber: acts.trackingNumber,
      frozen: acts.frozen,
    })
    .from(acts)
    .where(
      and(eq(acts.channel, "post"), or(eq(acts.sentOn, on), and(eq(acts.status, "issued"), lte(acts.issuedOn, on)))),
    )
    .orderBy(asc(acts.issuedAt), asc(acts.number));
  const letters = new Map<string, Letter>();
  for (const { partyId, number, issuedOn, trackingNumber, frozen } of rows) {
    // Sent under another number, or to another address: another envelope.
    const key = [partyId, trackingNumber, frozen.buyer.postalAddress].join("\n");
    const letter = letters.get(key) ?? { buyer: frozen.buyer, acts: [], trackingNumber };
    letters.set(key, { ...letter, acts: [...letter.acts, { number, issuedOn }] });
  }
  return [...letters.values()];
}
