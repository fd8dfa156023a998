import { expect, test } from "vitest";

import { orderQuery, withOrder } from "./order-query.ts";

const read = (query: Record<string, string | string[]>) => orderQuery(Promise.resolve(query));

test("what was typed comes back as typed, but for spaces around it and a length that no field holds", async () => {
  expect(await read({ portal: "  foo bar " })).toEqual({ portal: "foo bar", months: undefined });
  expect((await read({ portal: "x".repeat(5000) })).portal).toHaveLength(300);
  expect(await read({ portal: ["a.bitrix24.by", "b.bitrix24.by"] })).toEqual({ portal: "", months: undefined });
});

test("a period is whole months, one or two digits; anything else is no period", async () => {
  expect((await read({ months: "12" })).months).toBe("12");
  for (const months of ["0", "012", "1.5", "-1", "120", "12 ", "год"])
    expect((await read({ months })).months).toBeUndefined();
});

test("the order goes along in the address, empty things left out", () => {
  expect(withOrder("/order", { portal: "", months: "12" })).toBe("/order?months=12");
  expect(withOrder("/", { portal: "a&b=c", months: undefined })).toBe("/?portal=a%26b%3Dc");
  expect(withOrder("/order", { portal: "" })).toBe("/order");
});
