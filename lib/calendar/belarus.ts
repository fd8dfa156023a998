import type { Calendar, Transfer } from "./calendar.ts";
import { asDay } from "./day.ts";

const transfer = (off: string, worked: string, resolution: string): Transfer => ({
  off: asDay(off),
  worked: asDay(worked),
  resolution,
});

const R2023 = "постановление Совета Министров от 01.11.2022 № 739";
const R2024 = "постановление Совета Министров от 23.11.2023 № 814";
const R2025 = "постановление Совета Министров от 14.11.2024 № 839";
const R2026 = "постановление Совета Министров от 22.07.2025 № 397";

/**
 * Belarus: holidays by the Decree of 26.03.1998 №157 with its amendments (2 January by №464 of 17.12.2019), transfers by
 * the yearly resolutions of the Council of Ministers. The resolution for 2027 is not published: such counts are provisional.
 */
export const belarusCalendar: Calendar = {
  holidays: [
    { code: "new-year", since: 1991, kind: "fixed", month: 1, date: 1 },
    { code: "new-year", since: 2020, kind: "fixed", month: 1, date: 2 },
    { code: "orthodox-christmas", since: 1991, kind: "fixed", month: 1, date: 7 },
    { code: "womens-day", since: 1991, kind: "fixed", month: 3, date: 8 },
    { code: "radunitsa", since: 1991, kind: "after-easter", days: 9 },
    { code: "labour-day", since: 1991, kind: "fixed", month: 5, date: 1 },
    { code: "victory-day", since: 1991, kind: "fixed", month: 5, date: 9 },
    { code: "independence-day", since: 1997, kind: "fixed", month: 7, date: 3 },
    { code: "october-revolution", since: 1995, kind: "fixed", month: 11, date: 7 },
    { code: "catholic-christmas", since: 1991, kind: "fixed", month: 12, date: 25 },
  ],
  transfers: [
    transfer("2023-04-24", "2023-04-29", R2023),
    transfer("2023-05-08", "2023-05-13", R2023),
    transfer("2023-11-06", "2023-11-11", R2023),
    transfer("2024-05-13", "2024-05-18", R2024),
    transfer("2024-11-08", "2024-11-16", R2024),
    transfer("2025-01-06", "2025-01-11", R2025),
    transfer("2025-04-28", "2025-04-26", R2025),
    transfer("2025-07-04", "2025-07-12", R2025),
    transfer("2025-12-26", "2025-12-20", R2025),
    transfer("2026-04-20", "2026-04-25", R2026),
  ],
  confirmedYears: [2023, 2024, 2025, 2026],
};
