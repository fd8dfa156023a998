import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";

import { lineKeys } from "./identity.ts";
import { parseStatement } from "./parse.ts";
import type { Statement, StatementRefusal } from "./statement.ts";

const text = (name: string) => readFileSync(new URL(`./golden/${name}`, import.meta.url), "utf8");
const MT940 = text("mt940.txt");
const CAMT = text("camt.053.xml");
const read = (source: string) => parseStatement(Buffer.from(source, "utf8"));
const parsed = (source: string): Statement => {
  const result = read(source);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refusal = (source: string): StatementRefusal => {
  const result = read(source);
  if (result.ok) throw new Error("taken");
  return result.error;
};

const HEAD = {
  account: "BY03ALFA30122J07130010270000",
  currency: "BYN",
  opening: 125_040n,
  closing: 224_289n,
  credits: 100_499n,
  debits: 1_250n,
  dateFrom: "2026-04-16",
  dateTo: "2026-04-17",
};
const ROMASHKA = { unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" };

describe("MT940", () => {
  it("reads both pages: parts, code words and plain text of field 86", () => {
    const statement = parsed(MT940);
    expect(statement).toMatchObject({ ...HEAD, format: "mt940" });
    expect(statement.lines).toEqual([
      {
        ...{ documentNumber: "318", documentDate: "2026-04-15", creditDate: "2026-04-16", amount: 48_000n },
        payer: { name: 'ООО "РОМАШКА ТЕСТ"', ...ROMASHKA },
        purpose: "Оплата по счету № 26-000145-7 от 15.04.2026 за сертификат Маркет Плюс на 12 мес.",
        ...{ side: "credit", bankId: "OPID000000000101", position: 1 },
      },
      expect.objectContaining({
        ...{ amount: 47_999n, purpose: "СЧЕТ26-000146-5 15 апреля", bankId: "OPID000000000102" },
        payer: { name: "ООО ВАСИЛЁК", unp: "190000018", iban: ROMASHKA.iban, bic: null },
      }),
      expect.objectContaining({ documentNumber: "", amount: 4_500n, purpose: "Оплата подписки" }),
      expect.objectContaining({ side: "debit", amount: 1_250n, purpose: "Комиссия банка", position: 4 }),
    ]);
  });

  test("an entry date over New Year belongs to the year beside its value date", () => {
    const source = MT940.replace(":61:2604150416C480,00", ":61:2512310102C480,00");
    expect(parsed(source).lines[0]).toMatchObject({ documentDate: "2025-12-31", creditDate: "2026-01-02" });
  });

  test("a reversal goes the other way, and the sums know it", () => {
    const source = MT940.replace("D12,50NCHG", "RC12,50NCHG");
    expect(parsed(source).lines[3]).toMatchObject({ side: "debit", amount: 1_250n });
  });

  test.each([
    ["a closing balance that is a kopeck off", MT940.replace("BYN2242,89", "BYN2242,90"), "statement.balance"],
    [
      "a page that does not continue the one before",
      MT940.replace(":60M:C260416BYN2210,39", ":60M:C260416BYN2210,40"),
      "statement.balance",
    ],
    [
      "another account on the second page",
      MT940.replace(/(28C:00071\/002[\s\S]*)/, "$1").replace(
        /:25:ALFABY2X\/BY03ALFA30122J07130010270000\n:28C:00071\/002/,
        ":25:ALFABY2X/BY86AKBB10100000002966000000\n:28C:00071/002",
      ),
      "statement.several_accounts",
    ],
    ["an account in another currency", MT940.replaceAll("BYN", "EUR"), "statement.foreign_currency"],
    ["a file that was cut", MT940.slice(0, MT940.indexOf(":62F:")), "statement.cut"],
    ["the first of two pages alone", MT940.slice(0, MT940.indexOf("-}") + 2), "statement.cut"],
    ["a sum that is none", MT940.replace("C45,NTRF", "C45.5NTRF"), "statement.bad_line"],
    ["a day that does not exist", MT940.replace(":61:260416C", ":61:260431C"), "statement.bad_line"],
  ])("refuses %s", (_what, source, code) => {
    expect(refusal(source).code).toBe(code);
  });
});

describe("camt.053", () => {
  it("reads booked entries, one line a part of a batch, and leaves out what is pending", () => {
    const statement = parsed(CAMT);
    expect(statement).toMatchObject({ ...HEAD, format: "camt-053" });
    expect(statement.lines).toEqual([
      {
        ...{ documentNumber: "318", documentDate: "2026-04-15", creditDate: "2026-04-16", amount: 48_000n },
        payer: { name: 'ООО "РОМАШКА ТЕСТ"', ...ROMASHKA },
        purpose:
          "Оплата по счету № 26-000145-7 от 15.04.2026 за сертификат Маркет Плюс на 12 мес., договор 12/2025-П. Без НДС.",
        ...{ side: "credit", bankId: "OPID000000000101", position: 1 },
      },
      // Half past midnight in Minsk.
      expect.objectContaining({
        amount: 47_999n,
        creditDate: "2026-04-17",
        bankId: "OPID000000000102",
        documentNumber: "",
      }),
      expect.objectContaining({ amount: 4_500n, bankId: "OPID000000000103" }),
      expect.objectContaining({ side: "debit", purpose: "Комиссия банка", bankId: "OPID000000000104" }),
    ]);
    expect(new Set(lineKeys(statement)).size).toBe(4);
  });

  test("a batch whose parts are told in another currency stays one line", () => {
    const statement = parsed(
      CAMT.replace('Ccy="BYN">479.99<', 'Ccy="EUR">120.10<').replace('Ccy="BYN">45.00<', 'Ccy="EUR">11.20<'),
    );
    expect(statement.lines[1]).toMatchObject({ amount: 52_499n, bankId: "OPID000000000102" });
    expect(statement.lines).toHaveLength(3);
  });

  test("the file may come on one line", () => {
    expect(parsed(CAMT.replaceAll(/\n\s*/g, "")).lines).toHaveLength(4);
  });

  test.each([
    ["a closing balance that is a kopeck off", CAMT.replace("2242.89", "2242.88"), "statement.balance"],
    ["a statement without its closing balance", CAMT.replace("CLBD", "ITBD"), "statement.cut"],
    ["a statement in euros", CAMT.replace("<Ccy>BYN", "<Ccy>EUR"), "statement.foreign_currency"],
    ["a batch whose parts do not add up", CAMT.replace(">479.99<", ">479.98<"), "statement.bad_line"],
    ["an entry of the year 9026", CAMT.replace("2026-04-16T21:30", "9026-04-16T21:30"), "statement.bad_line"],
    ["one entry in euros", CAMT.replace('Ccy="BYN">12.50', 'Ccy="EUR">12.50'), "statement.foreign_currency"],
    [
      "two accounts",
      CAMT.replace("</Stmt>", "</Stmt><Stmt><Acct><Id><IBAN>BY86AKBB10100000002966000000</IBAN></Id></Acct></Stmt>"),
      "statement.several_accounts",
    ],
    ["a file that was cut", CAMT.slice(0, CAMT.indexOf("</BkTo")), "statement.cut"],
    [
      "a report, which proves no balance",
      CAMT.replaceAll("BkToCstmrStmt", "BkToCstmrAcctRpt").replace("camt.053", "camt.052"),
      "statement.unknown_format",
    ],
    [
      "a DTD, whatever it says",
      CAMT.replace("<Document", '<!DOCTYPE x [<!ENTITY a "b">]><Document'),
      "statement.bad_line",
    ],
    ["an entity that nobody defined", CAMT.replace("Комиссия", "&kopeck;"), "statement.bad_line"],
    ["a hundred levels of nesting", CAMT.replace("Комиссия", "<a>".repeat(100)), "statement.bad_line"],
  ])("refuses %s", (_what, source, code) => {
    expect(refusal(source).code).toBe(code);
  });
});
