import { describe, expect, it } from "vitest";

import type { Refusal } from "#/lib/action-result.ts";
import { errorWords, locales, rooms } from "#/lib/messages/messages.ts";
import type { StatementRefusal } from "./statement.ts";

/** One of each: the compiler keeps the list complete. */
const refusals: { [C in StatementRefusal["code"]]: Extract<StatementRefusal, { code: C }>["params"] } = {
  "statement.empty": undefined,
  "statement.too_large": { bytes: 52_428_800, limit: 5_242_880 },
  "statement.encoding": { found: "NUL" },
  "statement.unknown_format": { found: "JPEG", supported: "Type=4" },
  "statement.type_unsupported": { type: "Type=77", supported: "Type=4" },
  "statement.foreign_currency": { currency: "USD", supported: "Type=4" },
  "statement.wrong_account": { expected: "BY03ALFA", found: "BY34ALFA" },
  "statement.several_accounts": { found: "BY03ALFA, BY34ALFA" },
  "statement.cut": { missing: "####", line: 12 },
  "statement.bad_line": { line: 12, key: "Credit", text: "сто" },
  "statement.balance": { check: "credits", line: 12, expected: "480,01", actual: "480,00", difference: "-0,01" },
  "statement.table_no_profile": { headings: "Дата, Сумма, Назначение" },
  "statement.table_no_balances": { profile: "Банк Дабрабыт" },
  "statement.table_cell": { row: 12, column: "Сумма", text: "сто", check: "sum" },
  "statement.table_formula": { row: 12, column: "Сумма" },
  "statement.table_merged": { row: 12, column: "Сумма" },
  "statement.table_no_rows": { row: 3 },
  "statement.table_balance": { place: "Входящий остаток", found: 2 },
  "statement.table_too_large": { check: "rows", found: 300_000, limit: 200_000 },
  "statement.table_unsafe": { check: "macro", found: "xl/vbaProject.bin" },
  "statement.table_broken": { found: "XLSX" },
};

it("is any action's refusal as well, so an upload answers with it as it is", () => {
  const one: StatementRefusal = { code: "statement.empty" };
  const refusal: Refusal = one;
  expect(refusal).toBe(one);
});

describe.each(locales)("in %s", (locale) => {
  it("every refusal has a sentence that says all its parameters, and no sentence is left over", () => {
    const words = errorWords(locale);
    expect(
      Object.keys(rooms.errors[locale].statement)
        .map((key) => `statement.${key}`)
        .sort(),
    ).toEqual(Object.keys(refusals).sort());
    for (const [code, params] of Object.entries(refusals)) {
      const said = words(code, params).replace(/[\s,\u00A0]/g, "");
      expect(said).not.toContain(code);
      for (const [name, value] of Object.entries(params ?? {}))
        if (name !== "check") expect(said).toContain(String(value).replace(/[\s,]/g, ""));
    }
  });
});
