import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Kopecks, toDecimal } from "#/lib/money/kopecks.ts";
import type { VatMode } from "#/lib/money/vat.ts";

type Facts = { number: string; issuedOn: Day; orderNumber: string | null; vat: VatMode; vatAmount: Kopecks };

/**
 * The purpose that clause 3.4 wants, ready to copy: number and date of the invoice first, because banks cut the end.
 * Bank fields are narrow and old: «счету» without ё, no quotes, no line breaks, at most 210 characters.
 */
export function paymentPurpose({ number, issuedOn, orderNumber, vat, vatAmount }: Facts): string {
  const contract = orderNumber === null ? "" : `, договор № ${orderNumber}`;
  const tax = vat.kind === "none" ? "Без НДС" : `В т.ч. НДС ${vat.rate}% ${toDecimal(vatAmount)} BYN`;
  return `Оплата по счету № ${number} от ${formatDay(issuedOn)} за сертификат 1С-Битрикс24.Маркет Плюс${contract}. ${tax}`;
}
