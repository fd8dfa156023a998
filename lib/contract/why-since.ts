import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Place, placeAfter, STEPS, type Step } from "./machine.ts";

/** The contract's own log, oldest first; steps that move no place (a recount) may stand in it. */
export type History = readonly { step: string; at: Date }[];

/**
 * `by` closed the step on that day (null: time did); `wasOpen: false`: it never was open, and `by` led to the place that keeps
 * it closed.
 */
export type Since = { on: Day; by: string | null; wasOpen: boolean };

const isStep = (step: string): step is Step => (STEPS as readonly string[]).includes(step);

/** The last moment that a step was closed by the table of life; null where it is open, or the log is not at hand. */
export function closedSince(history: History, step: Step): Since | null {
  let place: Place = { stage: "ordered", act: "none" };
  let open = placeAfter(place, step) !== null;
  let since: Since | null = null;
  let wasOpen = open;
  for (const [at, entry] of history.entries()) {
    const next = isStep(entry.step) ? placeAfter(place, entry.step) : null;
    const moved = next !== null && (next.stage !== place.stage || next.act !== place.act);
    if (next) place = next;
    const now = placeAfter(place, step) !== null;
    const told = { on: dayInMinsk(entry.at), by: entry.step };
    if (now) since = null;
    else if (open) since = { ...told, wasOpen: true };
    else if (!wasOpen && (at === 0 || moved)) since = { ...told, wasOpen: false };
    open = now;
    wasOpen ||= now;
  }
  return since;
}

/** The last time that one of these steps was taken. */
export function lastOf(history: History, steps: readonly Step[]): Since | null {
  const entry = history.findLast(({ step }) => isStep(step) && steps.includes(step));
  return entry ? { on: dayInMinsk(entry.at), by: entry.step, wasOpen: true } : null;
}
