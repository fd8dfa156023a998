import { addDays, type Day, dayOf } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { LintClause } from "./lint-text.ts";
import type { Finding, LintFacts } from "./rules.ts";

// Genitive, as in «29 декабря 2025 г.»; the first letters tell the month in all three languages.
const MONTHS: readonly RegExp[] = [
  /^(?:янв|студз|jan)/,
  /^(?:фев|лют|feb)/,
  /^(?:мар|сак|mar)/,
  /^(?:апр|крас|apr)/,
  /^(?:мая|май|траў|may)/,
  /^(?:июн|чэрв|jun)/,
  /^(?:июл|ліп|jul)/,
  /^(?:авг|жні|aug)/,
  /^(?:сен|вер|sep)/,
  /^(?:окт|кас|oct)/,
  /^(?:ноя|ліст|nov)/,
  /^(?:дек|снеж|dec)/,
];
const MONTH =
  "январ\\p{L}+|феврал\\p{L}+|март\\p{L}?|апрел\\p{L}+|ма[яй]|июн\\p{L}+|июл\\p{L}+|август\\p{L}?|сентябр\\p{L}+|октябр\\p{L}+|ноябр\\p{L}+|декабр\\p{L}+|студзен\\p{L}+|лют\\p{L}+|сакавік\\p{L}*|красавік\\p{L}*|траўн\\p{L}+|чэрвен\\p{L}+|ліпен\\p{L}+|жні\\p{L}+|верас\\p{L}+|кастрычнік\\p{L}*|лістапад\\p{L}*|снеж\\p{L}+|january|february|march|april|may|june|july|august|september|october|november|december";
const DATE = new RegExp(
  `(?<![\\p{L}\\d.])(?:(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})|[«"]?(\\d{1,2})[»"]?\\s+(${MONTH})\\s+(\\d{4}))(?![\\d-])`,
  "giu",
);

export type TextDate = { text: string; start: number; end: number; day: Day | null };

/** Dates in a text; `day` is null for one that no calendar has: 31.02.2026. */
export function findDates(text: string): TextDate[] {
  return [...text.matchAll(DATE)].map((match) => {
    const [words, date, month, year, isoYear, isoMonth, isoDate, named, monthName, namedYear] = match;
    const name = monthName?.toLowerCase() ?? "";
    const found = monthName ? MONTHS.findIndex((shape) => shape.test(name)) + 1 : Number(month ?? isoMonth);
    const day = dayOf(Number(year ?? isoYear ?? namedYear), found, Number(date ?? isoDate ?? named));
    return { text: words, start: match.index, end: match.index + words.length, day };
  });
}

type Said = { clause: string; text: string; day: Day };
type What = "orderDate" | "publishedOn" | "inForceFrom";

/** The words before a date that say what day it is. */
const BEFORE: Record<What, RegExp> = {
  orderDate: /(?:приказ|загад|order)\p{L}*[^;]{0,80}?\s(?:от|ад|dated|of)\s*$/iu,
  publishedOn: /(?:опубликован|размещ[её]н|апублікаван|published)\p{L}*[^.;]{0,40}$/iu,
  inForceFrom:
    /(?:вступа\p{L}+ в силу|вступил\p{L}* в силу|действует|уступае ў сілу|дзейнічае|in force|effective)\s*(?:с|со|з|from|as of|on)?\s*$/iu,
};

/** Dates that no calendar has, and dates that contradict each other or what the edition says of itself. */
export function dateFindings(clauses: readonly LintClause[], facts: LintFacts): Finding[] {
  const findings: Finding[] = [];
  const said: Partial<Record<What, Said>> = {};
  // The head of a contract breaks anywhere («от 29.12.2025 г. настоящий / Публичный договор опубликован»): read as one text.
  let head = "";
  for (const { name, prose } of clauses) {
    const dates = findDates(prose);
    for (const { text, day, start } of dates) {
      if (day === null) {
        findings.push({ rule: "date.impossible", clause: name, text });
        continue;
      }
      const before = `${head}\n${prose.slice(0, start)}`.slice(-160).replace(/\s+/g, " ");
      for (const [what, words] of Object.entries(BEFORE))
        if (words.test(before)) said[what as What] ??= { clause: name, text, day };
    }
    head = prose;
  }
  return [...findings, ...differing(said, facts), ...contradictions(said, facts)];
}

/** The text says another day than the edition's own facts. */
const differing = (said: Partial<Record<What, Said>>, facts: LintFacts): Finding[] =>
  (Object.keys(BEFORE) as What[]).flatMap((what): Finding[] => {
    const [here, fact] = [said[what], facts[what]];
    if (!here || !fact || here.day === fact) return [];
    return [
      { rule: "date.differs", clause: here.clause, text: here.text, params: { what, expected: formatDay(fact) } },
    ];
  });

/** An order of later than what it ordered; effect before the notice that 6.2 promises. */
function contradictions(said: Partial<Record<What, Said>>, facts: LintFacts): Finding[] {
  const of = (what: What) =>
    said[what] ?? (facts[what] ? { clause: null, text: formatDay(facts[what]), day: facts[what] } : null);
  const [order, published, force] = [of("orderDate"), of("publishedOn"), of("inForceFrom")];
  const findings: Finding[] = [];
  if (order && published && order.day > published.day)
    findings.push({
      ...{ rule: "date.order", clause: order.clause, text: order.text },
      params: { expected: formatDay(published.day) },
    });
  if (published && force) {
    // The first edition has nobody to give notice to: it may be in force on the day of its publication.
    const first = facts.successor === false || (facts.successor === null && force.day === published.day);
    const notice = facts.kind === "offer" && !first ? (facts.bindings?.editionCalendarDays ?? 0) : 0;
    const earliest = addDays(published.day, notice);
    if (force.day < earliest)
      findings.push({
        ...{ rule: "date.in_force", clause: force.clause, text: force.text },
        params: { expected: formatDay(earliest) },
      });
  }
  return findings;
}
