import type { Edition } from "./edition.ts";

/**
 * By which kind of notice a publication is told to everybody with a contract: the offer by the one that nobody can switch off
 * (6.2), the seller's other papers as a courtesy. A translation binds nobody, and what others publish (1.9, licences) is read in
 * the library.
 */
export function toldAs({ kind, language }: Pick<Edition, "kind" | "language">): "edition" | "document" | null {
  if (language !== "ru") return null;
  if (kind === "offer") return "edition";
  return kind === "foreign-terms" || kind === "vendor-licence" || kind === "other" ? null : "document";
}
