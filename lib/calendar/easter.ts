import { addDays, asDay, type Day } from "./day.ts";

/** Orthodox Easter of a year as a day of the civil calendar: Meeus's Julian algorithm, then the days between the two. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, "0");
  const date = String((sum % 31) + 1).padStart(2, "0");
  const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return addDays(asDay(`${year}-${month}-${date}`), behind);
}
