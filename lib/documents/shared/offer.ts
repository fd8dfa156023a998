import { formatDay } from "#/lib/calendar/format.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { SharedWords } from "./words.ts";

const order = (words: SharedWords, { orderNumber, orderDate }: EditionRef): string =>
  [orderNumber && ` № ${orderNumber}`, orderDate && words.from(formatDay(orderDate))].filter(Boolean).join("");

/** «Публичный сублицензионный договор № 12/2025-П от 29.12.2025» */
export const offerName = (words: SharedWords, offer: EditionRef): string =>
  words.tight(`${words.offer}${order(words, offer)}`);
/** Genitive: «… публичного сублицензионного договора № …» */
export const offerNameGenitive = (words: SharedWords, offer: EditionRef): string =>
  words.tight(`${words.offerGenitive}${order(words, offer)}`);

export const offerUrl = (seller: SellerRequisites, offer: EditionRef): string =>
  `https://${seller.site}/documents/${offer.slug}`;
