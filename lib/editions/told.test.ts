import { expect, test } from "vitest";

import { EDITION_KINDS } from "./edition.ts";
import { toldAs } from "./told.ts";

test("the offer is told as the law of the contract, the seller's own papers as a courtesy, others' not at all", () => {
  const told = Object.fromEntries(EDITION_KINDS.map((kind) => [kind, toldAs({ kind, language: "ru" })]));
  expect(told).toEqual({
    offer: "edition",
    "price-list": "document",
    "usage-rules": "document",
    "privacy-policy": "document",
    "cookie-notice": "document",
    "foreign-terms": null,
    "vendor-licence": null,
    other: null,
  });
});

test("a translation binds nobody", () => {
  for (const language of ["be", "en", "kk"] as const) expect(toldAs({ kind: "offer", language })).toBeNull();
});
