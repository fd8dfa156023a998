import { stringify } from "csv-stringify/sync";

import { CARD_FIELDS, type ProductCard } from "../product.ts";
import { escapeCell, HEADS, INCLUDED_WORDS } from "./columns.ts";
import { cardTexts } from "./texts.ts";

/** For a spreadsheet in Russian: semicolons, a mark of UTF-8, no cell that begins a formula. `readTable` reads the same cards. */
export function productsCsv(cards: readonly ProductCard[]): string {
  const rows = cards.map((card) => {
    const texts = { ...cardTexts(card), included: INCLUDED_WORDS[card.included] };
    return CARD_FIELDS.map((field) => escapeCell(texts[field]));
  });
  const options = { bom: true, delimiter: ";", record_delimiter: "\r\n" } as const;
  return stringify([CARD_FIELDS.map((field) => HEADS[field]), ...rows], options);
}
