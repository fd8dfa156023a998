import type { Refusal } from "#/lib/action-result.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { dayInMinsk, endOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import {
  isSaid,
  type Recorded,
  recordedValue,
  sameValue,
  type Values,
  valueOfRecord,
  WRITTEN,
} from "./as-of-record.ts";
import type { Contract } from "./contract.ts";
import { STEPS } from "./machine.ts";

/** An entry of the contract's own chain, as much of it as the fold reads. `changes` is `data.changes`. */
export type LoggedStep = {
  seq: number;
  at: Date;
  step: string;
  reason: string | null;
  actorName: string;
  changes: Recorded[] | null;
};

/** What the contract's own chain does not tell: these have chains of their own. */
export type OthersThen = Pick<Contract, "forceMajeure"> & { party: Pick<Contract["party"], "name" | "actChannel"> };

/** Every step that moves a contract; other entries of its chain tell of it and change nothing. */
const MOVING: ReadonlySet<string> = new Set([...STEPS, "place-order", "recount-deadlines"]);

/**
 * The contract as its log says it stood at `at`: today's record with every later step taken back, the last one first. Each step
 * must find what it left behind, so a record that was altered past the log is a refusal, never a wrong picture.
 */
export function contractAsOf(
  contract: Contract,
  log: readonly LoggedStep[],
  at: Date,
  others: OthersThen,
): Result<Contract, Refusal> {
  if (at < contract.placedAt) return err({ code: "as_of.before_order", params: { on: dayInMinsk(contract.placedAt) } });
  const first = log.findIndex((entry) => entry.at > at);
  const later = first === -1 ? [] : log.slice(first);
  let then = contract;
  for (const entry of [...later].reverse()) {
    if (!entry.changes) {
      if (!MOVING.has(entry.step)) continue;
      return err({ code: "as_of.not_kept", params: { on: dayInMinsk(entry.at) } });
    }
    const earlier = log.filter(({ seq }) => seq < entry.seq);
    for (const change of [...entry.changes].reverse()) {
      const back = takenBack(then, change, earlier);
      if (!back) return err({ code: "as_of.altered", params: { seq: entry.seq } });
      then = back;
    }
  }
  const notes = contract.notes.filter((note) => note.at <= at);
  const newerOffers = newerThen(then, at);
  return ok({
    ...then,
    notes,
    newerOffers,
    forceMajeure: others.forceMajeure,
    party: { ...then.party, ...others.party },
  });
}

/** Editions that were published by then, each with what had been said of it by then. */
function newerThen({ acceptedOfferId, newerOffers }: Contract, at: Date): Contract["newerOffers"] {
  if (acceptedOfferId === null) return [];
  return newerOffers
    .filter(({ publishedOn }) => publishedOn <= dayInMinsk(at))
    .map((edition) => ({
      ...edition,
      ...(edition.refusedAt && edition.refusedAt <= at
        ? {}
        : { refusedOn: null, refusedAt: null, refusalReason: null }),
      ...(edition.answeredAt && edition.answeredAt <= at ? {} : { answeredAt: null, answer: null }),
    }));
}

/** One change undone; null where the record does not hold what the change left in it. */
function takenBack(contract: Contract, change: Recorded, earlier: readonly LoggedStep[]): Contract | null {
  const undo = <Row extends { id: string }>(row: Row): Row | null => {
    const now = row as unknown as Values;
    for (const [field, after] of Object.entries(change.after))
      if (!sameValue(recordedValue(field, now[field]), after)) return null;
    const before = Object.entries(change.before ?? {}).map(([field, value]) => [
      field,
      value === WRITTEN && isSaid(field) ? saidBefore(change, field, earlier) : valueOfRecord(field, value),
    ]);
    return { ...row, ...Object.fromEntries(before) };
  };
  const among = <Row extends { id: string }>(rows: readonly Row[]): Row[] | null => {
    const row = rows.find(({ id }) => id === change.id);
    const then = row && undo(row);
    if (!then) return null;
    return change.before === null ? rows.filter((one) => one !== row) : rows.map((one) => (one === row ? then : one));
  };
  if (change.of === "contract") return change.before === null ? null : undo(contract);
  const list = change.of === "line" ? "lines" : change.of === "invoice" ? "invoices" : "acts";
  const rows = among<{ id: string }>(contract[list]);
  return rows && { ...contract, [list]: rows };
}

/** Words that a later step wrote over: those of the entry that said them. */
function saidBefore({ of, id }: Recorded, field: string, earlier: readonly LoggedStep[]): string | null {
  const entry = earlier.findLast(({ changes }) =>
    changes?.some((change) => change.of === of && change.id === id && change.after[field] === WRITTEN),
  );
  return (field === "activatedBy" ? entry?.actorName : entry?.reason) ?? null;
}

/** The day of an address (`?on=2026-04-20`, `20.04.2026`): the last moment of that day in Minsk, now at the latest. */
export function momentAsked(text: string, now: Date): Result<{ on: Day; at: Date }, Refusal> {
  const on = parseDay(text);
  if (!on) return err({ code: "day.format" });
  if (on > dayInMinsk(now)) return err({ code: "as_of.future", params: { today: dayInMinsk(now) } });
  const end = endOfDayInMinsk(on);
  return ok({ on, at: end < now ? end : now });
}
