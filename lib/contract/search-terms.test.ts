import { describe, expect, it } from "vitest";

import { invoiceNumber } from "#/lib/documents/number.ts";
import { readSearch } from "./search-terms.ts";

const number = invoiceNumber(2026, 145);
const empty = { number: null, sequence: null, unp: null, portal: null, amount: null, name: null };

describe("readSearch", () => {
  it.each([
    [number, { number }],
    [`счёт № ${number}`, { number }],
    [number.replaceAll("-", "—"), { number }],
    ["480,00", { amount: 48_000n }],
    ["1 234,56 BYN", { amount: 123_456n }],
    ["romashka.bitrix24.by", { portal: "romashka.bitrix24.by" }],
    ["https://romashka.bitrix24.by/company/", { portal: "romashka.bitrix24.by" }],
    ["shop24.by", { portal: "shop24.by" }],
    ["Ромашка", { name: "Ромашка" }],
    ["100% Ромашка", { name: "100\\% Ромашка" }],
    ["", {}],
  ])("%s", (text, expected) => expect(readSearch(text)).toMatchObject({ ...empty, ...expected }));

  it("reads nine digits as a УНП, and as a number too where the check digit agrees", () => {
    expect(readSearch("190000001")).toMatchObject({ unp: "190000001", number: null });
    expect(readSearch(number.replaceAll("-", ""))).toMatchObject({ unp: number.replaceAll("-", ""), number });
  });

  it("reads a short number as a sequence and as a sum", () =>
    expect(readSearch("145")).toMatchObject({ sequence: 145, amount: 14_500n }));
});
