import { describe, expect, it } from "vitest";

import { allocatePartsInput } from "./allocate-parts.ts";

const id = "3f0c2a4e-6b1d-4c55-9d2e-5a7b8c9d0e1f";
const row = (amount: string) => ({ contractId: id, version: "3", invoiceId: id, amount });
const parse = (changes: object) => allocatePartsInput.safeParse({ paymentId: id, parts: [row("480,00")], ...changes });
const codes = (changes: object) => parse(changes).error?.issues.map(({ message }) => message);

describe("what the form of a split sends", () => {
  it("is read in kopecks; empty lines are no parts", () => {
    expect(parse({ parts: [row("1 480,50"), row(""), row("0.01 BYN")], reason: "" }).data).toMatchObject({
      parts: [{ amount: 148_050n, version: 3 }, { amount: 1n }],
    });
    expect(parse({ reason: "" }).data?.reason).toBeUndefined();
  });

  it.each([
    ["no sum at all", { parts: [row(""), row(" ")] }, "split.empty"],
    ["three decimals", { parts: [row("1,234")] }, "money.decimals"],
    ["words", { parts: [row("много")] }, "money.format"],
    ["a short reason", { reason: "так надо" }, "reason.required"],
  ])("%s is refused by name", (_what, changes, code) => {
    expect(codes(changes)).toEqual([code]);
  });
});
