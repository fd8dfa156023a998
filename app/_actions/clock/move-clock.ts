"use server";

import { z } from "zod";

import { currentCalendar } from "#/app/_time/calendar.ts";
import { clockMoves } from "#/app/_time/now.ts";
import { setClockOffset } from "#/db/writes/clock.ts";
import { refuse } from "#/lib/action-result.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { addDays, daysBetween, parseDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

const DAY_MS = 86_400_000;
const FARTHEST_MS = 3660 * DAY_MS;

const input = z.object({
  way: z.enum(["days", "working-days", "date", "back"]),
  count: z.coerce.number().int().min(1).max(400).optional(),
  date: z.string().trim().max(10).optional(),
});

/** Moves "now" of a demonstration, always to the same time of another day. Production has no such door: it refuses. */
export const moveClockAction = action({
  name: "move-clock",
  allow: "clock.move",
  input,
  run: async ({ tx, input: { way, count, date }, now }) => {
    if (!clockMoves()) return refuse("clock.fixed");
    if (way === "back") return saved(tx, 0);
    const today = dayInMinsk(now);
    const target =
      way === "date"
        ? parseDay(date ?? "")
        : way === "days"
          ? addDays(today, count ?? 1)
          : addWorkingDays(await currentCalendar(tx), today, count ?? 1).date;
    if (!target) return refuse("form.invalid", { date: { code: "field.date" } });
    const offset = now.getTime() - Date.now() + daysBetween(today, target) * DAY_MS;
    return Math.abs(offset) > FARTHEST_MS ? refuse("clock.too_far") : saved(tx, offset);
  },
});

async function saved(tx: Parameters<typeof setClockOffset>[0], offsetMs: number) {
  await setClockOffset(tx, Math.round(offsetMs));
  return ok({ offsetMs });
}
