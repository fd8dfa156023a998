import { addDays, addMonths, asDay, type Day, parseDay } from "#/lib/calendar/day.ts";
import { monthOfBooks } from "./ledger.ts";

/** Both days belong to it. */
export type Period = { from: Day; to: Day };

export const lastDayOf = (month: Day): Day => addDays(addMonths(month, 1), -1);
export const monthPeriod = (day: Day): Period => {
  const from = monthOfBooks(day);
  return { from, to: lastDayOf(from) };
};

/** A period as an address carries it; what is no day, or ends before it begins, is the month of today. */
export function readPeriod(query: { from?: string | undefined; to?: string | undefined }, today: Day): Period {
  const [from, to] = [parseDay(query.from ?? ""), parseDay(query.to ?? "")];
  return from && to && from <= to ? { from, to } : monthPeriod(today);
}

/** What people ask for: this month, the one before, the quarter and the year so far. */
export function usualPeriods(today: Day): { name: "month" | "before" | "quarter" | "year"; period: Period }[] {
  const month = monthOfBooks(today);
  const quarter = asDay(
    `${today.slice(0, 5)}${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`,
  );
  return [
    { name: "month", period: monthPeriod(today) },
    { name: "before", period: monthPeriod(addDays(month, -1)) },
    { name: "quarter", period: { from: quarter, to: lastDayOf(addMonths(quarter, 2)) } },
    { name: "year", period: { from: asDay(`${today.slice(0, 4)}-01-01`), to: asDay(`${today.slice(0, 4)}-12-31`) } },
  ];
}
