import type { EditionText } from "../edition.ts";
import { lintClauses } from "./lint-text.ts";

const OFFER =
  /(?:^|\n)\s*[«"]?акцепт\p{L}*(?:\s+оферты)?[»"]?\s+[–—-]|публичн\p{L}+\s+(?:предложени\p{L}+\s*\(оферт|оферт|договор\p{L}*\s+(?:на|о)\s)|публічн\p{L}+\s+(?:аферт|дагавор)|is a public offer/iu;

/** An offer says of itself that it is one; a document that only mentions the offer is none. Null: not known. */
export const kindOf = (text: EditionText): "offer" | null =>
  lintClauses(text).some((clause) => OFFER.test(clause.text)) ? "offer" : null;
