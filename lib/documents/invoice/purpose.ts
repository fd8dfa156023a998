import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Kopecks, toDecimal } from "#/lib/money/kopecks.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

type Facts = {
  number: string;
  issuedOn: Day;
  orderNumber: string | null;
  vat: VatMode;
  vatAmount: Kopecks;
  language?: PaperLanguage | undefined;
};

/**
 * The purpose that clause 3.4 wants, ready to copy: number and date of the invoice first, because banks cut the end.
 * Bank fields are narrow and old: «счету» without ё, no quotes, no line breaks, at most 210 characters.
 */
export function paymentPurpose({ number, issuedOn, orderNumber, vat, vatAmount, language = "ru" }: Facts): string {
  const words: typeof ru = { ru, be }[language];
  const tax = vat.kind === "none" ? words.purposeNoVat : words.purposeVat(vat.rate, toDecimal(vatAmount));
  return words.purpose(number, formatDay(issuedOn), orderNumber, tax);
}
