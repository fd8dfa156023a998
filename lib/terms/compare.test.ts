import { expect, it } from "vitest";

import { factHref, termsHref } from "./addresses.ts";
import { compareTerms } from "./compare.ts";
import { DEFIANT, factsOf, OFFER, TERMS, TOS_2021, TOS_2024 } from "./documents.ts";

const change = (subject: string) => compareTerms(TOS_2021, TOS_2024).find((one) => one.subject === subject)?.change;

it("what the operator changed from 2021 to 2024", () => {
  expect(change("grace")).toBe("changed");
  // 7.3 became 7.6: another number, the same rule.
  expect(change("continuation")).toBe("same");
  expect(change("entity")).toBe("same");
  expect(change("deletion")).toBe("changed");
  for (const subject of ["price-notice", "payment", "transfer", "territory"]) expect(change(subject)).toBe("added");
  expect(change("refund")).toBe("gone");
  expect(change("support")).toBeUndefined();
});

it("no document differs from itself, and nothing known is left out", () => {
  for (const document of TERMS) {
    const rows = compareTerms(document, document);
    expect(new Set(rows.map((row) => row.change))).toEqual(new Set(["same"]));
    expect(rows.flatMap(({ after }) => after).length).toBe(document.facts.length);
  }
});

it("a fact has an address in its own edition, the offer's in its text", () => {
  expect(termsHref(TOS_2021)).toBe("/documents/bitrix24-terms-of-service/2021-09-30");
  expect(factHref(DEFIANT, factsOf(DEFIANT, "support")[0]!)).toBe("/documents/defiant-licence/2026-02-20#6.1");
  expect(factHref(OFFER, factsOf(OFFER, "transfer")[0]!)).toBe("/documents/license-bitrix24-market#6.3");
});
