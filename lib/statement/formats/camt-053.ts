import { SaxesParser } from "saxes";

import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { dayInMinskOf } from "#/lib/calendar/minsk.ts";
import { type Kopecks, toDecimal } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { checkContinuity, checkTotals, type Printed, type Totals } from "../balance.ts";
import { badLine, readCode, readSum, readUnp } from "../fields.ts";
import { type StatementHead, type StatementLine, type StatementRefusal, SUPPORTED } from "../statement.ts";
import type { Reader } from "./format.ts";

/** Deeper than any statement; what is deeper is an attack. */
const DEPTH = 64;
const BALANCES = { OPBD: "opening", PRCD: "opening", CLBD: "closing" } as const;

/** One transaction in the making: the texts by their place below it, first come first kept. */
type Facts = Map<string, string[]>;
type Page = { opening: Printed | null; closing: Printed | null; credits: Kopecks; debits: Kopecks };

/** Carries a refusal out of the parser's callbacks; caught at this module's own door. */
class Refused extends Error {
  readonly refusal: StatementRefusal;
  constructor(refusal: StatementRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const PART_CURRENCY = new Set(["", "BYN"]);

/** "2026-04-16", "2026-04-16T21:30:00Z": an instant belongs to its day in Minsk. */
function dayOf(text: string | undefined): Day | null {
  const plain = (text ?? "").trim();
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/.test(plain)) return parseDay(plain.slice(0, 10));
  return dayInMinskOf(Date.parse(plain));
}

/**
 * ISO 20022 camt.053, any version: one account, booked entries only, each page proved against its balances. A batch whose parts
 * add up becomes one line a part; parts that do not refuse the file. No DTD and no entities but XML's own; the XML is read as it comes, never kept.
 */
export function camt053Reader(emit: (line: StatementLine) => void): Reader {
  const xml = new SaxesParser();
  const path: string[] = [];
  let text = "";
  let lineNumber = 0;
  let position = 0;
  let root = false;
  let account: string | null = null;
  let page: Page | null = null;
  let entry: { facts: Facts; parts: Facts[]; line: number } | null = null;
  let part: Facts | null = null;
  let balance: Facts | null = null;
  const pages: { totals: Totals; line: number }[] = [];
  const all = { credits: 0n, debits: 0n };
  let days: { from: Day; to: Day } | null = null;

  const stop = (refusal: StatementRefusal): never => {
    throw new Refused(refusal);
  };
  const bad = (key: string, value: string): never => stop(badLine(lineNumber, key, value));
  const one = (facts: Facts | null, ...keys: string[]): string =>
    keys.map((key) => facts?.get(key)?.[0]?.trim() ?? "").find((value) => value !== "") ?? "";

  const see = (day: Day) => {
    days = days
      ? { from: day < days.from ? day : days.from, to: day > days.to ? day : days.to }
      : { from: day, to: day };
  };

  function own(found: string) {
    const code = readCode(found);
    if (!code) return;
    if (account !== null && account !== code)
      stop({ code: "statement.several_accounts", params: { found: `${account}, ${code}` } });
    account = code;
  }

  function currency(found: string) {
    if (found !== "" && found !== "BYN")
      stop({ code: "statement.foreign_currency", params: { currency: found, supported: SUPPORTED } });
  }

  function money(facts: Facts, key: string): Kopecks {
    currency(one(facts, `${key}@Ccy`));
    const sum = readSum(one(facts, key));
    return sum ?? bad(key, one(facts, key));
  }

  function finishBalance(facts: Facts) {
    const code = one(facts, "Tp/CdOrPrtry/Cd");
    const which = Object.hasOwn(BALANCES, code) ? BALANCES[code as keyof typeof BALANCES] : null;
    if (!which || !page) return;
    const sum = money(facts, "Amt");
    const signed = one(facts, "CdtDbtInd") === "DBIT" ? -sum : sum;
    page[which] = { sum: signed, line: lineNumber };
    const day = dayOf(one(facts, "Dt/Dt", "Dt/DtTm"));
    if (!day) bad("Bal/Dt", one(facts, "Dt/Dt", "Dt/DtTm"));
    else see(day);
  }

  function finishEntry({ facts, parts }: { facts: Facts; parts: Facts[] }) {
    const booked = one(facts, "Sts", "Sts/Cd");
    // Only what is booked moved money; what is pending will come in another statement.
    if (booked !== "" && booked !== "BOOK") return;
    const total = money(facts, "Amt");
    if (total <= 0n || !page) bad("Ntry/Amt", one(facts, "Amt"));
    const reversed = one(facts, "RvslInd") === "true";
    const mark = one(facts, "CdtDbtInd");
    if (mark !== "CRDT" && mark !== "DBIT") bad("CdtDbtInd", mark);
    // The indicator of a reversal already says which way the money went.
    const side = mark === "CRDT" ? "credit" : "debit";
    const creditDate = dayOf(one(facts, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"));
    if (!creditDate) return void bad("BookgDt", one(facts, "BookgDt/Dt"));
    const sums = parts.map((each) => readSum(one(each, "Amt", "AmtDtls/TxAmt/Amt")));
    const whole = parts.length > 1 && sums.every((sum) => sum !== null && sum > 0n);
    const split = whole && sums.reduce<bigint>((sum, next) => sum + (next ?? 0n), 0n) === total;
    // Parts in another currency are told in it; parts in our own must be the whole.
    if (whole && !split && parts.every((each) => PART_CURRENCY.has(one(each, "Amt@Ccy", "AmtDtls/TxAmt/Amt@Ccy"))))
      return void bad("TxDtls/Amt", sums.map((sum) => toDecimal(sum as Kopecks)).join(" + "));
    const pieces = split
      ? parts.map((each, at) => ({ facts: each, amount: sums[at] as Kopecks }))
      : [{ facts: parts[0] ?? new Map(), amount: total }];
    for (const piece of pieces) give(piece.facts, facts, { amount: piece.amount, side, creditDate, split, reversed });
    if (page) page[side === "credit" ? "credits" : "debits"] += total;
  }

  function give(
    facts: Facts,
    whole: Facts,
    line: Pick<StatementLine, "amount" | "side" | "creditDate"> & { split: boolean; reversed: boolean },
  ) {
    // A reversed payment of ours comes back: its parties stay where they stood in the payment.
    const who = (line.side === "credit") === line.reversed ? "Cdtr" : "Dbtr";
    const at = `RltdPties/${who}`;
    const id = `${at}${one(facts, `${at}/Nm`) === "" ? "/Pty" : ""}`;
    const organisation = one(facts, `${id}/Id/OrgId/Othr/Id`, `${id}/Id/PrvtId/Othr/Id`);
    const ordered = dayOf(one(facts, "RltdDts/AccptncDtTm", "RltdDts/TradDt"));
    const references = [one(facts, "Refs/AcctSvcrRef", "Refs/TxId"), line.split ? "" : one(whole, "AcctSvcrRef")];
    const number = one(facts, "Refs/EndToEndId", "Refs/InstrId");
    const { amount, side, creditDate } = line;
    emit({
      documentNumber: number === "NOTPROVIDED" ? "" : number,
      documentDate: ordered && ordered <= creditDate ? ordered : creditDate,
      ...{ amount, side, creditDate },
      payer: {
        name: one(facts, `${at}/Nm`, `${at}/Pty/Nm`),
        unp: readUnp(organisation),
        iban: readCode(one(facts, `RltdPties/${who}Acct/Id/IBAN`, `RltdPties/${who}Acct/Id/Othr/Id`)),
        bic: readCode(one(facts, `RltdAgts/${who}Agt/FinInstnId/BICFI`, `RltdAgts/${who}Agt/FinInstnId/BIC`)),
      },
      purpose: (facts.get("RmtInf/Ustrd") ?? [one(whole, "AddtlNtryInf")]).join("").trim(),
      bankId: references.find((reference) => reference !== "") ?? null,
      position: ++position,
    });
    see(creditDate);
  }

  function finishPage() {
    if (!page) return;
    const { opening, closing, credits, debits } = page;
    if (!opening || !closing)
      return stop({ code: "statement.cut", params: { missing: opening ? "CLBD" : "OPBD", line: lineNumber } });
    const totals: Totals = { opening, closing, credits: null, debits: null };
    const before = pages.at(-1)?.totals;
    const off = checkTotals(totals, credits, debits) ?? (before ? checkContinuity(before, totals) : null);
    if (off) stop(off);
    pages.push({ totals, line: lineNumber });
    all.credits += credits;
    all.debits += debits;
    page = null;
  }

  /** The nearest thing in the making, and how many steps above the present place it began. */
  const below = (facts: Facts, name: string, value: string) => {
    const from = path.lastIndexOf(name) + 1;
    const key = path.slice(from).join("/");
    facts.set(key, [...(facts.get(key) ?? []), value]);
  };

  xml.on("doctype", () => stop(badLine(lineNumber, "DOCTYPE", "")));
  xml.on("error", ({ message }) => stop(badLine(lineNumber, "XML", message)));
  xml.on("opentag", ({ name, attributes }) => {
    const local = name.slice(name.indexOf(":") + 1);
    path.push(local);
    text = "";
    if (path.length > DEPTH) bad("XML", "depth");
    if (local === "BkToCstmrStmt") root = true;
    if (!root) return;
    // Nothing of these stands inside its like: a file put together wrongly would join two payments.
    const inside = { Stmt: page, Ntry: entry, TxDtls: part, Bal: balance }[local];
    if (inside) bad("XML", local);
    if (local === "Stmt") page = { opening: null, closing: null, credits: 0n, debits: 0n };
    else if (local === "Ntry") entry = { facts: new Map(), parts: [], line: lineNumber };
    else if (local === "TxDtls" && entry) part = new Map();
    else if (local === "Bal") balance = new Map();
    const into = part ?? entry?.facts ?? balance;
    const ccy = attributes.Ccy;
    if (into && typeof ccy === "string") {
      const base = part ? "TxDtls" : entry ? "Ntry" : "Bal";
      path[path.length - 1] = `${local}@Ccy`;
      below(into, base, ccy);
      path[path.length - 1] = local;
    }
  });
  xml.on("text", (found) => {
    text += found;
  });
  xml.on("closetag", () => {
    const local = path.at(-1);
    const value = text.trim();
    if (value !== "") {
      if (part) below(part, "TxDtls", value);
      else if (entry) below(entry.facts, "Ntry", value);
      else if (balance) below(balance, "Bal", value);
      else if (/Stmt\/Acct\/Id\/(?:IBAN|Othr\/Id)$/.test(path.join("/"))) own(value);
      else if (/Stmt\/Acct\/Ccy$/.test(path.join("/"))) currency(value);
    }
    text = "";
    if (local === "TxDtls" && part) {
      entry?.parts.push(part);
      part = null;
    } else if (local === "Ntry" && entry) {
      finishEntry(entry);
      entry = null;
    } else if (local === "Bal" && balance) {
      finishBalance(balance);
      balance = null;
    } else if (local === "Stmt") finishPage();
    path.pop();
  });

  const guarded = (work: () => void): StatementRefusal | null => {
    try {
      work();
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  };

  return {
    push(line) {
      lineNumber++;
      return guarded(() => xml.write(`${lineNumber === 1 ? line.replace(/^[\uFEFF\s]+/, "") : line}\n`));
    },
    end(): Result<StatementHead, StatementRefusal> {
      const cut = err({ code: "statement.cut", params: { missing: "</Document>", line: lineNumber } } as const);
      if (path.length > 0) return cut;
      const refusal = guarded(() => xml.close());
      if (refusal) return err(refusal);
      const [first, last] = [pages[0]?.totals, pages.at(-1)?.totals];
      if (!root || !first || !last || !account || !days) return cut;
      return ok({
        ...{ format: "camt-053", account, currency: "BYN", ...all },
        ...{ opening: first.opening.sum, closing: last.closing.sum, dateFrom: days.from, dateTo: days.to },
      });
    },
  };
}
