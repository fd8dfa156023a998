import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { checkContinuity, checkTotals, type Printed, type Totals } from "../balance.ts";
import { badLine, readCode, readDay, readSum, readUnp } from "../fields.ts";
import {
  type Counterparty,
  type StatementHead,
  type StatementLine,
  type StatementRefusal,
  SUPPORTED,
} from "../statement.ts";
import type { Field, Fields, Reader } from "./format.ts";

const VERSIONS = new Set(["1.02", "1.03"]);

/** Keys that decide money, date, direction: twice in one document means two readings, so neither is taken. */
const SINGLE = new Set([
  ...["Номер", "Дата", "Сумма", "ДатаСписано", "ДатаПоступило", "НазначениеПлатежа"],
  ...["ПлательщикСчет", "ПлательщикИНН", "ПолучательСчет", "ПолучательИНН"],
  ...["РасчСчет", "НачальныйОстаток", "КонечныйОстаток", "ВсегоПоступило", "ВсегоСписано"],
]);

/** Russian accounts carry the currency's number in digits 6 to 8; a Belarusian one begins with BY. */
const RUSSIAN_ACCOUNT = /^\d{5}(\d{3})\d{12}$/;

type Section = Totals & { from: Day; to: Day };

/**
 * 1CClientBankExchange 1.02 and 1.03. The file says nothing of direction: a document whose receiver is the account of
 * `СекцияРасчСчет` is a credit, one whose payer is that account is a debit. The bank's id does not exist here.
 */
export function oneCExchangeReader(emit: (line: StatementLine) => void): Reader {
  let lineNumber = 0;
  let place: "head" | "account" | "document" | "closed" = "head";
  let fields: Fields = new Map();
  let openedAt = 0;
  let lastKey = "";
  let position = 0;
  let account: string | null = null;
  const head: Fields = new Map();
  const sections: Section[] = [];
  /** Sums by day, for files that give each day a section of its own; a day is one entry, however many lines. */
  const byDay = new Map<Day, { credits: Kopecks; debits: Kopecks }>();

  const text = (key: string) => fields.get(key)?.value ?? "";
  const oneDay = (): Day | null => {
    const from = readDay(head.get("ДатаНачала")?.value ?? "");
    return from !== null && from === readDay(head.get("ДатаКонца")?.value ?? "") ? from : null;
  };

  function ownAccount(found: string, line: number): StatementRefusal | null {
    const russian = RUSSIAN_ACCOUNT.exec(found);
    if (russian) {
      const currency = ["810", "643"].includes(russian[1] as string) ? "RUB" : (russian[1] as string);
      return { code: "statement.foreign_currency", params: { currency, supported: SUPPORTED } };
    }
    if (account !== null && account !== found)
      return { code: "statement.several_accounts", params: { found: `${account}, ${found}` } };
    if (found === "") return badLine(line, "РасчСчет", "");
    account = found;
    return null;
  }

  const printed = (key: string): Printed | null | StatementRefusal => {
    const field = fields.get(key);
    if (!field || field.value.trim() === "") return null;
    const sum = readSum(field.value);
    return sum === null ? badLine(field.line, key, field.value) : { sum, line: field.line };
  };

  function finishAccount(): StatementRefusal | null {
    const own = fields.get("РасчСчет") ?? head.get("РасчСчет");
    const refusal = ownAccount(readCode(own?.value) ?? "", own?.line ?? openedAt);
    if (refusal) return refusal;
    const sums: (Printed | null)[] = [];
    for (const key of ["НачальныйОстаток", "КонечныйОстаток", "ВсегоПоступило", "ВсегоСписано"]) {
      const sum = printed(key);
      if (sum && "code" in sum) return sum;
      sums.push(sum);
    }
    const [opening, closing, credits = null, debits = null] = sums;
    if (!opening || !closing) {
      const missing = opening ? "КонечныйОстаток" : "НачальныйОстаток";
      return { code: "statement.cut", params: { missing, line: lineNumber } };
    }
    const start = fields.get("ДатаНачала") ?? head.get("ДатаНачала");
    const from = readDay(start?.value ?? "");
    if (!from) return badLine(start?.line ?? openedAt, "ДатаНачала", start?.value ?? "");
    const stop = fields.get("ДатаКонца") ?? head.get("ДатаКонца") ?? start;
    const to = readDay(stop?.value ?? "");
    if (!to) return badLine(stop?.line ?? openedAt, "ДатаКонца", stop?.value ?? "");
    sections.push({ opening, closing, credits, debits, from, to });
    return null;
  }

  const counterparty = (side: "Плательщик" | "Получатель"): Counterparty => ({
    name: (text(`${side}1`) || text(side).replace(/^(?:ИНН|УНП)\s*\d+\s*/i, "")).trim(),
    // УНП stands in the Russian exchange's field of another name; the second spelling is an alias seen nowhere yet.
    unp: readUnp(text(`${side}ИНН`)) ?? readUnp(text(`${side}УНП`)),
    iban: readCode(text(`${side}Счет`)) ?? readCode(text(`${side}РасчСчет`)),
    bic: readCode(text(`${side}БИК`)),
  });

  /** One field, or six short ones that a form cut: the reader of purposes puts up with the spaces. */
  const purpose = () =>
    text("НазначениеПлатежа").trim() ||
    [1, 2, 3, 4, 5, 6]
      .map((part) => text(`НазначениеПлатежа${part}`).trim())
      .filter(Boolean)
      .join(" ");

  function finishDocument(): StatementRefusal | null {
    if (account === null) {
      const own = head.get("РасчСчет");
      if (!own) return { code: "statement.cut", params: { missing: "СекцияРасчСчет", line: openedAt } };
      const refusal = ownAccount(readCode(own.value) ?? "", own.line);
      if (refusal) return refusal;
    }
    const bad = (key: string) => badLine(fields.get(key)?.line ?? openedAt, key, text(key));
    const amount = readSum(text("Сумма"));
    if (amount === null || amount <= 0n) return bad("Сумма");
    const documentDate = readDay(text("Дата"));
    if (!documentDate) return bad("Дата");
    const owns = (side: string) => [`${side}Счет`, `${side}РасчСчет`].some((key) => readCode(text(key)) === account);
    const credit = owns("Получатель");
    if (credit === owns("Плательщик")) return bad("ПолучательСчет");
    const dateKey = credit ? "ДатаПоступило" : "ДатаСписано";
    const creditDate = text(dateKey).trim() === "" ? oneDay() : readDay(text(dateKey));
    if (!creditDate) return bad(dateKey);
    const sums = byDay.get(creditDate) ?? { credits: 0n, debits: 0n };
    if (credit) sums.credits += amount;
    else sums.debits += amount;
    byDay.set(creditDate, sums);
    emit({
      documentNumber: text("Номер").trim(),
      documentDate,
      creditDate,
      amount,
      side: credit ? "credit" : "debit",
      payer: counterparty(credit ? "Плательщик" : "Получатель"),
      purpose: purpose(),
      bankId: null,
      position: ++position,
    });
    return null;
  }

  function open(line: string): StatementRefusal | null {
    return /^1[CС]ClientBankExchange$/.test(line) ? null : badLine(lineNumber, "1CClientBankExchange", line);
  }

  function enter(next: "account" | "document"): null {
    place = next;
    fields = new Map();
    openedAt = lineNumber;
    lastKey = "";
    return null;
  }

  function set(key: string, value: string): StatementRefusal | null {
    const into = place === "head" ? head : fields;
    lastKey = key;
    if (place === "head") {
      if (key === "ВерсияФормата" && !VERSIONS.has(value.trim()))
        return {
          code: "statement.type_unsupported",
          params: { type: `1CClientBankExchange ${value.trim()}`, supported: SUPPORTED },
        };
      // Several own accounts in the head: only a section tells which of them this file is about.
      if (key === "РасчСчет" && head.has(key)) head.delete(key);
      else into.set(key, { value, line: lineNumber });
      return null;
    }
    if (SINGLE.has(key) && into.has(key)) return badLine(lineNumber, key, value);
    into.set(key, { value, line: lineNumber });
    return null;
  }

  function push(raw: string): StatementRefusal | null {
    lineNumber++;
    const line = raw.trimEnd();
    if (line === "" || line === "\u001A") return null;
    if (openedAt === 0 && place === "head" && head.size === 0 && lastKey === "") {
      lastKey = "1CClientBankExchange";
      return open(line.replace(/^[\uFEFF\s]+/, ""));
    }
    if (place === "closed") return badLine(lineNumber, "", line);
    const equals = line.indexOf("=");
    const key = equals < 0 ? line.trim() : line.slice(0, equals).trim();
    if (key === "СекцияДокумент" || key === "СекцияРасчСчет") {
      // A section inside a section: the end of the first is lost, and perhaps more with it.
      if (place !== "head") return badLine(lineNumber, key, line);
      return enter(key === "СекцияДокумент" ? "document" : "account");
    }
    if (key === "КонецДокумента" || key === "КонецРасчСчет") {
      if (place !== (key === "КонецДокумента" ? "document" : "account")) return badLine(lineNumber, key, line);
      place = "head";
      return key === "КонецДокумента" ? finishDocument() : finishAccount();
    }
    if (key === "КонецФайла") {
      if (place !== "head") return badLine(lineNumber, key, line);
      place = "closed";
      return null;
    }
    const inPurpose = place === "document" && lastKey.startsWith("НазначениеПлатежа");
    if (equals > 0 && !(inPurpose && !/^[А-ЯЁ][А-ЯЁа-яё]*\d*=/.test(line)))
      return set(key, line.slice(equals + 1).trim());
    const before = fields.get(lastKey);
    if (!inPurpose || !before) return badLine(lineNumber, "", line);
    // A purpose with a line break inside: its second line has no key of its own.
    fields.set(lastKey, { ...before, value: `${before.value} ${line.trim()}` } satisfies Field);
    return null;
  }

  function between(from: Day, to: Day) {
    const sums = { credits: 0n, debits: 0n };
    for (const [day, one] of byDay)
      if (day >= from && day <= to) {
        sums.credits += one.credits;
        sums.debits += one.debits;
      }
    return sums;
  }

  /** Each section against its own days, each day's closing against the next one's opening, the whole against all lines. */
  function check(days: Section[], all: { credits: Kopecks; debits: Kopecks }): StatementRefusal | null {
    const [first, last] = [days[0] as Section, days.at(-1) as Section];
    if (days.length === 1) return checkTotals(first, all.credits, all.debits);
    for (const [at, day] of days.entries()) {
      const sums = between(day.from, day.to);
      const next = days[at + 1];
      const off = checkTotals(day, sums.credits, sums.debits) ?? (next ? checkContinuity(day, next) : null);
      if (off) return off;
    }
    return checkTotals(
      { opening: first.opening, closing: last.closing, credits: null, debits: null },
      all.credits,
      all.debits,
    );
  }

  function end(): Result<StatementHead, StatementRefusal> {
    const cut = (missing: string) =>
      err({ code: "statement.cut", params: { missing, line: lineNumber } } as StatementRefusal);
    if (place !== "closed") return cut("КонецФайла");
    if (sections.length === 0 || account === null) return cut("СекцияРасчСчет");
    const days = sections.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    const [first, last] = [days[0] as Section, days.at(-1) as Section];
    const all = between("0000-00-00" as Day, "9999-99-99" as Day);
    const off = check(days, all);
    if (off) return err(off);
    return ok({
      ...{ format: "1c-exchange", account, currency: "BYN" },
      ...{ opening: first.opening.sum, closing: last.closing.sum, ...all },
      ...{ dateFrom: first.from, dateTo: last.to },
    });
  }

  return { push, end };
}
