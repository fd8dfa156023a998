import { cardTexts } from "#/lib/catalog/csv/texts.ts";
import type { CardField, ProductCard } from "#/lib/catalog/product.ts";
import { countryName } from "#/lib/catalog/territory.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** A field of a card for people, for what was and what becomes of it. */
export function valueText(card: ProductCard, field: CardField, locale: Locale): string {
  const t = translator(locale, "catalog");
  if (field === "included") return t(`choice.${card.included}`);
  if (field === "territory" && card.territory)
    return card.territory.map((code) => countryName(code, locale)).join(", ");
  return cardTexts(card)[field] || t("import.empty");
}
