import "server-only";
import { createHash } from "node:crypto";
import { canonicalText } from "./canonical.ts";
import type { EditionText, PriceRow } from "./edition.ts";

/** sha256 (hex) of the canonical text: what an acceptance is pinned to (6.7). */
export function editionSha256(text: EditionText, prices: readonly PriceRow[] = []): string {
  return createHash("sha256").update(canonicalText(text, prices), "utf8").digest("hex");
}
