import { describe, expect, it } from "vitest";

import { readDayCell, readSumCell } from "./cells.ts";

describe("cells", () => {
  it.each([
    ["1 234,56", ",", 123_456n],
    ["1.234,56", ",", 123_456n],
    ["1,234.56", ".", 123_456n],
    ["1'234.56", ".", 123_456n],
    ["+5", ",", 500n],
    ["(1 234,56)", ",", -123_456n],
    ["1.5", ",", null],
    ["1,5", ".", null],
    ["12 34,00", ",", null],
    ["--5", ",", null],
    ["-5-", ",", null],
    ["1e3", ",", null],
    ["99999999999999", ",", null],
    ["=1+1", ",", null],
  ] as const)("%s with %s is %s", (text, decimal, sum) => {
    expect(readSumCell(text, decimal)).toBe(sum);
  });
  it("a double is exact to the kopeck or no sum", () => {
    expect([480.01, -12.5, 0.1 + 0.2, 1.005, 1e17, Number.NaN].map((value) => readSumCell(value, ","))).toEqual([
      48_001n,
      -1250n,
      30n,
      null,
      null,
      null,
    ]);
  });
  it.each([
    ["16.04.2026 11:08:31", "dmy", "2026-04-16"],
    ["04/16/26", "mdy", "2026-04-16"],
    ["2026-04-16T00:00:00", "ymd", "2026-04-16"],
    ["20260416", "ymd", "2026-04-16"],
    ["46128", "dmy", "2026-04-16"],
    ["16.13.2026", "dmy", null],
    ["7", "dmy", null],
  ] as const)("%s as %s is %s", (text, order, day) => {
    expect(readDayCell(text, order, false)).toBe(day);
  });
});
