import type { Day } from "#/lib/calendar/day.ts";
import { type Clock, type ClockName, clocksOf } from "./clocks.ts";
import type { Contract, Given } from "./contract.ts";
import { aboutOf, asOfEntry, clauseOfEntry, dayOfEntry, type LivingEvent, STOPS } from "./living-entry.ts";
import { papersOfEntry } from "./living-papers.ts";
import { type Spent, spentBy } from "./living-term.ts";
import { type Paper, type TimelineEntry, timelineOf } from "./timeline.ts";

export type NoteState = "done" | "running" | "late" | "to-come";

/** One thing that was done, runs or will come under a clause of this very contract. Words come from messages by `code`. */
export type LivingNote<E extends LivingEvent = LivingEvent> = {
  key: string;
  /** Null where the entry names none. */
  clause: string | null;
  state: NoteState;
  /** `step` and `clock` are those of the table of life and of the clocks, `timeline` the codes of the timeline. */
  code: { of: "step" | "clock" | "timeline"; name: string };
  on: Day | null;
  /** The entry that proves it; of a running term, the one that started it. */
  proof: E | null;
  clock: Clock | null;
  /** How much of the term was used when it was done, or is used today. */
  spent: Spent | null;
  papers: Paper[];
  params: Record<string, string | number>;
};

/**
 * The contract as its own log and clocks tell it, clause by clause: every entry of the log is one note, and so is whatever the
 * timeline still waits for; terms of two clauses that run at once (3.6 and 3.8) stand each under its own.
 */
export function livingNotes<E extends LivingEvent>(
  contract: Contract,
  given: Given,
  events: readonly E[],
): LivingNote<E>[] {
  return [
    ...events.map((event) => doneNote(contract, given, event)),
    ...timelineOf(contract, given)
      .filter(isOpen)
      .flatMap((entry) => openNotes(entry, given, events)),
  ];
}

/** What the timeline tells as a fact has its entry in the log, which is told instead. */
const isOpen = ({ state, on }: TimelineEntry) =>
  state === "running" || state === "to-come" || (state === "late" && on === null);

function doneNote<E extends LivingEvent>(contract: Contract, given: Given, event: E): LivingNote<E> {
  const about = asOfEntry(contract, event);
  const clocks = clocksOf(about, given);
  const clock = (STOPS[event.step] ?? []).flatMap((name) => clocks.find((one) => one.name === name) ?? [])[0] ?? null;
  const on = dayOfEntry(event);
  return {
    key: `done:${event.seq}`,
    clause: clauseOfEntry(about, event),
    state: "done",
    code: { of: "step", name: event.step },
    on,
    proof: event,
    clock,
    spent: clock && spentBy(clock, on),
    papers: papersOfEntry(contract, event),
    params: aboutOf(event),
  };
}

function openNotes<E extends LivingEvent>(entry: TimelineEntry, given: Given, events: readonly E[]): LivingNote<E>[] {
  const { key, clause, state, code, on, clocks, params, papers } = entry;
  const own = clocks.find((clock) => clock.clause === clause) ?? null;
  const note = (clock: Clock | null) => ({
    proof: clock && (events.findLast(({ step }) => STARTS[clock.name].includes(step)) ?? null),
    clock,
    spent: clock && spentBy(clock, given.today),
  });
  return [
    {
      ...{ key, clause, on, params, papers },
      state: late(own, state),
      code: { of: "timeline", name: code },
      ...note(own),
    },
    ...clocks
      .filter((clock) => clock !== own)
      .map(
        (clock): LivingNote<E> => ({
          key: `${key}:${clock.name}`,
          clause: clock.clause,
          state: late(clock, "running"),
          code: { of: "clock", name: clock.name },
          ...{ on: null, papers: [], params: {}, ...note(clock) },
        }),
      ),
  ];
}

const late = (clock: Clock | null, state: TimelineEntry["state"]): NoteState =>
  clock?.state === "late" ? "late" : (state as NoteState);

const STARTS: Record<ClockName, readonly string[]> = {
  "invoice-validity": ["issue-invoice", "reissue-invoice"],
  activation: ["accept-offer"],
  "act-sending": ["accept-offer"],
  answer: ["confirm-act-received"],
  "deemed-acceptance": ["send-act"],
};
