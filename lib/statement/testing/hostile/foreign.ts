import { encode } from "../encode.ts";
import type { Hostile } from "./judge.ts";

const UNKNOWN = "statement.unknown_format";
const tail = Array.from({ length: 300 }, (_, at) => (at * 37) % 251);

const MAGIC: [name: string, magic: number[]][] = [
  ["a photograph", [0xff, 0xd8, 0xff, 0xe0]],
  ["a screenshot", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["a GIF", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ["a scan", [0x49, 0x49, 0x2a, 0x00]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["an archive", [0x50, 0x4b, 0x03, 0x04]],
  ["an empty archive", [0x50, 0x4b, 0x05, 0x06]],
  ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["a RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["a 7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a GZIP", [0x1f, 0x8b, 0x08]],
  ["a letter in RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66, 0x31]],
];

const TEXTS: [name: string, text: string, verdict: string][] = [
  ["a web page", "<!DOCTYPE html><html><body>Сессия истекла</body></html>", UNKNOWN],
  [
    "a web page that calls itself a workbook",
    "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>Дата</td></tr></table></html>",
    UNKNOWN,
  ],
  [
    "a workbook in XML of 2003",
    "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
    UNKNOWN,
  ],
  ["JSON", '{"page":[{"number":"BY03ALFA30122J07130010270000","amount":480}],"errors":[]}', UNKNOWN],
  ["a letter", "Добрый день. Во вложении выписка, проверьте, пожалуйста.\nС уважением, банк.", UNKNOWN],
  ["a link", "https://bank.example.by/statement?id=1", UNKNOWN],
  ["a shell script", "#!/bin/sh\nrm -rf /\n", UNKNOWN],
  ["a query", "'; DROP TABLE payments; --", UNKNOWN],
  ["a message of the bank in XML", "<response><error>Доступ запрещён</error></response>", UNKNOWN],
  [
    "a report, not a statement (camt.052)",
    "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.052.001.08'><BkToCstmrAcctRpt/></Document>",
    UNKNOWN,
  ],
  [
    "a notice, not a statement (camt.054)",
    "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.054.001.08'><BkToCstmrDbtCdtNtfctn/></Document>",
    UNKNOWN,
  ],
  [
    "a payment order (pain.001)",
    "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'><CstmrCdtTrfInitn/></Document>",
    UNKNOWN,
  ],
  ["an interim report (MT942)", ":20:X\n:25:BY03ALFA30122J07130010270000\n:34F:BYN0,\n", UNKNOWN],
  ["one transfer (MT103)", "{1:F01ALFABY2XAXXX0000000000}{4:\n:20:X\n:32A:260416BYN480,00\n-}", UNKNOWN],
  ["only a mark of UTF-8", "\uFEFF", "statement.empty"],
  ["only spaces and lines", " \r\n\t\r\n \n", "statement.empty"],
  [
    "a client-bank type nobody knows",
    "***** ^Type=77^ ^Acc=BY03ALFA30122J07130010270000^\n",
    "statement.type_unsupported",
  ],
  [
    "a currency account (Type 5)",
    "***** ^Type=5^ ^Acc=BY03ALFA30122J07130010270000^\n[OUT_PARAM]\n^RestInQ=1.00^\n",
    "statement.foreign_currency",
  ],
  [
    "a currency account (Type 600)",
    "***** ^Type=600^ ^Acc=BY03ALFA30122J07130010270000^\n",
    "statement.foreign_currency",
  ],
  [
    "a table of contacts",
    "Имя;Почта;Телефон;Город;Улица\nА;a@example.by;1;Минск;Б\nВ;b@example.by;2;Минск;Г\nД;c@example.by;3;Минск;Е\n",
    "statement.table_no_profile",
  ],
];

/** Files that were never a statement of this house. */
export const foreignFiles = (): Hostile[] => [
  { name: "nothing at all", bytes: new Uint8Array(), verdict: "statement.empty" },
  { name: "zeros", bytes: new Uint8Array(500), verdict: "statement.encoding" },
  { name: "a program", bytes: Uint8Array.from([0x4d, 0x5a, 0x90, 0, ...tail]), verdict: "statement.encoding" },
  { name: "too many bytes", bytes: new Uint8Array(33 * 1024 * 1024).fill(32), verdict: "statement.too_large" },
  {
    name: "UTF-16 cut in the middle of a letter",
    bytes: Uint8Array.from([0xff, 0xfe, 0x2a]),
    verdict: "statement.encoding",
  },
  { name: "UTF-16 with a NUL", bytes: encode("***\0", "utf-16le"), verdict: "statement.encoding" },
  ...MAGIC.map(([name, magic]) => ({ name, bytes: Uint8Array.from([...magic, ...tail]), verdict: UNKNOWN })),
  ...TEXTS.map(([name, text, verdict]) => ({ name, bytes: encode(text), verdict })),
];
