import { expect, test } from "vitest";

import { editionHref, editionNumber, pdfHref } from "./addresses.ts";

test("an edition has one address: its number written one way", () => {
  expect(editionNumber("1")).toBe(1);
  expect(editionNumber("1024")).toBe(1024);
  for (const text of ["0", "01", "1.0", "-1", "1e3", "99999", "one", "", " 1", "1/pdf"])
    expect(editionNumber(text)).toBeNull();
});

test("the address of an edition reads back", () => {
  const edition = { slug: "price-list", number: 7 };
  expect(editionHref(edition)).toBe("/documents/price-list/7");
  expect(editionNumber(editionHref(edition).split("/").at(-1)!)).toBe(7);
  expect(pdfHref(edition)).toBe("/api/documents/price-list/7/pdf");
});
