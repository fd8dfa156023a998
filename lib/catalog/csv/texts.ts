import { listText } from "../lists.ts";
import { CARD_FIELDS, type CardField, type ProductCard } from "../product.ts";

/** A card as the texts that the schema reads it back from: what a form shows, what an import keeps of columns that are not there. */
export function cardTexts(card: ProductCard, separator: "; " | "\n" = "; "): Record<CardField, string> {
  const text = (field: CardField): string => {
    const value = card[field];
    if (field === "dataAccessed") return listText(card.dataAccessed, separator);
    if (field === "territory") return card.territory?.join(", ") ?? "";
    return value === null ? "" : String(value);
  };
  return Object.fromEntries(CARD_FIELDS.map((field) => [field, text(field)])) as Record<CardField, string>;
}
