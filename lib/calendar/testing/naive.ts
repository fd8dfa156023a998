/**
 * The same calendar written a second time, in the dullest way and with nothing shared: Date, a list of free dates, Gauss
 * for Easter. The tests hold `addWorkingDays` against it.
 */
const OFF =
  "2023-04-24 2023-05-08 2023-11-06 2024-05-13 2024-11-08 2025-01-06 2025-04-28 2025-07-04 2025-12-26 2026-04-20";
const WORKED =
  "2023-04-29 2023-05-13 2023-11-11 2024-05-18 2024-11-16 2025-01-11 2025-04-26 2025-07-12 2025-12-20 2026-04-25";

function radunitsa(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 6) % 7;
  return new Date(Date.UTC(year, 2, 22 + d + e + 13 + 9)).toISOString().slice(0, 10);
}

/** All worked days of the years from 2019 to 2099, both ends included, in order. */
export function workedDays(firstYear: number, lastYear: number): string[] {
  const days: string[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const free = "01-01 01-07 03-08 05-01 05-09 07-03 11-07 12-25".split(" ").map((date) => `${year}-${date}`);
    if (year >= 2020) free.push(`${year}-01-02`);
    free.push(radunitsa(year), ...OFF.split(" "));
    const date = new Date(Date.UTC(year, 0, 1));
    for (; date.getUTCFullYear() === year; date.setUTCDate(date.getUTCDate() + 1)) {
      const iso = date.toISOString().slice(0, 10);
      const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      if (WORKED.includes(iso) || (!weekend && !free.includes(iso))) days.push(iso);
    }
  }
  return days;
}
