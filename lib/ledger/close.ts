import { addDays, type Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { lastDayOf } from "./period.ts";
import type { Finding } from "./proof.ts";

/** What can stand in the way of closing a month, in the order of the work. */
export const BLOCKS = [
  "not-over",
  "earlier-open",
  "statement-days",
  "statement-balance",
  "lines-unmatched",
  "proposals-open",
  "money-to-return",
  "acts-unsent",
  "acts-unanswered",
  "numbers",
  "books",
] as const;
export type BlockName = (typeof BLOCKS)[number];
/** `count` of zero: nothing in the way. `at` names where to begin: a day, a month, an account. */
export type Check = { name: BlockName; count: number; at: string | null };

export type StatementSpan = { account: string; from: Day; to: Day; opening: Kopecks; closing: Kopecks };

export type CloseFacts = {
  month: Day;
  today: Day;
  /** The first month with entries that is still open and lies before this one. */
  earlierOpen: Day | null;
  statements: readonly StatementSpan[];
  isWorking: (day: Day) => boolean;
  counts: Record<"lines-unmatched" | "proposals-open" | "money-to-return" | "acts-unsent" | "acts-unanswered", number>;
  findings: readonly Finding[];
};

/** The whole checklist: what is in order is said, too. A month may be closed where no count is above zero. */
export function checklist(facts: CloseFacts): Check[] {
  const { month, today, earlierOpen, counts, findings } = facts;
  const days = uncoveredDays(facts);
  const breaks = brokenBalances(facts.statements);
  const numbers = findings.filter(({ law }) => law.endsWith("-number"));
  const found: Record<BlockName, Omit<Check, "name">> = {
    "not-over": { count: today <= lastDayOf(month) ? 1 : 0, at: lastDayOf(month) },
    "earlier-open": { count: earlierOpen ? 1 : 0, at: earlierOpen },
    "statement-days": { count: days.length, at: days[0] ?? null },
    "statement-balance": { count: breaks.length, at: breaks[0] ?? null },
    "lines-unmatched": { count: counts["lines-unmatched"], at: null },
    "proposals-open": { count: counts["proposals-open"], at: null },
    "money-to-return": { count: counts["money-to-return"], at: null },
    "acts-unsent": { count: counts["acts-unsent"], at: null },
    "acts-unanswered": { count: counts["acts-unanswered"], at: null },
    numbers: { count: numbers.length, at: numbers[0]?.example ?? null },
    books: { count: findings.length - numbers.length, at: null },
  };
  return BLOCKS.map((name) => ({ name, ...found[name] }));
}

export const closes = (checks: readonly Check[]): boolean => checks.every(({ count }) => count === 0);

/** Working days of the month that no statement of an account covers, for every account that ever had one; without any, all of them. */
export function uncoveredDays({
  month,
  statements,
  isWorking,
}: Pick<CloseFacts, "month" | "statements" | "isWorking">): Day[] {
  const missing = new Set<Day>();
  const accounts = new Set(statements.map(({ account }) => account));
  for (const account of accounts.size > 0 ? accounts : [null])
    for (let day = month; day <= lastDayOf(month); day = addDays(day, 1))
      if (isWorking(day) && !statements.some((one) => one.account === account && one.from <= day && day <= one.to))
        missing.add(day);
  return [...missing].sort();
}

/** First days of statements that do not open with what the one before closed with; overlapping ones are compared by their lines. */
function brokenBalances(statements: readonly StatementSpan[]): Day[] {
  const sorted = statements.toSorted(
    (a, b) => a.account.localeCompare(b.account) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
  return sorted.flatMap((one, at) => {
    const before = sorted[at - 1];
    const follows = before?.account === one.account && before.to < one.from;
    return follows && before.closing !== one.opening ? [one.from] : [];
  });
}
