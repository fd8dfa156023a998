"use server";

import { forgetCalendar } from "#/app/_time/calendar.ts";
import { calendarEditInput } from "#/lib/calendar/edit.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { applyEdit } from "./apply-edit.ts";

/** A transfer, its withdrawal or a confirmed year; open terms move with it, each with its evidence. */
export const editCalendarAction = action({
  name: "edit-calendar",
  allow: "calendar.edit",
  input: calendarEditInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const done = await applyEdit({ tx, actor, origin, now, edit: input });
    // Read again from the next request on, and once more when the recount is repeated.
    forgetCalendar();
    return done.ok ? ok({ moved: done.value.length }) : done;
  },
});
