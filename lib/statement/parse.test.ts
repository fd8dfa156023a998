import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseStatement } from "./parse.ts";
import type { Statement, StatementRefusal } from "./statement.ts";
import { anyLines, withIds } from "./testing/arbitrary.ts";
import { encode } from "./testing/encode.ts";
import { ACCOUNT, OPENING, oneC, totalsOf, type4 } from "./testing/write.ts";

const golden = (name: string) => readFileSync(new URL(`./golden/${name}`, import.meta.url));
const goldenText = (name: string) => new TextDecoder("windows-1251").decode(golden(name));
const parsed = (bytes: Uint8Array): Statement => {
  const result = parseStatement(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (text: string | Uint8Array, options = {}): StatementRefusal | null => {
  const result = parseStatement(typeof text === "string" ? encode(text) : text, options);
  return result.ok ? null : result.error;
};

const TYPE4 = goldenText("type4.cp1251.txt");
const ONE_C = goldenText("1c-1.03-windows.txt");

describe("Type 4", () => {
  it("reads every line of the sample, kopeck for kopeck", () => {
    const statement = parsed(golden("type4.cp1251.txt"));
    expect(statement).toMatchObject({
      format: "client-bank-4",
      account: ACCOUNT,
      currency: "BYN",
      opening: 125_040n,
      closing: 224_289n,
      credits: 100_499n,
      debits: 1_250n,
      dateFrom: "2026-04-16",
      dateTo: "2026-04-17",
    });
    expect(statement.lines).toEqual([
      {
        documentNumber: "318",
        documentDate: "2026-04-15",
        creditDate: "2026-04-16",
        amount: 48_000n,
        side: "credit",
        payer: { name: 'ООО "РОМАШКА ТЕСТ"', unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
        purpose:
          "OTHR 122601 Оплата по счету № 26-000145-7 от 15.04.2026 за сертификат Маркет Плюс на 12 мес., договор 12/2025-П. Без НДС.",
        bankId: "OPID000000000101",
        position: 1,
      },
      expect.objectContaining({ documentNumber: "318", amount: 47_999n, bankId: "OPID000000000102", position: 2 }),
      expect.objectContaining({
        amount: 4_500n,
        payer: { name: "ПЕТРОВ ТЕСТ ТЕСТОВИЧ", unp: null, iban: "BY19ALFA30140000000000000006", bic: "ALFABY2X" },
        purpose: "Оплата подписки; условие a=b, 100%",
      }),
      expect.objectContaining({ amount: 1_250n, side: "debit", creditDate: "2026-04-17", position: 4 }),
    ]);
  });

  it("keeps both twins of one day", () => {
    const statement = parsed(golden("type4-twins.cp1251.txt"));
    expect(statement.lines.map((line) => line.amount)).toEqual([4_000n, 4_000n, 1_250n]);
    expect(statement.lines.every((line) => line.bankId === null)).toBe(true);
  });

  it("takes a period without movements", () => {
    expect(parsed(golden("type4-empty-period.cp1251.txt"))).toMatchObject({ lines: [], closing: 125_040n });
  });

  it.each(["windows-1251", "ibm866", "utf-8", "utf-16le"] as const)("reads the same from %s", (label) => {
    expect(parsed(encode(TYPE4, label))).toEqual(parsed(golden("type4.cp1251.txt")));
  });

  it("takes UTF-8 with a byte order mark, lone line feeds, and a value broken over two lines", () => {
    const text = `\uFEFF${TYPE4.replaceAll("\r\n", "\n").replace("Оплата подписки;", "Оплата\nподписки;")}`;
    expect(parsed(encode(text))).toEqual(parsed(golden("type4.cp1251.txt")));
  });

  it("takes sums with a comma", () => {
    expect(parsed(encode(TYPE4.replace("^Credit=480.00^", "^Credit=480,00^"))).lines[0]?.amount).toBe(48_000n);
  });
});

describe("Types 400 and 3", () => {
  it("reads Priorbank's Type 400: rest on two sides, id in DocID, time beside the date", () => {
    const statement = parsed(golden("type400.cp1251.txt"));
    expect(statement).toMatchObject({ format: "client-bank-400", opening: 332_982n, closing: 380_982n });
    expect(statement.lines).toEqual([
      expect.objectContaining({
        documentDate: "2026-04-15",
        creditDate: "2026-04-16",
        bankId: "100000001",
        purpose: "OTHR 122601 Оплата по сч.№26-000145-7 от 15.04.2026",
        payer: expect.objectContaining({ unp: "190000018", bic: "AKBBBY2X" }),
      }),
    ]);
  });

  it("reads Type 3: the day of the statement is the credit date, no id of the bank", () => {
    const statement = parsed(golden("type3.cp1251.txt"));
    expect(statement).toMatchObject({ format: "client-bank-3", dateFrom: "2026-04-16", dateTo: "2026-04-16" });
    expect(statement.lines).toEqual([
      expect.objectContaining({ creditDate: "2026-04-16", documentDate: "2026-04-15", bankId: null, amount: 48_000n }),
    ]);
    expect(statement.lines[0]?.payer.unp).toBe("190000018");
  });
});

describe("1CClientBankExchange", () => {
  it.each(["1c-1.03-windows.txt", "1c-1.02-dos.txt", "1c-1.03-utf8.txt"])("reads %s", (name) => {
    const statement = parsed(golden(name));
    expect(statement).toMatchObject({
      format: "1c-exchange",
      account: ACCOUNT,
      opening: 125_040n,
      closing: 171_790n,
      credits: 48_000n,
      debits: 1_250n,
    });
    expect(statement.lines).toEqual([
      {
        documentNumber: "318",
        documentDate: "2026-04-15",
        creditDate: "2026-04-16",
        amount: 48_000n,
        side: "credit",
        payer: { name: 'ООО "Ромашка Тест"', unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
        purpose: "OTHR 122601 Оплата по счету № 26-000145-7 от 15.04.2026, тариф=12, без НДС",
        bankId: null,
        position: 1,
      },
      expect.objectContaining({
        side: "debit",
        amount: 1_250n,
        creditDate: "2026-04-17",
        payer: { name: 'ЗАО "Альфа-Банк"', unp: "101541947", iban: "BY26ALFA30120000000000000004", bic: null },
      }),
    ]);
  });

  it("takes a header that lies about its alphabet", () => {
    expect(parsed(encode(ONE_C, "ibm866"))).toEqual(parsed(golden("1c-1.03-windows.txt")));
  });

  it("joins the parts of a purpose and its broken lines", () => {
    const six = ONE_C.replace(
      /НазначениеПлатежа=OTHR.*/,
      "НазначениеПлатежа1=Оплата по счету\r\nНазначениеПлатежа2=26-000145-7",
    );
    expect(parsed(encode(six)).lines[0]?.purpose).toBe("Оплата по счету 26-000145-7");
    const broken = ONE_C.replace("тариф=12, без НДС", "тариф\r\nтоже = 12,\r\nбез НДС");
    expect(parsed(encode(broken)).lines[0]?.purpose).toMatch(/тариф тоже = 12, без НДС$/);
  });

  const days = (second: string) =>
    ONE_C.replace(
      /СекцияРасчСчет[\s\S]*КонецРасчСчет/,
      `СекцияРасчСчет\r\nДатаНачала=16.04.2026\r\nДатаКонца=16.04.2026\r\nРасчСчет=${ACCOUNT}\r\nНачальныйОстаток=1250.40\r\nВсегоПоступило=480.00\r\nКонечныйОстаток=1730.40\r\nКонецРасчСчет\r\n` +
        `СекцияРасчСчет\r\nДатаНачала=17.04.2026\r\nДатаКонца=17.04.2026\r\nРасчСчет=${ACCOUNT}\r\n${second}\r\nКонечныйОстаток=1717.90\r\nКонецРасчСчет`,
    );

  it("proves each day where the file gives days", () => {
    expect(parsed(encode(days("НачальныйОстаток=1730.40\r\nВсегоСписано=12.50")))).toMatchObject({
      ...{ opening: 125_040n, closing: 171_790n, dateFrom: "2026-04-16", dateTo: "2026-04-17" },
    });
    expect(refused(days("НачальныйОстаток=1730.41\r\nВсегоСписано=12.50"))).toMatchObject({
      code: "statement.balance",
      params: { check: "continuity" },
    });
    expect(refused(days("НачальныйОстаток=1730.40\r\nВсегоСписано=12.51"))).toMatchObject({
      params: { check: "debits" },
    });
  });
});

describe("refusals", () => {
  it.each([
    ["", "statement.empty"],
    [" \r\n\r\n", "statement.empty"],
    ["Привет", "statement.unknown_format"],
  ])("%j → %s", (text, code) => {
    expect(refused(text)?.code).toBe(code);
  });

  it.each([
    ["JPEG", [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ["PNG", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
    ["PDF", [...Buffer.from("%PDF-1.7\n")]],
    ["ZIP (XLSX, DOCX)", [0x50, 0x4b, 3, 4, 20, 0]],
    ["XML", [...Buffer.from("<?xml version='1.0'?><a/>")]],
    ["camt.054", [...Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">')]],
    ["HTML", [...Buffer.from("<!DOCTYPE html><html>")]],
    ["SWIFT MT", [...Buffer.from(":20:STARTUMS\r\n:25:BY03\r\n")]],
  ])("names %s", (found, bytes) => {
    expect(refused(Uint8Array.from(bytes))).toMatchObject({ code: "statement.unknown_format", params: { found } });
  });

  it("names an unsupported type, and a currency account politely", () => {
    expect(refused(TYPE4.replace("^Type=4^", "^Type=77^"))).toMatchObject({
      code: "statement.type_unsupported",
      params: { type: "Type=77", supported: expect.stringContaining("Type=4") },
    });
    expect(refused(golden("type5.cp1251.txt"))).toMatchObject({ code: "statement.foreign_currency" });
    expect(refused(ONE_C.replace("=1.03", "=2.00"))).toMatchObject({ params: { type: "1CClientBankExchange 2.00" } });
    expect(refused(ONE_C.replaceAll(ACCOUNT, "40702810000000000001"))).toMatchObject({
      code: "statement.foreign_currency",
      params: { currency: "RUB" },
    });
    expect(refused(TYPE4.replace("^RestIn", "^I3=USD^\r\n^RestIn"))).toMatchObject({ params: { currency: "USD" } });
  });

  it("refuses another account's statement", () => {
    const own = "BY34ALFA30122H10700010270000";
    expect(refused(TYPE4, { ownAccounts: [own] })).toEqual({
      code: "statement.wrong_account",
      params: { expected: own, found: ACCOUNT },
    });
    expect(refused(TYPE4, { ownAccounts: [own, "by03 alfa 3012 2J07 1300 1027 0000"] })).toBeNull();
    expect(
      refused(ONE_C.replace("СекцияДокумент", `СекцияРасчСчет\r\nРасчСчет=${own}\r\nКонецРасчСчет\r\nСекцияДокумент`)),
    ).toMatchObject({
      code: "statement.several_accounts",
    });
  });

  it("refuses what is too large, at the byte", () => {
    const bytes = encode(TYPE4);
    expect(refused(bytes, { maxBytes: bytes.length })).toBeNull();
    expect(refused(bytes, { maxBytes: bytes.length - 1 })).toEqual({
      code: "statement.too_large",
      params: { bytes: bytes.length, limit: bytes.length - 1 },
    });
  });

  it("refuses NUL bytes, damaged UTF-8 and halved UTF-16", () => {
    expect(refused(TYPE4.replace("ООО", "О\0О"))).toMatchObject({
      code: "statement.encoding",
      params: { found: "NUL" },
    });
    const damaged = encode(TYPE4);
    damaged[damaged.indexOf(0xd0) + 1] = 0x20;
    expect(refused(damaged)).toMatchObject({ code: "statement.encoding", params: { found: "UTF-8" } });
    expect(refused(Uint8Array.from([0xff, 0xfe, 0x41]))).toMatchObject({ code: "statement.encoding" });
  });

  it.each([
    ["type4.cp1251.txt", "windows-1251"],
    ["type4.utf8.txt", "utf-8"],
    ["1c-1.03-windows.txt", "windows-1251"],
  ])("never takes %s cut anywhere", (name) => {
    const whole = golden(name);
    const end = whole.length - (name.startsWith("1c") ? 2 : 50);
    for (let length = 0; length < end; length += 1)
      expect(refused(whole.subarray(0, length)), String(length)).not.toBeNull();
    expect(refused(whole.subarray(0, Math.floor(whole.length * 0.7)))?.code).toBe("statement.cut");
  });

  it.each([
    ["^Credit=480.00^", "^Credit=480.01^", "credits"],
    ["^Db=12.50^", "^Db=12.49^", "debits"],
    ["^RestIn=1250.40^", "^RestIn=1250.41^", "identity"],
    ["^RestOut=2242.89^", "^RestOut=2242.88^", "identity"],
    ["^CR=1004.99^", "^CR=1005.00^", "credits"],
  ])("a kopeck changed in %s is found", (from, to, check) => {
    expect(refused(TYPE4.replace(from, to))).toMatchObject({ code: "statement.balance", params: { check } });
  });

  it("says the line and the difference", () => {
    expect(refused(TYPE4.replace("^RestOut=2242.89^", "^RestOut=2242.88^"))?.params).toEqual({
      ...{ check: "identity", expected: "2\u00A0242,88", actual: "2\u00A0242,89", difference: "0,01" },
      line: TYPE4.split("\r\n").findIndex((line) => line.startsWith("^RestOut")) + 1,
    });
  });

  it.each([
    ["no sum", "^Credit=480.00^", "^Credit=^", "Db, Credit"],
    ["both sums", "^Db=0.00^", "^Db=480.00^", "Db, Credit"],
    ["a word for a sum", "^Credit=480.00^", "^Credit=сто^", "Credit"],
    ["three decimals", "^Credit=480.00^", "^Credit=480.000^", "Credit"],
    ["a sum below nought", "^Credit=480.00^", "^Credit=-480.00^", "Credit"],
    ["no document date", "^DocDate=15.04.2026^", "^DocDate=^", "DocDate"],
    ["a day that never was", "^DocDate=15.04.2026^", "^DocDate=31.02.2026^", "DocDate"],
    ["no credit date in a period", "^OpDate=16.04.2026^\r\n", "", "OpDate"],
    ["a key twice", "^Credit=480.00^", "^Credit=480.00^\r\n^Credit=480.00^", "Credit"],
    ["a line outside the grammar", "^Num=318^", "Num=318", ""],
    ["a lost caret", "^Num=318^", "^Num=318", ""],
    ["an operation after the totals", "^RestOut=", "^DocDate=16.04.2026^\r\n^RestOut=", "DocDate"],
    ["a tail after the end", "####################################", "####################################\r\nещё", ""],
  ])("%s is a bad line", (_, from, to, key) => {
    expect(TYPE4).toContain(from);
    expect(refused(TYPE4.replace(from, to))).toMatchObject({ code: "statement.bad_line", params: { key } });
  });

  it.each([
    ["no sum", "Сумма=480.00\r\n", "", "Сумма"],
    ["a sum of nought", "Сумма=480.00", "Сумма=0.00", "Сумма"],
    ["no date", "Дата=15.04.2026\r\n", "", "Дата"],
    ["no credit date in a period", "ДатаПоступило=16.04.2026\r\n", "", "ДатаПоступило"],
    [
      "somebody else's document",
      `ПолучательСчет=${ACCOUNT}`,
      "ПолучательСчет=BY34ALFA30122H10700010270000",
      "ПолучательСчет",
    ],
    ["a sum twice", "Сумма=480.00", "Сумма=480.00\r\nСумма=481.00", "Сумма"],
    ["a document inside a document", "КонецДокумента\r\nСекцияДокумент", "СекцияДокумент", "СекцияДокумент"],
    ["an end without a beginning", "КонецФайла", "КонецДокумента\r\nКонецФайла", "КонецДокумента"],
  ])("1C: %s is a bad line", (_, from, to, key) => {
    expect(ONE_C).toContain(from);
    expect(refused(ONE_C.replace(from, to))).toMatchObject({ code: "statement.bad_line", params: { key } });
  });

  it.each(["НачальныйОстаток=1250.40\r\n", "КонечныйОстаток=1717.90\r\n"])("1C without %s cannot be proved", (line) => {
    expect(refused(ONE_C.replace(line, ""))).toMatchObject({ code: "statement.cut" });
  });

  it("never finds fault with a key it does not know", () => {
    expect(refused(TYPE4.replace("^Num=318^", "^Num=318^\r\n^Novoe=1=2^"))).toBeNull();
    expect(refused(ONE_C.replace("Номер=318", "Номер=318\r\nНовоеПоле=1"))).toBeNull();
  });
});

describe("any statement", () => {
  it("is read back as it was written, in both formats", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const four = parsed(encode(type4(withIds(lines)), "windows-1251"));
        expect(four.lines).toEqual(withIds(lines));
        expect(four).toMatchObject({ opening: OPENING, ...totalsOf(lines) });
        const one = parsed(encode(oneC(lines), "windows-1251"));
        expect(one.lines).toEqual(lines);
        expect(one.closing).toBe(four.closing);
      }),
    );
  });

  it("with any one digit of money changed is refused", () => {
    fc.assert(
      fc.property(anyLines, fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 9 }), (lines, first, pick, add) => {
        const text = first ? type4(lines) : oneC(lines);
        const money = [
          ...text.matchAll(
            /(?:RestIn|RestOut|Db|Credit|DB|CR|НачальныйОстаток|КонечныйОстаток|ВсегоПоступило|ВсегоСписано|Сумма)=[\d.]+/g,
          ),
        ];
        const digits = money.flatMap((match) => {
          const start = match.index + match[0].indexOf("=") + 1;
          return [...text.slice(start, match.index + match[0].length)].flatMap((c, at) =>
            /\d/.test(c) ? [start + at] : [],
          );
        });
        const at = digits[pick % digits.length] as number;
        const digit = String((Number(text[at]) + add) % 10);
        expect(refused(text.slice(0, at) + digit + text.slice(at + 1))).not.toBeNull();
      }),
    );
  });
});
