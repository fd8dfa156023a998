import "server-only";

import { and, desc, eq, isNotNull, lte } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { documents, editions } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { OFFER } from "./documents.ts";

/** An edition of the offer with the requisites that it states (7.2). */
export type OfferTerms = {
  id: string;
  number: number;
  publishedOn: Day;
  inForceFrom: Day;
  seller: SellerRequisites;
};

/** The offer in force on a day, and the newest one published by then; null while nothing is in force. */
export async function offersOn(tx: Tx, on: Day): Promise<{ inForce: OfferTerms; newest: OfferTerms } | null> {
  const rows = await tx
    .select({
      ...{ id: editions.id, number: editions.number, seller: editions.seller },
      ...{ publishedOn: editions.publishedOn, inForceFrom: editions.inForceFrom },
    })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(
      and(
        eq(documents.slug, OFFER),
        eq(editions.language, "ru"),
        lte(editions.publishedOn, on),
        isNotNull(editions.seller),
      ),
    )
    .orderBy(desc(editions.number));
  const all = rows.filter((row): row is OfferTerms => row.seller !== null);
  const newest = all[0];
  const inForce = all.find(({ inForceFrom }) => inForceFrom <= on);
  return newest && inForce ? { inForce, newest } : null;
}
