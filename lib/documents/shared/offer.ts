import { formatDay } from "#/lib/calendar/format.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { tight } from "./words.ts";

const order = ({ orderNumber, orderDate }: EditionRef): string =>
  [orderNumber && ` № ${orderNumber}`, orderDate && ` от ${formatDay(orderDate)}`].filter(Boolean).join("");

/** «Публичный сублицензионный договор № 12/2025-П от 29.12.2025» */
export const offerName = (offer: EditionRef): string => tight(`Публичный сублицензионный договор${order(offer)}`);
/** Genitive: «… публичного сублицензионного договора № …» */
export const offerNameGenitive = (offer: EditionRef): string =>
  tight(`публичного сублицензионного договора${order(offer)}`);

export const offerUrl = (seller: SellerRequisites, offer: EditionRef): string =>
  `https://${seller.site}/documents/${offer.slug}`;
