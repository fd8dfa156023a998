import { z } from "zod";

import { err, ok, type Result } from "#/lib/result.ts";
import { type Calendar, dayKind } from "./calendar.ts";
import { type Day, daysBetween, parseDay, yearOf } from "./day.ts";

/** Who moved the day: the Council of Ministers for everybody, or the seller for its own house. */
export type TransferSource = "government" | "seller";
export type BookedTransfer = { id: string; off: Day; worked: Day; resolution: string; source: TransferSource };

/** The calendar as it stands in the books: what is in force of what was entered. */
export type CalendarBook = { transfers: readonly BookedTransfer[]; years: readonly number[] };

export type CalendarEdit =
  | { kind: "transfer"; off: Day; worked: Day; resolution: string; source: TransferSource; reason: string }
  | { kind: "withdraw"; id: string; reason: string }
  | { kind: "confirm-year"; year: number; resolution: string; reason: string };

/** A resolution moves a day by weeks; farther than this is a slip of the hand. */
const FARTHEST_DAYS = 60;
const FIRST_YEAR = 2023;
const LAST_YEAR = 2099;

const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");
const resolution = z.string().trim().min(5, "calendar.resolution").max(300, "field.too_long");
const day = z.string().transform((text, ctx): Day => {
  const read = parseDay(text);
  if (!read) ctx.addIssue({ code: "custom", message: "day.format" });
  return read ?? ("" as Day);
});

/** As a form or a command sends it; both ends read it by this. */
export const calendarEditInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("transfer"),
    off: day,
    worked: day,
    resolution,
    source: z.enum(["government", "seller"], "field.choose"),
    reason,
  }),
  z.object({ kind: z.literal("withdraw"), id: z.uuid(), reason }),
  z.object({
    kind: z.literal("confirm-year"),
    year: z.coerce.number().int().min(FIRST_YEAR, "calendar.year").max(LAST_YEAR, "calendar.year"),
    resolution,
    reason,
  }),
]);

/** State holidays are law and come with the program; transfers and confirmed years are entered. */
export const calendarOf = (holidays: Calendar["holidays"], book: CalendarBook): Calendar => ({
  holidays,
  transfers: book.transfers.map(({ off, worked, resolution: by }) => ({ off, worked, resolution: by })),
  confirmedYears: book.years,
});

type Refused = { code: string; field: string };
export type Edited = {
  book: CalendarBook;
  /** The days whose kind changes: only a term that spans one of them can move. Empty for a confirmed year. */
  days: Day[];
};

/** The book after an edit, or why it cannot be: a transfer frees a working day and gives back a free one. `id` names a new transfer. */
export function editCalendar(
  holidays: Calendar["holidays"],
  book: CalendarBook,
  edit: CalendarEdit,
  id: string,
): Result<Edited, Refused> {
  const refuse = (code: string, field: string) => err({ code, field });
  if (edit.kind === "confirm-year") {
    if (book.years.includes(edit.year)) return refuse("calendar.year_confirmed", "year");
    return ok({ book: { ...book, years: [...book.years, edit.year].sort() }, days: [] });
  }
  if (edit.kind === "withdraw") {
    const gone = book.transfers.find((one) => one.id === edit.id);
    if (!gone) return refuse("record.not_found", "id");
    const transfers = book.transfers.filter((one) => one.id !== edit.id);
    return ok({ book: { ...book, transfers }, days: [gone.off, gone.worked].sort() });
  }
  const { off, worked, source } = edit;
  const calendar = calendarOf(holidays, book);
  if (!dayKind(calendar, off).working) return refuse("calendar.off_is_free", "off");
  if (dayKind(calendar, worked).working) return refuse("calendar.worked_is_working", "worked");
  const moved = new Set(book.transfers.flatMap((one) => [one.off, one.worked]));
  if (moved.has(off)) return refuse("calendar.moved_before", "off");
  if (moved.has(worked)) return refuse("calendar.moved_before", "worked");
  if (source === "government" && yearOf(off) !== yearOf(worked)) return refuse("calendar.other_year", "worked");
  if (Math.abs(daysBetween(off, worked)) > FARTHEST_DAYS) return refuse("calendar.too_far", "worked");
  const transfers = [...book.transfers, { id, off, worked, resolution: edit.resolution, source }];
  return ok({ book: { ...book, transfers }, days: [off, worked].sort() });
}
