import "server-only";

import { desc, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { parties, requisitesVersions } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { OfferFacts } from "#/lib/contract/contract.ts";
import { type PricedEdition, scheduledPrices } from "#/lib/price-list/history.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { discountsFor } from "./discounts.ts";
import {
  type EditionRow,
  editionById,
  editionInForce,
  editionsOf,
  OFFER,
  PRICE_LIST,
  pricesOf,
  USAGE_RULES,
} from "./documents.ts";

const ref = ({ id, slug, number, sha256, orderNumber, orderDate }: EditionRow) => ({
  id,
  slug,
  number,
  sha256,
  orderNumber,
  orderDate,
});

const withTerms = (edition: EditionRow) => {
  if (!edition.bindings || !edition.seller) throw new Error(`edition ${edition.slug} ${edition.number} binds no terms`);
  return { ...ref(edition), bindings: edition.bindings, seller: edition.seller };
};

/** The three editions in force on a day with the price rows: what an order form shows. Null while something is unpublished. */
export async function editionsToShow(db: Db | Tx, on: Day) {
  const offer = await editionInForce(db, OFFER, on);
  const priceList = await editionInForce(db, PRICE_LIST, on);
  const rules = await editionInForce(db, USAGE_RULES, on);
  if (!offer || !priceList || !rules) return null;
  return {
    offer: withTerms(offer),
    priceList: { ...ref(priceList), prices: await pricesOf(db, priceList.id) },
    rules: ref(rules),
  };
}

/** The next price list whose prices are not those in force on a day, with its rows; null while none is published. */
export async function comingPrices(tx: Tx, now: PricedEdition["prices"], on: Day): Promise<PricedEdition | null> {
  const coming = (await editionsOf(tx, PRICE_LIST)).filter(
    ({ inForceFrom, language }) => inForceFrom > on && language === "ru",
  );
  const priced: PricedEdition[] = [];
  for (const { id, number, inForceFrom } of coming)
    priced.push({ number, inForceFrom, prices: await pricesOf(tx, id) });
  return scheduledPrices(now, priced, on);
}

/** Newest version of a party's requisites, with the language of its papers. */
export async function currentRequisites(tx: Tx, partyId: string): Promise<OfferFacts["requisites"] | null> {
  const [row] = await tx
    .select({
      id: requisitesVersions.id,
      version: requisitesVersions.version,
      value: requisitesVersions.requisites,
      paperLanguage: sql<PaperLanguage>`${parties.paperLanguage}`,
    })
    .from(requisitesVersions)
    .innerJoin(parties, eq(parties.id, requisitesVersions.partyId))
    .where(eq(requisitesVersions.partyId, partyId))
    .orderBy(desc(requisitesVersions.version))
    .limit(1);
  return row ?? null;
}

export async function offerFacts(tx: Tx, partyId: string, on: Day): Promise<OfferFacts | null> {
  const editions = await editionsToShow(tx, on);
  const requisites = await currentRequisites(tx, partyId);
  const discounts = await discountsFor(tx, partyId, on);
  return editions && requisites ? { ...editions, requisites, discounts } : null;
}

/** What an act quotes: the accepted edition of the offer (with the seller's requisites of 7.2) and the customer's requisites. */
export async function actFacts(tx: Tx, partyId: string, acceptedOfferId: string) {
  const offer = await editionById(tx, acceptedOfferId);
  const requisites = await currentRequisites(tx, partyId);
  return offer && requisites ? { offer: withTerms(offer), requisites } : null;
}

export async function publishedOffers(tx: Tx) {
  const editions = await editionsOf(tx, OFFER);
  return editions.flatMap(({ bindings, ...edition }) =>
    bindings && edition.language === "ru" ? [{ ...edition, bindings }] : [],
  );
}
