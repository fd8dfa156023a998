import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { pricesCsv, pricesXlsx } from "./table.ts";

const edition = {
  number: 2,
  publishedOn: asDay("2026-02-20"),
  inForceFrom: asDay("2026-03-01"),
  prices: [
    { product: "market-plus" as const, months: 1, amount: 4905n },
    { product: "market-plus" as const, months: 12, amount: 123_456_7n },
  ],
};

it("CSV opens in a Russian spreadsheet: mark, semicolons, commas, CRLF, and loses no kopeck", () => {
  const csv = pricesCsv(edition);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.split("\r\n").length).toBe(4);
  const [, first, second] = parse(csv, { bom: true, delimiter: ";" }) as string[][];
  expect(first?.slice(1)).toEqual(["1", "49,05", "BYN", "01.03.2026", "2"]);
  expect(second?.[2]).toBe("12345,67");
  for (const row of parse(csv, { bom: true, delimiter: ";" }) as string[][])
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

it("XLSX has typed cells and the same bytes at every call", async () => {
  const [one, two] = [await pricesXlsx(edition), await pricesXlsx(edition)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const [sheet] = (await readXlsx(one)).sheets;
  const [, first, second] = sheet!.rows;
  expect(first?.slice(1, 4)).toEqual([1, 49.05, "BYN"]);
  expect(second?.[2]).toBe(12345.67);
  expect(first?.[4]).toEqual(new Date("2026-03-01T00:00:00Z"));
});
