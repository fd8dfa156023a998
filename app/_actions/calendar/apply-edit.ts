import "server-only";

import { realTime } from "#/app/_auth/real-time.ts";
import { countingBy, holidays } from "#/app/_time/calendar.ts";
import type { Tx } from "#/db/client.ts";
import { calendarBook } from "#/db/queries/calendar.ts";
import { holdCalendar, saveCalendarEdit } from "#/db/writes/calendar.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { tell } from "#/db/writes/outbox.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { type CalendarEdit, editCalendar } from "#/lib/calendar/edit.ts";
import { ok } from "#/lib/result.ts";
import { type MovedContract, previewRecount, storeRecount } from "./recount-open.ts";

type Asked = { tx: Tx; actor: Actor; now: Date; edit: CalendarEdit };

/** Every process has read the new calendar by then. */
const ONCE_MORE_MS = 10_000;

/** What an edit would move, before anybody saves it. */
export async function previewEdit({ tx, actor, now, edit }: Asked): Promise<ActionResult<MovedContract[]>> {
  const decided = editCalendar(holidays, await calendarBook(tx), edit, crypto.randomUUID());
  if (!decided.ok) return refuse("form.invalid", { [decided.error.field]: { code: decided.error.code } });
  const { book, days } = decided.value;
  return ok(await previewRecount({ tx, actor, now, calendar: countingBy(book), days }));
}

/**
 * One edit of the calendar: the book, every open term that it moves with its evidence, the line in the calendar's chain, all
 * in the caller's transaction. Knows nothing of browsers: the page and the command line edit alike.
 */
export async function applyEdit({
  tx,
  actor,
  origin,
  now,
  edit,
}: Asked & { origin: Origin }): Promise<ActionResult<MovedContract[]>> {
  await holdCalendar(tx);
  const id = crypto.randomUUID();
  const decided = editCalendar(holidays, await calendarBook(tx), edit, id);
  if (!decided.ok) return refuse("form.invalid", { [decided.error.field]: { code: decided.error.code } });
  const { book, days } = decided.value;
  const { reason, ...what } = edit;
  const moved = await storeRecount({
    ...{ tx, actor, origin, now, days, reason },
    calendar: countingBy(book),
    edit: what,
  });
  if (!moved) return refuse("record.changed");
  const ids = moved.map(({ contractId }) => contractId);
  if (!(await saveCalendarEdit(tx, edit, id, ids, { actor, origin, now }))) return refuse("record.changed");
  if (days.length > 0)
    await tell(tx, new Date(realTime().getTime() + ONCE_MORE_MS), {
      topic: "recount-deadlines",
      payload: { days, reason, calendar: what },
    });
  return ok(moved);
}
