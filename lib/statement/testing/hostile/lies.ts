import { readFileSync } from "node:fs";

import { asDay } from "#/lib/calendar/day.ts";
import type { StatementLine } from "../../statement.ts";
import { csvOf, tableOf } from "../../table/testing/tables.ts";
import { encode } from "../encode.ts";
import { oneC, type4 } from "../write.ts";
import type { Hostile } from "./judge.ts";

const PAYER = { name: "РОМАШКА", unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" };
const line = (position: number, amount: bigint, side: "credit" | "debit", documentNumber: string): StatementLine => ({
  ...{ documentNumber, documentDate: asDay("2026-04-16"), creditDate: asDay("2026-04-16"), amount, side },
  ...{ payer: PAYER, purpose: `Оплата по счету № 26-000145-7, платеж ${documentNumber}`, bankId: null, position },
});
export const LINES = [
  line(1, 48_000n, "credit", "318"),
  line(2, 1250n, "debit", "77"),
  line(3, 4500n, "credit", "319"),
];
const OTHER = "BY19ALFA30140000000000000006";
const golden = (name: string) => readFileSync(new URL(`../../golden/${name}`, import.meta.url), "utf8");

type Change = [what: string, verdict: string, change: (text: string) => string];
type Subject = { format: string; text: string; changes: Change[] };

const once = (from: string | RegExp, to: string) => (text: string) => {
  const made = text.replace(from, to);
  if (made === text) throw new Error(`nothing to change: ${String(from)}`);
  return made;
};
const dropped = (block: RegExp) => once(block, "");
const doubled = (block: RegExp) => once(block, "$&$&");

const OPERATION4 = /\^DocDate[\s\S]*?\^OpDate=[^\n]*\n/;
const OPERATION1 = /СекцияДокумент[\s\S]*?КонецДокумента\r\n/;
const BALANCE = "statement.balance";
const BAD = "statement.bad_line";
const CUT = "statement.cut";
const CELL = "statement.table_cell";

const SUBJECTS = (): Subject[] => [
  {
    format: "Type 4",
    text: type4(LINES),
    changes: [
      ["an operation is missing", BALANCE, dropped(OPERATION4)],
      ["an operation stands twice", BALANCE, doubled(OPERATION4)],
      ["a kopeck more", BALANCE, once("Credit=480.00", "Credit=480.01")],
      ["sides are swapped", BALANCE, once(/Db=0.00\^\r\n\^Credit=480.00/, "Db=480.00^\r\n^Credit=0.00")],
      ["both sides at once", BAD, once("Db=0.00^\r\n^Credit=480.00", "Db=480.00^\r\n^Credit=480.00")],
      ["neither side", BAD, once("Credit=480.00", "Credit=0.00")],
      ["a negative credit", BAD, once("Credit=480.00", "Credit=-480.00")],
      ["a sum in words", BAD, once("Credit=480.00", "Credit=сто")],
      ["a sum in e-notation", BAD, once("Credit=480.00", "Credit=4.8e2")],
      ["three decimals", BAD, once("Credit=480.00", "Credit=480.000")],
      ["a sum beyond all sums", BAD, once("Credit=480.00", "Credit=99999999999999999.00")],
      ["a day that never was", BAD, once("OpDate=16.04.2026", "OpDate=31.02.2026")],
      ["a day of another kind", BAD, once("OpDate=16.04.2026", "OpDate=2026/16/04")],
      ["an opening changed", BALANCE, once("RestIn=1250.40", "RestIn=1250.41")],
      ["a closing changed", BALANCE, once("RestOut=1762.90", "RestOut=1762.91")],
      ["a total changed", BALANCE, once("CR=525.00", "CR=525.01")],
      ["no opening", CUT, dropped(/\^RestIn=[^\n]*\n/)],
      ["no closing", CUT, dropped(/\^RestOut=[^\n]*\n/)],
      ["no end mark", CUT, dropped(/####[\s\S]*/)],
      ["another's account", "statement.wrong_account", once(/Acc=BY03ALFA\d+J\d+/, `Acc=${OTHER}`)],
      ["a NUL inside", "statement.encoding", once("РОМАШКА", "РО\0МАШКА")],
      ["a line twice in one operation", BAD, doubled(/\^Num=318\^\r\n/)],
      ["line ends of three kinds", "taken", (text) => text.replace(/\r\n/g, "\n").replace("\n", "\r\n")],
      ["letters that turn the text round", "taken", once("РОМАШКА", "\u202EРОМАШКА\u202C")],
      ["a formula in the purpose", "taken", once("^Nazn=", "^Nazn==cmd|'/c calc'!A1 ")],
      ["markup in the name", "taken", once("РОМАШКА", "<script>alert(1)</script>")],
      ["__proto__ as a key", "taken", once("^Num=318^", "^__proto__=1^\r\n^Num=318^")],
    ],
  },
  {
    format: "1C",
    text: oneC(LINES),
    changes: [
      ["an operation is missing", BALANCE, dropped(OPERATION1)],
      ["an operation stands twice", BALANCE, doubled(OPERATION1)],
      ["a kopeck more", BALANCE, once("Сумма=480.00", "Сумма=480.01")],
      ["a negative sum", BAD, once("Сумма=480.00", "Сумма=-480.00")],
      ["a sum in words", BAD, once("Сумма=480.00", "Сумма=сто")],
      ["a day that never was", BAD, once("ДатаПоступило=16.04.2026", "ДатаПоступило=31.02.2026")],
      ["an opening changed", BALANCE, once("НачальныйОстаток=1250.40", "НачальныйОстаток=1250.41")],
      ["a closing changed", BALANCE, once("КонечныйОстаток=1762.90", "КонечныйОстаток=1762.91")],
      ["a total changed", BALANCE, once("ВсегоПоступило=525.00", "ВсегоПоступило=525.01")],
      ["no end of file", CUT, dropped(/КонецФайла/)],
      ["no section of the account", CUT, dropped(/СекцияРасчСчет[\s\S]*?КонецРасчСчет\r\n/)],
      [
        "another's account",
        "statement.wrong_account",
        (text) => text.replaceAll("BY03ALFA30122J07130010270000", OTHER),
      ],
      ["a NUL inside", "statement.encoding", once("РОМАШКА", "РО\0МАШКА")],
      ["line ends of three kinds", "taken", (text) => text.replace(/\r\n/g, "\n").replace("\n", "\r\n")],
      ["letters that turn the text round", "taken", once("РОМАШКА", "\u202EРОМАШКА\u202C")],
      ["a formula in the purpose", "taken", once("НазначениеПлатежа=", "НазначениеПлатежа=@SUM(A1) ")],
    ],
  },
  {
    format: "MT940",
    text: golden("mt940.txt"),
    changes: [
      ["a kopeck more", BALANCE, once("C480,00", "C480,01")],
      ["a side swapped", BALANCE, once("416C480,00", "416D480,00")],
      ["an opening changed", BALANCE, once("BYN1250,40", "BYN1250,41")],
      ["a closing changed", BALANCE, once("BYN2242,89", "BYN2242,90")],
      ["pages that do not follow", BALANCE, once("60M:C260416BYN2210,39", "60M:C260416BYN2210,38")],
      ["a day that never was", BAD, once(":61:260416C", ":61:260231C")],
      ["a sum in words", BAD, once("C480,00N", "CстоN")],
      ["dollars", "statement.foreign_currency", (text) => text.replaceAll("BYN", "USD")],
      [
        "another's account",
        "statement.wrong_account",
        (text) => text.replaceAll("BY03ALFA30122J07130010270000", OTHER),
      ],
      ["two accounts", "statement.several_accounts", once(/BY03ALFA30122J07130010270000(?=\n:28C:00071\/002)/, OTHER)],
      ["no last balance", CUT, dropped(/:62F:[^\n]*\n/)],
      ["no account", CUT, (text) => text.replace(/:25:[^\n]*\n/g, "")],
    ],
  },
  {
    format: "camt.053",
    text: golden("camt.053.xml"),
    changes: [
      ["a kopeck more", BALANCE, once('"BYN">480.00', '"BYN">480.01')],
      ["an opening changed", BALANCE, once("1250.40", "1250.41")],
      ["a closing changed", BALANCE, once("2242.89", "2242.90")],
      ["dollars", "statement.foreign_currency", (text) => text.replaceAll("BYN", "USD")],
      ["another's account", "statement.wrong_account", once("<IBAN>BY03ALFA30122J07130010270000", `<IBAN>${OTHER}`)],
      [
        "a bomb of entities",
        BAD,
        once("<Document", '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<Document'),
      ],
      [
        "a door to other files",
        BAD,
        once("<Document", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Document'),
      ],
      ["an entity nobody declared", BAD, once("РОМАШКА", "&x;РОМАШКА")],
      ["a tag that never closes", BAD, once("</Stmt>", "")],
      ["half of it", CUT, (text) => text.slice(0, text.length >> 1)],
      ["a negative sum", BAD, once('"BYN">480.00', '"BYN">-480.00')],
      ["a day that never was", BAD, once("<BookgDt><Dt>2026-04-16", "<BookgDt><Dt>2026-02-31")],
    ],
  },
  {
    format: "CSV",
    text: csvOf(tableOf(LINES)),
    changes: [
      ["an operation is missing", BALANCE, dropped(/16\.04\.2026;318[^\n]*\n/)],
      ["an operation stands twice", BALANCE, doubled(/16\.04\.2026;318[^\n]*\n/)],
      ["a kopeck more", BALANCE, once(";480,00;", ";480,01;")],
      ["sides are swapped", BALANCE, once(";318;;480,00;", ";318;480,00;;")],
      ["both sides at once", CELL, once(";318;;480,00;", ";318;480,00;480,00;")],
      ["neither side", CELL, once(";318;;480,00;", ";318;;;")],
      ["a negative credit", CELL, once(";318;;480,00;", ";318;;-480,00;")],
      ["a credit in brackets", CELL, once(";318;;480,00;", ";318;;(480,00);")],
      ["a debit in brackets", "taken", once(";77;12,50;", ";77;(12,50);")],
      ["a sum in words", CELL, once(";480,00;", ";сто;")],
      ["a sum in e-notation", CELL, once(";480,00;", ";4,8E2;")],
      ["a formula for a sum", CELL, once(";480,00;", ";=240+240;")],
      ["the other decimal sign", CELL, once(";480,00;", ";480.00;")],
      ["three decimals", CELL, once(";480,00;", ";480,000;")],
      ["thousands by twos", CELL, once(";480,00;", ";4 80,00;")],
      ["a sum beyond all sums", CELL, once(";480,00;", ";999999999999999,00;")],
      ["a day that never was", CELL, once("16.04.2026;318", "31.02.2026;318")],
      ["a day of another order", CELL, once("16.04.2026;318", "2026-04-16;318")],
      ["no day", CELL, once("16.04.2026;318", ";318")],
      ["an opening changed", BALANCE, once("1250,40", "1250,41")],
      ["a closing changed", BALANCE, once("1762,90", "1762,91")],
      ["no opening", "statement.table_balance", once("Входящий остаток", "Прочее")],
      ["two openings", "statement.table_balance", once("Валюта;BYN", "Входящий остаток;0,00")],
      ["no closing", "statement.table_balance", dropped(/\r\nИсходящий[\s\S]*/)],
      ["a balance in words", "statement.table_balance", once(/Входящий остаток;[^\r]*/, "Входящий остаток;сто")],
      ["another's account", "statement.wrong_account", once("BY03ALFA30122J07130010270000", OTHER)],
      ["dollars", "statement.foreign_currency", once("Валюта;BYN", "Валюта;USD")],
      ["no operations", "statement.table_no_rows", (text) => text.replace(/16\.04\.2026[^\n]*\n/g, "")],
      ["a quote that never closes", CUT, (text) => `${text}\r\n"16.04.2026;1`],
      ["a cell of a million letters", "statement.table_too_large", once("РОМАШКА", "А".repeat(1_000_000))],
      [
        "a row of a thousand columns",
        "statement.table_too_large",
        once("16.04.2026;318", `${";".repeat(1000)}16.04.2026;318`),
      ],
      ["a NUL inside", "statement.encoding", once("РОМАШКА", "РО\0МАШКА")],
      ["line ends of three kinds", "taken", (text) => text.replace("\r\n", "\n").replace("\r\n", "\r")],
      ["letters that turn the text round", "taken", once("РОМАШКА", "\u202EРОМАШКА\u202C")],
      ["a formula in the purpose", "taken", once("Оплата по счету", "=cmd|'/c calc'!A1")],
      ["a link in the name", "taken", once("РОМАШКА", '"=HYPERLINK(""http://x"")"')],
      [
        "a purpose over three lines",
        "taken",
        once("Оплата по счету № 26-000145-7, платеж 318", '"Оплата\r\nпо; счету\r\n""318"""'),
      ],
      ["spaces that do not break", "taken", once(";480,00;", ";\u00A0480,00\u00A0;")],
      ["empty rows between", "taken", once("16.04.2026;318", ";;;\r\n\r\n16.04.2026;318")],
      ["Excel's word about its delimiter", "taken", (text) => `sep=;\r\n${text}`],
    ],
  },
];

/** Cut where a line ends, as a full disk does: no part of a statement is a statement. Every byte is the proof `tampered`. */
function cuts({ format, text }: Subject): Hostile[] {
  return [3, 4, 5, 6, 7].map((part) => ({
    name: `${format}: cut after ${part} eighths`,
    bytes: encode(text.slice(0, text.lastIndexOf("\n", (text.length * part) / 8) + 1)),
    // Of a table nothing is left but its head, or everything but its last balance.
    verdict: format !== "CSV" ? CUT : part < 5 ? "statement.table_no_rows" : "statement.table_balance",
  }));
}

/** Bytes of another alphabet inside: what a careless copy through a mail program does. */
function broken({ format, text }: Subject): Hostile {
  const bytes = encode(text);
  const at = bytes.indexOf(0xd0);
  return { name: `${format}: a broken letter`, bytes: bytes.with(at + 1, 0x20), verdict: "statement.encoding" };
}

/** Statements with one lie each, and some that only look like one. */
export const lyingFiles = (): Hostile[] =>
  SUBJECTS().flatMap((subject) => [
    ...subject.changes.map(([what, verdict, change]) => ({
      name: `${subject.format}: ${what}`,
      bytes: encode(change(subject.text)),
      verdict,
    })),
    ...cuts(subject),
    broken(subject),
  ]);
