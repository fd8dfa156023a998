import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type DiscountRule, type OfferedRule, percent } from "./discount.ts";

/** «Скидка 5 % за заказ от 3 сертификатов» */
export function discountWords(rule: Pick<OfferedRule, "kind" | "minQuantity" | "basisPoints">, locale: Locale): string {
  const t = translator(locale, "prices");
  const share = percent(rule.basisPoints);
  return rule.kind === "partner"
    ? t("discount.partner", { percent: share })
    : t("discount.quantity", { percent: share, count: rule.minQuantity ?? 0 });
}

/** «с 01.03.2026 по 31.03.2026», «с 01.03.2026, без даты окончания» */
export function termWords({ validFrom, validTo }: Pick<DiscountRule, "validFrom" | "validTo">, locale: Locale): string {
  const t = translator(locale, "prices");
  const from = t("public.vatSince", { date: formatDay(validFrom) });
  return validTo ? `${from} ${t("public.until", { date: formatDay(validTo) })}` : `${from}, ${t("public.openEnd")}`;
}
