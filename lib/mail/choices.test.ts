import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { CustomerRole } from "#/lib/access/actor.ts";
import { belarusCalendar as CALENDAR } from "#/lib/calendar/belarus.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import { asDay } from "#/lib/calendar/day.ts";
import {
  type Choices,
  cellOf,
  DEFAULT_HOURS,
  endOfQuiet,
  isLegal,
  NO_CHOICES,
  type QuietHours,
  sending,
} from "./choices.ts";
import { CHANNELS, KIND_NAMES, KINDS, type Kind } from "./kinds.ts";

const ROLES: CustomerRole[] = ["owner", "buyer", "accountant", "reader"];
const minsk = (text: string) => new Date(`${text}+03:00`);
const at = (text: string) => ({ now: minsk(text), calendar: CALENDAR });
const hours = (quiet: Partial<QuietHours>): Choices => ({ ...NO_CHOICES, hours: { ...DEFAULT_HOURS, ...quiet } });
const everything = (on: boolean): Choices => ({
  ...NO_CHOICES,
  cells: new Map(KIND_NAMES.flatMap((kind) => CHANNELS.map((channel) => [`${kind}:${channel}` as const, on]))),
});

describe("the matrix", () => {
  it.each(KIND_NAMES.filter(isLegal))("nobody whom %s is addressed to can switch it off", (kind) => {
    for (const role of KINDS[kind].mailed)
      for (const channel of CHANNELS)
        expect(cellOf(kind, channel, role, everything(false))).toEqual({ on: true, locked: true, by: "clause" });
  });

  it("every legal kind reaches the owner, so that nobody's silence leaves a party untold", () => {
    for (const kind of KIND_NAMES.filter(isLegal)) expect(KINDS[kind].mailed).toContain("owner");
  });

  it("a reader finds everything in the cabinet, gets no letter, and may ask for each", () => {
    for (const kind of KIND_NAMES) {
      expect(cellOf(kind, "cabinet", "reader", NO_CHOICES)).toEqual({ on: true, locked: false, by: "role" });
      expect(sending(kind, "reader", NO_CHOICES, at("2026-04-15T12:00"))).toEqual({ send: "never", because: "role" });
      expect(sending(kind, "reader", everything(true), at("2026-04-15T12:00")).send).toBe("now");
    }
  });

  it("a courtesy goes by the role until somebody chooses", () => {
    expect(cellOf("reminder-7", "mail", "buyer", NO_CHOICES).on).toBe(true);
    expect(cellOf("reminder-7", "mail", "accountant", NO_CHOICES).on).toBe(false);
    expect(cellOf("reminder-7", "mail", "buyer", everything(false))).toEqual({
      on: false,
      locked: false,
      by: "choice",
    });
    const off = sending("payment", "owner", everything(false), at("2026-04-15T12:00"));
    expect(off).toEqual({ send: "never", because: "choice" });
  });

  it("a choice of one cell touches no other", () => {
    const chosen: Choices = { ...NO_CHOICES, cells: new Map([["reminder-7:mail", false]]) };
    for (const kind of KIND_NAMES)
      for (const role of ROLES)
        for (const channel of CHANNELS)
          if (!(kind === "reminder-7" && channel === "mail"))
            expect(cellOf(kind, channel, role, chosen)).toEqual(cellOf(kind, channel, role, NO_CHOICES));
  });
});

describe("quiet time", () => {
  const reminded = (when: string, choices = NO_CHOICES) => sending("reminder-7", "owner", choices, at(when));
  const later = (when: string, because: string) => ({ send: "at", at: minsk(when), because });

  it("by default lasts from nine in the evening to eight in the morning of Minsk", () => {
    expect(reminded("2026-04-15T20:59:59.999")).toEqual({ send: "now", because: "open-hours" });
    expect(reminded("2026-04-15T21:00")).toEqual(later("2026-04-16T08:00", "quiet-hours"));
    expect(reminded("2026-04-15T23:59:59.999")).toEqual(later("2026-04-16T08:00", "quiet-hours"));
    expect(reminded("2026-04-16T00:00")).toEqual(later("2026-04-16T08:00", "quiet-hours"));
    expect(reminded("2026-04-16T07:59:59.999")).toEqual(later("2026-04-16T08:00", "quiet-hours"));
    expect(reminded("2026-04-16T08:00")).toEqual({ send: "now", because: "open-hours" });
  });

  it("is not asked by what the contract makes us tell", () => {
    for (const kind of KIND_NAMES.filter(isLegal))
      for (const role of KINDS[kind].mailed)
        expect(sending(kind, role, hours({ daysOff: true }), at("2026-05-09T03:00"))).toEqual({
          send: "now",
          because: "legal",
        });
  });

  it("takes in days off by the calendar of Belarus, with the nights around them", () => {
    const rest = hours({ daysOff: true });
    // Friday evening: the night, the weekend, Monday's night.
    expect(reminded("2026-06-05T21:30", rest)).toEqual(later("2026-06-08T08:00", "quiet-hours"));
    expect(reminded("2026-06-06T12:00", rest)).toEqual(later("2026-06-08T08:00", "day-off"));
    // Monday 20 April 2026 is off by the resolution, Tuesday is Радуница; Saturday 25 April is worked for it.
    expect(reminded("2026-04-18T12:00", rest)).toEqual(later("2026-04-22T08:00", "day-off"));
    expect(reminded("2026-04-25T12:00", rest).send).toBe("now");
  });

  it("may be in the middle of the day, or be none", () => {
    const lunch = hours({ from: 13 * 60, to: 14 * 60 });
    expect(reminded("2026-04-15T13:30", lunch)).toEqual(later("2026-04-15T14:00", "quiet-hours"));
    expect(reminded("2026-04-15T03:00", lunch).send).toBe("now");
    expect(reminded("2026-04-15T03:00", hours({ from: null, to: null })).send).toBe("now");
  });

  /** The same asked of the zone's own data, minute by minute: no arithmetic is shared with the code. */
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Minsk",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  function isQuiet({ from, to, daysOff }: QuietHours, moment: Date): boolean {
    const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
    if (daysOff && !dayKind(CALENDAR, asDay(`${part.year}-${part.month}-${part.day}`)).working) return true;
    if (from === null || to === null) return false;
    const minute = Number(part.hour) * 60 + Number(part.minute);
    // Walked forward from its beginning, an interval needs no case for midnight.
    return (minute - from + 1440) % 1440 < (to - from + 1440) % 1440;
  }

  const minute = fc.integer({ min: 0, max: 1439 });
  const quietHours = fc
    .record({ from: minute, to: minute, daysOff: fc.boolean() })
    .filter(({ from, to }) => from !== to);
  const moment = fc.date({ min: minsk("2012-01-01T00:00"), max: minsk("2027-12-31T00:00"), noInvalidDate: true });

  it("ends at the first moment that is not quiet, and never earlier or later", () => {
    fc.assert(
      fc.property(quietHours, moment, (quiet, now) => {
        const end = endOfQuiet(quiet, CALENDAR, now);
        expect(isQuiet(quiet, end)).toBe(false);
        if (end.getTime() === now.getTime()) return;
        // Everything between is quiet: looked at every seven minutes and at the last millisecond.
        for (let t = now.getTime(); t < end.getTime(); t += 7 * 60_000) expect(isQuiet(quiet, new Date(t))).toBe(true);
        expect(isQuiet(quiet, new Date(end.getTime() - 1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("once over stays over: asked again at its end, it changes nothing", () => {
    fc.assert(
      fc.property(quietHours, moment, (quiet, now) => {
        const end = endOfQuiet(quiet, CALENDAR, now);
        expect(endOfQuiet(quiet, CALENDAR, end)).toEqual(end);
      }),
    );
  });

  it("knows no summer time: the same hour of Minsk is the same hour of UTC all year", () => {
    fc.assert(
      fc.property(fc.constantFrom<Kind>("payment", "reminder-30"), moment, (kind, now) => {
        const decided = sending(kind, "owner", NO_CHOICES, { now, calendar: CALENDAR });
        if (decided.send === "at") expect([decided.at.getUTCHours(), decided.at.getUTCMinutes()]).toEqual([5, 0]);
      }),
    );
  });
});
