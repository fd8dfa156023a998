/** The first year of the row. */
export const FIRST = 2019;
/** Orthodox Easter as the church calendar prints it; the program computes it. Radunitsa is nine days later. */
const EASTER =
  `2019-04-28 2020-04-19 2021-05-02 2022-04-24 2023-04-16 2024-05-05 2025-04-20 2026-04-12 2027-05-02 2028-04-16
  2029-04-08 2030-04-28 2031-04-13 2032-05-02 2033-04-24 2034-04-09 2035-04-29 2036-04-20 2037-04-05 2038-04-25 2039-04-17`.split(
    /\s+/,
  );
/** The resolutions of the Council of Ministers, retyped: a day off, and the Saturday worked for it. */
const MOVED =
  `2023-04-24>2023-04-29 2023-05-08>2023-05-13 2023-11-06>2023-11-11 2024-05-13>2024-05-18 2024-11-08>2024-11-16
  2025-01-06>2025-01-11 2025-04-28>2025-04-26 2025-07-04>2025-07-12 2025-12-26>2025-12-20 2026-04-20>2026-04-25`
    .split(/\s+/)
    .map((pair) => pair.split(">") as [string, string]);
const HOLIDAYS = "01-01 01-02 01-07 03-08 05-01 05-09 07-03 11-07 12-25".split(" ");

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const two = (n: number) => String(n).padStart(2, "0");

/** The second implementation: a long row of days written one after another, each worked or not; no Date, no rule is computed. */
export function rowOfDays(years: number, transfers: boolean) {
  const days: string[] = [];
  const worked: boolean[] = [];
  /** How many worked days there are up to and with each day. */
  const upTo: number[] = [];
  const workedAt: number[] = [];
  const radunitsa = EASTER.map((easter) => nineDaysLater(easter));
  // 1 January 2019 was a Tuesday; Monday is 0.
  let weekday = 1;
  for (let year = FIRST; year < FIRST + years; year++)
    for (let month = 1; month <= 12; month++)
      for (let date = 1; date <= LENGTHS[month - 1]! + (month === 2 && leap(year) ? 1 : 0); date++) {
        const day = `${year}-${two(month)}-${two(date)}`;
        const secondOfJanuary = month === 1 && date === 2 && year < 2020;
        const holiday = (HOLIDAYS.includes(day.slice(5)) && !secondOfJanuary) || radunitsa.includes(day);
        const moved = transfers ? MOVED.find((pair) => pair.includes(day)) : undefined;
        const works = moved ? moved[1] === day : weekday < 5 && !holiday;
        days.push(day);
        worked.push(works);
        if (works) workedAt.push(days.length - 1);
        upTo.push(workedAt.length);
        weekday = (weekday + 1) % 7;
      }
  return { days, worked, upTo, workedAt };
}

function nineDaysLater(easter: string): string {
  const [year, month, date] = easter.split("-").map(Number) as [number, number, number];
  const length = LENGTHS[month - 1]!;
  return date + 9 <= length
    ? `${year}-${two(month)}-${two(date + 9)}`
    : `${year}-${two(month + 1)}-${two(date + 9 - length)}`;
}

/** The same date so many months later, the last of a shorter month. */
export function sameDateLater(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  let [y, m] = [year, month];
  for (let n = 0; n < months; n++) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  const length = LENGTHS[m - 1]! + (m === 2 && leap(y) ? 1 : 0);
  return `${y}-${two(m)}-${two(Math.min(date, length))}`;
}

export type Row = ReturnType<typeof rowOfDays>;
