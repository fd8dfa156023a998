import "server-only";

import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { calendarTransfers, calendarYears } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { CalendarEdit } from "#/lib/calendar/edit.ts";
import { type Origin, record } from "./evidence.ts";

const CALENDAR_LOCK = 20_261_122;

/** One edit of the calendar at a time: the next one must see this one's book. Held to the end of the transaction. */
export const holdCalendar = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`);

/** One decided edit with its line in the calendar's own chain; `moved` says which contracts it moved. False when a withdrawal came second. */
export async function saveCalendarEdit(
  tx: Tx,
  edit: CalendarEdit,
  id: string,
  moved: readonly string[],
  { actor, origin, now }: { actor: Actor; origin: Origin; now: Date },
): Promise<boolean> {
  const by = actorRef(actor).id;
  const { kind, reason, ...what } = edit;
  if (edit.kind === "transfer") {
    const { kind: _kind, ...row } = edit;
    await tx.insert(calendarTransfers).values({ id, ...row, enteredAt: now, enteredBy: by });
  } else if (edit.kind === "confirm-year") {
    const { year, resolution } = edit;
    await tx.insert(calendarYears).values({ year, resolution, confirmedAt: now, confirmedBy: by, reason });
  } else {
    const gone = await tx
      .update(calendarTransfers)
      .set({ withdrawnAt: now, withdrawnBy: by, withdrawReason: reason })
      .where(and(eq(calendarTransfers.id, edit.id), isNull(calendarTransfers.withdrawnAt)))
      .returning({ id: calendarTransfers.id });
    if (gone.length === 0) return false;
  }
  const data = { ...(kind === "transfer" ? { id } : {}), ...what, moved: [...moved] };
  await record(tx, actor, origin, now, { chain: "calendar", step: `calendar-${kind}`, reason, data });
  return true;
}
