import { z } from "zod";

import type { Day } from "#/lib/calendar/day.ts";
import { parseMoney } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { readCode, readDay, readUnp } from "#/lib/statement/fields.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import type { BankFailure, Period } from "./statement-source.ts";

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? "" : String(value).trim()));

const row = z.object({
  ...{ number: text, operType: z.enum(["C", "D"]), amount: z.string(), currIso: text, purpose: text },
  ...{ corrName: text, corrUnp: text, corrNumber: text, corrBic: text, docId: text, docNum: text },
  ...{ operDate: z.string(), acceptDate: text },
});
/** An error of an account comes with HTTP 200 and an empty page: to be read before the page is believed. */
const answer = z.object({ page: z.array(z.unknown()), errors: z.array(z.unknown()).nullish() });

export type AlfaPage = { rows: unknown[]; raw: string };

type Source = { source?: string };
/** Sums as the bank wrote them: a double would be the program's rounding, not the bank's figure. */
const exact = (key: string, value: unknown, context?: Source) =>
  key === "amount" && typeof value === "number" ? (context?.source ?? String(value)) : value;

const CLIP = 120;
const failure = (code: BankFailure["code"], params?: BankFailure["params"]): BankFailure => ({
  ...{ code, again: false },
  ...(params && { params }),
});

/** One answer of `/accounts/statement`. Whatever stands in `errors` is a refusal, however empty or full the page is. */
export function readPage(raw: string): Result<AlfaPage, BankFailure> {
  let value: unknown;
  try {
    value = JSON.parse(raw, exact as (key: string, value: unknown) => unknown);
  } catch {
    return err({ code: "bank.bad_answer", again: true });
  }
  const read = answer.safeParse(value);
  if (!read.success) return err({ code: "bank.bad_answer", again: true });
  const { page, errors } = read.data;
  if (errors && errors.length > 0) return err({ ...failure("bank.said_no", { text: said(errors[0]) }), again: true });
  return ok({ rows: page, raw });
}

function said(error: unknown): string {
  const words = typeof error === "object" && error !== null ? Object.values(error) : [error];
  const plain = words.filter((one) => typeof one === "string" || typeof one === "number").join(" ");
  return plain.replace(/\s+/g, " ").slice(0, CLIP) || "?";
}

/** A row → a line. Its facts are checked: another account, currency or day means that the answer is to another question. */
export function lineOf(
  value: unknown,
  { account, from, to }: Period,
  position: number,
): Result<StatementLine, BankFailure> {
  const read = row.safeParse(value);
  if (!read.success) return err(failure("bank.bad_answer"));
  const it = read.data;
  const creditDate = readDay(it.operDate);
  const amount = parseMoney(it.amount);
  if (!creditDate || !amount.ok || amount.value <= 0n) return err(failure("bank.bad_answer"));
  if (readCode(it.number) !== account) return err(failure("bank.other_account", { found: it.number.slice(0, 40) }));
  if (it.currIso !== "BYN") return err(failure("bank.foreign_currency", { currency: it.currIso.slice(0, 10) }));
  if (creditDate < from || creditDate > to)
    return err(failure("bank.outside_period", { day: it.operDate.slice(0, 10) }));
  return ok({
    ...{ documentNumber: it.docNum, documentDate: accepted(it.acceptDate, creditDate), creditDate },
    ...{ amount: amount.value, side: it.operType === "C" ? "credit" : "debit" },
    payer: { name: it.corrName, unp: readUnp(it.corrUnp), iban: readCode(it.corrNumber), bic: readCode(it.corrBic) },
    ...{ purpose: it.purpose, bankId: it.docId || null, position },
  });
}

/** "2026-04-16T14:00:00.000" is local time without a zone: its first ten letters are the day. */
function accepted(text: string, creditDate: Day): Day {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  const day = year ? readDay(`${date}.${month}.${year}`) : null;
  return day && day <= creditDate ? day : creditDate;
}

/**
 * Pages → rows, none lost and none twice. The bank's "all" is capped and its first page may come under two numbers, so a
 * page that repeats an earlier one adds nothing, and rows that slid over the border of two pages while they were read are
 * known by their id. Rows without an id are never dropped: two of them may be twins.
 */
export function rowsOf(pages: readonly AlfaPage[]): unknown[] {
  const before = new Set<string>();
  const all: unknown[] = [];
  for (const { rows } of pages) {
    const mine = rows.map((one) => ({ one, key: keyOf(one) }));
    for (const { one, key } of mine) if (key === null || !before.has(key)) all.push(one);
    for (const { key } of mine) if (key !== null) before.add(key);
  }
  return all;
}

const keyOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "docId" in value && value.docId ? JSON.stringify(value) : null;
