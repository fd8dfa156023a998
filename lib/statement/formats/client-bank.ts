import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { checkTotals, type Printed } from "../balance.ts";
import { badLine, readCode, readDay, readSum, readUnp } from "../fields.ts";
import {
  type StatementFormat,
  type StatementHead,
  type StatementLine,
  type StatementRefusal,
  SUPPORTED,
} from "../statement.ts";
import type { Field, Fields, Reader } from "./format.ts";

const HEADER = /^\*{3,}[ \t]*\^Type=([^^]*)\^[ \t]*\^Acc=([^^]*)\^/;
const CLOSING = /^#{4,}$/;
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Ruble statements by type; currency accounts are named apart, to be refused politely. */
const FORMATS = new Map<string, StatementFormat>([
  ["3", "client-bank-3"],
  ["4", "client-bank-4"],
  ["400", "client-bank-400"],
]);
const CURRENCY_TYPES = new Set(["5", "6", "600"]);

/** `DB` (the foot's total) and `Db` (an operation's sum) differ by case alone: keys are compared exactly. */
const FOOT = new Set(["DB", "CR", "RestOut", "DebOut", "CrOut", "DateOut"]);

/** Keys that decide money, date or identity: twice in one operation means two readings, so neither is taken. */
const SINGLE = new Set([
  ...["DocDate", "Num", "Acc", "Code", "Cod", "Db", "Credit", "Amount", "OpDate", "OperationID", "DocID"],
  ...["KorUNP", "UNNRec", "KorName", "Nazn", "Nazn2"],
]);

/**
 * Belarusian client-bank text, `^Key=Value^`: Type 4 (a period, Alfa-Bank), Type 400 (a period, Priorbank) and Type 3
 * (a day). A new `DocDate` opens an operation, the foot's totals end the last one, `####` ends the file.
 */
export function clientBankReader(emit: (line: StatementLine) => void): Reader {
  let lineNumber = 0;
  let format: StatementFormat | null = null;
  let account = "";
  let section: "" | "in" | "out" = "";
  let closed = false;
  let unclosed: Field | null = null;
  let position = 0;
  let operation: Fields | null = null;
  const asked: Fields = new Map();
  const head: Fields = new Map();
  const foot: Fields = new Map();
  let credits = 0n;
  let debits = 0n;
  let first: Day | null = null;
  let last: Day | null = null;

  const dayIn = (places: [Fields, string][]): Day | null => {
    for (const [fields, key] of places) {
      const day = readDay(fields.get(key)?.value ?? "");
      if (day) return day;
    }
    return null;
  };
  const from = () =>
    dayIn([
      [head, "DateBegin"],
      [asked, "DateBegin"],
      [head, "Date1"],
      [asked, "Date1"],
      [head, "DateIn"],
      [asked, "Date"],
    ]);
  const to = () =>
    dayIn([
      [head, "DateEnd"],
      [asked, "DateEnd"],
      [head, "Date2"],
      [asked, "Date2"],
      [asked, "Date"],
      [foot, "DateOut"],
    ]);

  function open(text: string): StatementRefusal | null {
    const match = HEADER.exec(text);
    if (!match) return badLine(lineNumber, "Type", text);
    const type = (match[1] as string).trim();
    if (CURRENCY_TYPES.has(type))
      return { code: "statement.foreign_currency", params: { currency: `Type=${type}`, supported: SUPPORTED } };
    format = FORMATS.get(type) ?? null;
    if (!format) return { code: "statement.type_unsupported", params: { type: `Type=${type}`, supported: SUPPORTED } };
    const own = readCode(match[2]);
    if (!own) return badLine(lineNumber, "Acc", text);
    account = own;
    return null;
  }

  /** Exactly one of `Db` and `Credit` is above zero: both are often present, one of them 0.00. */
  function sideOf(fields: Fields, line: number): Pick<StatementLine, "side" | "amount"> | StatementRefusal {
    const sums: Kopecks[] = [];
    for (const key of ["Db", "Credit", "Amount"]) {
      const field = fields.get(key);
      const sum = !field || (field.value.trim() === "" && key !== "Amount") ? 0n : readSum(field.value || "0");
      if (sum === null || sum < 0n) return badLine(field?.line ?? line, key, field?.value ?? "");
      sums.push(sum);
    }
    const [debit = 0n, credit = 0n, amount = 0n] = sums;
    if (debit > 0n === credit > 0n) {
      const field = fields.get("Credit") ?? fields.get("Db");
      return badLine(
        field?.line ?? line,
        "Db, Credit",
        `${fields.get("Db")?.value ?? ""}, ${fields.get("Credit")?.value ?? ""}`,
      );
    }
    if (amount > 0n && amount !== debit + credit) {
      const field = fields.get("Amount") as Field;
      return badLine(field.line, "Amount", field.value);
    }
    return debit > 0n ? { side: "debit", amount: debit } : { side: "credit", amount: credit };
  }

  /** The day of the account: `OpDate`; else the day of a statement for one day, and there is nothing else to go by. */
  function creditDay(fields: Fields): Day | null {
    const printed = fields.get("OpDate");
    if (printed && printed.value.trim() !== "") return readDay(printed.value);
    const start = from();
    return start !== null && (start === to() || format === "client-bank-3") ? start : null;
  }

  function finish(): StatementRefusal | null {
    const fields = operation;
    if (!fields) return null;
    operation = null;
    const text = (key: string) => fields.get(key)?.value ?? "";
    const opened = fields.get("DocDate") as Field;
    const documentDate = readDay(opened.value);
    if (!documentDate) return badLine(opened.line, "DocDate", opened.value);
    const creditDate = creditDay(fields);
    if (!creditDate) return badLine(fields.get("OpDate")?.line ?? opened.line, "OpDate", text("OpDate"));
    const moved = sideOf(fields, opened.line);
    if ("code" in moved) return moved;
    const marker = text("I2").trim();
    if (/^[A-Z]{3}$/.test(marker) && marker !== "BYN") return foreign(marker);
    const bic = readCode(text("Code")) ?? readCode(text("Cod"));
    if (moved.side === "credit") credits += moved.amount;
    else debits += moved.amount;
    if (first === null || creditDate < first) first = creditDate;
    if (last === null || creditDate > last) last = creditDate;
    emit({
      documentNumber: text("Num").trim(),
      documentDate,
      creditDate,
      ...moved,
      payer: {
        name: text("KorName").trim(),
        unp: readUnp(text("KorUNP")) ?? readUnp(text("UNNRec")) ?? readUnp(text("UNNKorr")),
        iban: readCode(text("Acc")),
        bic: bic && BIC.test(bic) ? bic : null,
      },
      // The bank cuts the purpose in mid-word: nothing is put between the halves.
      purpose: (text("Nazn") + text("Nazn2")).trim(),
      bankId: text("OperationID").trim() || text("DocID").trim() || null,
      position: ++position,
    });
    return null;
  }

  function field(body: string, line: number): StatementRefusal | null {
    const equals = body.indexOf("=");
    if (equals <= 0) return badLine(line, "", body);
    const key = body.slice(0, equals).trim();
    const value = body.slice(equals + 1);
    if (section !== "out") {
      asked.set(key, { value, line });
      return null;
    }
    if (foot.size > 0 || FOOT.has(key)) {
      // Another operation, or a total twice, after the totals: money that they do not count.
      if (key === "DocDate" || (FOOT.has(key) && foot.has(key))) return badLine(line, key, value);
      const refusal = finish();
      foot.set(key, { value, line });
      return refusal;
    }
    if (key === "DocDate") {
      const refusal = finish();
      operation = new Map([[key, { value, line }]]);
      return refusal;
    }
    if (operation) {
      if (SINGLE.has(key) && operation.has(key)) return badLine(line, key, value);
      operation.set(key, { value, line });
    } else {
      if ((key === "RestIn" || key === "CrIn" || key === "DebIn") && head.has(key)) return badLine(line, key, value);
      head.set(key, { value, line });
    }
    return null;
  }

  function push(raw: string): StatementRefusal | null {
    lineNumber++;
    const text = raw.trimEnd();
    if (text === "" || text === "\u001A") return null;
    if (!format) return open(text.replace(/^[\uFEFF\s]+/, ""));
    if (closed) return badLine(lineNumber, "", text);
    if (unclosed) {
      // A value with a line break inside goes on until its caret; a new key before that means the caret is lost.
      const { value, line } = unclosed;
      if (/^(?:\^|\[|####)/.test(text)) return badLine(line, "", value);
      unclosed = text.endsWith("^") ? null : { value: `${value} ${text}`, line };
      return unclosed ? null : field(`${value} ${text.slice(0, -1)}`, line);
    }
    if (text.startsWith("^")) {
      if (text.length > 1 && text.endsWith("^")) return field(text.slice(1, -1), lineNumber);
      unclosed = { value: text.slice(1), line: lineNumber };
      return null;
    }
    if (CLOSING.test(text)) {
      closed = true;
      return finish();
    }
    if (/^\[[A-Z_]+\]$/.test(text)) {
      section = text === "[OUT_PARAM]" ? "out" : "in";
      return null;
    }
    return badLine(lineNumber, "", text);
  }

  const foreign = (currency: string): StatementRefusal => ({
    code: "statement.foreign_currency",
    params: { currency, supported: SUPPORTED },
  });

  function foreignCurrency(): StatementRefusal | null {
    for (const key of ["I3", "I1", "CurrCode"])
      for (const fields of [head, foot, asked]) {
        const value = (fields.get(key)?.value ?? "").trim();
        if (/^(?:[A-Z]{3}|\d{3})$/.test(value) && value !== "BYN" && value !== "933") return foreign(value);
      }
    return null;
  }

  /** `RestIn`, or `CrIn` less `DebIn`: a passive account keeps its balance on one of two sides. */
  function rest(fields: Fields, whole: string, plus: string, minus: string): Printed | StatementRefusal {
    const printed = fields.get(whole) ?? fields.get(plus);
    if (!printed) return { code: "statement.cut", params: { missing: whole, line: lineNumber } };
    const sum = readSum(printed.value);
    if (sum === null) return badLine(printed.line, fields.has(whole) ? whole : plus, printed.value);
    const other = fields.has(whole) ? undefined : fields.get(minus);
    const less = other ? readSum(other.value || "0") : 0n;
    return less === null
      ? badLine(other?.line ?? 0, minus, other?.value ?? "")
      : { sum: sum - less, line: printed.line };
  }

  function total(key: string): Printed | null | StatementRefusal {
    const printed = foot.get(key);
    if (!printed) return null;
    const sum = readSum(printed.value);
    return sum === null ? badLine(printed.line, key, printed.value) : { sum, line: printed.line };
  }

  function end(): Result<StatementHead, StatementRefusal> {
    if (!format) return err({ code: "statement.empty" });
    if (!closed) return err({ code: "statement.cut", params: { missing: "####", line: lineNumber } });
    const currency = foreignCurrency();
    if (currency) return err(currency);
    const opening = rest(head, "RestIn", "CrIn", "DebIn");
    if ("code" in opening) return err(opening);
    const closing = rest(foot, "RestOut", "CrOut", "DebOut");
    if ("code" in closing) return err(closing);
    const printedCredits = total("CR");
    if (printedCredits && "code" in printedCredits) return err(printedCredits);
    const printedDebits = total("DB");
    if (printedDebits && "code" in printedDebits) return err(printedDebits);
    const off = checkTotals({ opening, closing, credits: printedCredits, debits: printedDebits }, credits, debits);
    if (off) return err(off);
    const dateFrom = from() ?? first;
    const dateTo = to() ?? last ?? dateFrom;
    if (!dateFrom || !dateTo) return err({ code: "statement.cut", params: { missing: "DateBegin", line: lineNumber } });
    return ok({
      ...{ format, account, currency: "BYN", opening: opening.sum, closing: closing.sum },
      ...{ credits, debits, dateFrom, dateTo },
    });
  }

  return { push, end };
}
