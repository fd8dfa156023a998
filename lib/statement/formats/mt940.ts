import { type Day, dayOf, monthOf, yearOf } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { checkContinuity, checkTotals, type Printed, type Totals } from "../balance.ts";
import { badLine, readCode, readSum, readUnp } from "../fields.ts";
import { type StatementHead, type StatementLine, type StatementRefusal, SUPPORTED } from "../statement.ts";
import type { Reader } from "./format.ts";
import { detailsOf } from "./mt940-details.ts";

const TAG = /^:(\d{2}[A-Z]?):(.*)$/;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d{1,15},\d{0,2})$/;
/** Value date, entry date, mark, funds code, sum, type, the customer's reference, the bank's. */
const ENTRY = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d{1,15},\d{0,2})([A-Z][A-Z0-9]{3})([^/].*?|)(?:\/\/(.*))?$/;

/** SWIFT dates have two digits for the year; no statement is older than the currency of 2016. */
const shortDay = (text: string): Day | null =>
  dayOf(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)));

/** The entry date has no year: the one that lies nearest to the value date, so that New Year is crossed rightly. */
function entryDay(monthAndDay: string, value: Day): Day | null {
  const [month, day] = [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2))];
  const shift = month - monthOf(value);
  return dayOf(yearOf(value) + (shift > 6 ? -1 : shift < -6 ? 1 : 0), month, day);
}

/** "480,00" and "480," are kopecks; a minus is in the mark, never in the sum. */
const sumOf = (text: string): Kopecks | null => readSum(text.endsWith(",") ? `${text}00` : text);

type Entry = { line: StatementLine; info: string[]; kind: "entry" | "info" };

/**
 * SWIFT MT940 (customer statement), one account in one or more messages, each proved against its own balances and against the
 * message before it. Credit date = entry date; the format knows no date of the payment order, so the value date stands for it.
 */
export function mt940Reader(emit: (line: StatementLine) => void): Reader {
  let lineNumber = 0;
  let position = 0;
  let account: string | null = null;
  let opening: Printed | null = null;
  let sums = { credits: 0n, debits: 0n };
  const all = { credits: 0n, debits: 0n };
  let entry: Entry | null = null;
  let first: Totals | null = null;
  /** The last closing was a page's (62M), not the statement's. */
  let more = false;
  let last: Totals | null = null;
  let days: { from: Day; to: Day } | null = null;

  function finish(): StatementRefusal | null {
    if (!entry) return null;
    const { line, info } = entry;
    const { purpose, name, iban, bic, unp } = detailsOf(info);
    emit({ ...line, purpose, payer: { name, unp: readUnp(unp), iban: readCode(iban), bic: readCode(bic) } });
    entry = null;
    return null;
  }

  function own(text: string): StatementRefusal | null {
    const found =
      readCode(
        text
          .split("/")
          .at(-1)
          ?.replace(/(?<=\w{16,})BYN$/, ""),
      ) ?? "";
    if (found === "") return badLine(lineNumber, "25", text);
    if (account !== null && account !== found)
      return { code: "statement.several_accounts", params: { found: `${account}, ${found}` } };
    account = found;
    return null;
  }

  function balance(tag: string, text: string): { sum: Kopecks; day: Day } | StatementRefusal {
    const found = BALANCE.exec(text.trim());
    const day = found && shortDay(found[2] as string);
    const sum = found && sumOf(found[4] as string);
    if (!found || !day || sum === null) return badLine(lineNumber, tag, text);
    if (found[3] !== "BYN")
      return { code: "statement.foreign_currency", params: { currency: found[3] as string, supported: SUPPORTED } };
    return { sum: found[1] === "D" ? -sum : sum, day };
  }

  const seen = (day: Day) => {
    days = days
      ? { from: day < days.from ? day : days.from, to: day > days.to ? day : days.to }
      : { from: day, to: day };
  };

  function open(tag: string, text: string): StatementRefusal | null {
    if (opening) return badLine(lineNumber, tag, text);
    const read = balance(tag, text);
    if ("code" in read) return read;
    opening = { sum: read.sum, line: lineNumber };
    if (!days) seen(read.day);
    return null;
  }

  function close(tag: string, text: string): StatementRefusal | null {
    const refusal = finish();
    if (refusal) return refusal;
    const read = balance(tag, text);
    if ("code" in read) return read;
    if (!opening) return badLine(lineNumber, tag, text);
    const totals: Totals = { opening, closing: { sum: read.sum, line: lineNumber }, credits: null, debits: null };
    const off = (last ? checkContinuity(last, totals) : null) ?? checkTotals(totals, sums.credits, sums.debits);
    if (off) return off;
    seen(read.day);
    first ??= totals;
    last = totals;
    all.credits += sums.credits;
    all.debits += sums.debits;
    sums = { credits: 0n, debits: 0n };
    opening = null;
    return null;
  }

  function enter(text: string): StatementRefusal | null {
    const refusal = finish();
    if (refusal) return refusal;
    const found = ENTRY.exec(text.trim());
    const value = found && shortDay(found[1] as string);
    const amount = found && sumOf(found[5] as string);
    if (!opening || !found || !value || amount === null || amount <= 0n) return badLine(lineNumber, "61", text);
    const creditDate = found[2] ? entryDay(found[2], value) : value;
    if (!creditDate) return badLine(lineNumber, "61", text);
    // A reversed debit is money that came, a reversed credit money that went.
    const side = found[3] === "C" || found[3] === "RD" ? "credit" : "debit";
    if (side === "credit") sums.credits += amount;
    else sums.debits += amount;
    const reference = (found[7] ?? "").trim();
    const line: StatementLine = {
      documentNumber: reference === "NONREF" ? "" : reference,
      documentDate: value < creditDate ? value : creditDate,
      ...{ creditDate, amount, side, purpose: "", payer: { name: "", unp: null, iban: null, bic: null } },
      bankId: found[8]?.trim() || null,
      position: ++position,
    };
    entry = { line, info: [], kind: "entry" };
    return null;
  }

  function push(raw: string): StatementRefusal | null {
    lineNumber++;
    // The header block of SWIFT stands before the first tag, its end after the last.
    const line = raw.trimEnd().replace(/^\uFEFF?(?:\{[^{}]*\}|\{4:)*/, "");
    if (line === "" || line === "-" || /^-?\}/.test(line)) return null;
    const tag = TAG.exec(line);
    if (!tag) {
      if (!entry) return badLine(lineNumber, "", line);
      if (entry.kind === "info") entry.info.push(line);
      return null;
    }
    const [, name, text] = tag as unknown as [string, string, string];
    if (name === "25") return own(text);
    if (name === "60F" || name === "60M") return open(name, text);
    if (name === "62F" || name === "62M") {
      more = name === "62M";
      return close(name, text);
    }
    if (name === "61") return enter(text);
    if (name === "86" && entry) {
      entry.kind = "info";
      entry.info.push(text);
    }
    return null;
  }

  function end(): Result<StatementHead, StatementRefusal> {
    const missing = account === null ? ":25:" : opening || more || !last ? ":62F:" : null;
    if (missing || !account || !first || !last || !days)
      return err({ code: "statement.cut", params: { missing: missing ?? ":62F:", line: lineNumber } });
    return ok({
      ...{ format: "mt940", account, currency: "BYN", ...all },
      ...{ opening: first.opening.sum, closing: last.closing.sum, dateFrom: days.from, dateTo: days.to },
    });
  }

  return { push, end };
}
