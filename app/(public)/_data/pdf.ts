import "server-only";

import { earliest } from "#/lib/calendar/day.ts";
import { editionModel } from "#/lib/documents/edition/model.ts";
import { priceListModel } from "#/lib/documents/price-list/model.ts";
import { type RenderedPaper, renderPdf } from "#/lib/documents/render.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import { lastDayOf, type Published, sellerOn, settings, today } from "./library.ts";

/** Drawn papers by the hash of their text and what else is printed on them; a dozen is the whole library. */
const drawn = new Map<string, Promise<RenderedPaper>>();
const MOST = 24;

/**
 * The PDF of an edition; null before there is a seller to name on it. An earlier edition is printed as its last day saw it,
 * so that its bytes stay what they were.
 */
export async function editionPdf(published: Published): Promise<RenderedPaper | null> {
  const { edition } = published;
  const now = await today();
  const last = await lastDayOf(edition);
  const publisher = edition.seller ?? (await sellerOn(edition.inForceFrom)) ?? (await sellerOn(now));
  if (!publisher) return null;
  const { vat } = await settings(last ? earliest(last, now) : now);

  const key = [published.sha256, publisher.unp, edition.number, JSON.stringify(vat)].join(" ");
  const paper = drawn.get(key) ?? draw(published, publisher, vat);
  drawn.delete(key);
  drawn.set(key, paper);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= MOST) break;
    drawn.delete(oldest);
  }
  paper.catch(() => drawn.delete(key));
  return paper;
}

function draw({ edition, sha256 }: Published, publisher: SellerRequisites, vat: VatMode): Promise<RenderedPaper> {
  const facts = { edition, sha256, publisher };
  return edition.kind === "price-list"
    ? renderPdf("price-list", priceListModel({ ...facts, vat }))
    : renderPdf("edition", editionModel(facts));
}
