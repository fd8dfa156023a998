import { describe, expect, it } from "vitest";

import { STAFF_ROLES } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { QUEUE_NAMES, type QueueCounts, queueOf } from "#/lib/contract/queues.ts";
import { digestDay, digestLines } from "./digest.ts";

const at = (moment: string) => digestDay(belarusCalendar, new Date(`${moment}+03:00`), "08:30");

describe("digestDay", () => {
  it("begins at the hour of Minsk and ends with the day", () => {
    expect(at("2026-04-15T08:29:59.999")).toBeNull();
    expect(at("2026-04-15T08:30:00")).toBe("2026-04-15");
    expect(at("2026-04-15T23:59:59.999")).toBe("2026-04-15");
    expect(at("2026-04-16T00:00:00")).toBeNull();
    expect(digestDay(belarusCalendar, new Date("2026-04-15T05:30:00Z"), "08:30")).toBe("2026-04-15");
    expect(digestDay(belarusCalendar, new Date("2026-04-15T00:00:00+03:00"), "00:00")).toBe("2026-04-15");
    expect(digestDay(belarusCalendar, new Date("2026-04-15T23:58:00+03:00"), "23:59")).toBeNull();
  });

  it("rests on weekends and holidays, and follows transfers both ways", () => {
    expect(at("2026-04-18T09:00:00"), "Saturday").toBeNull();
    expect(at("2026-05-01T09:00:00"), "Labour Day, a Friday").toBeNull();
    expect(at("2026-04-21T09:00:00"), "Radunitsa").toBeNull();
    expect(at("2026-04-20T09:00:00"), "a Monday moved off").toBeNull();
    expect(at("2026-04-25T09:00:00"), "the Saturday that is worked for it").toBe("2026-04-25");
  });
});

const none = Object.fromEntries(
  [
    ...QUEUE_NAMES,
    ...QUEUE_NAMES.flatMap((name) => [queueOf(name).late?.figure ?? name, queueOf(name).today?.figure ?? name]),
    "unmatched",
  ].map((figure) => [figure, 0]),
) as QueueCounts;

describe("digestLines", () => {
  it("says nothing where nothing waits", () => {
    for (const role of STAFF_ROLES) expect(digestLines(role, { ...none, unmatched: 7 })).toEqual([]);
  });

  it("splits a queue into late, today and the rest, late first", () => {
    const counts = { ...none, activations: 6, activationsLate: 1, activationsToday: 2, invoicesExpiring: 4 };
    expect(digestLines("sales", counts)).toEqual([
      { group: "late", figure: "activationsLate", count: 1, path: "/staff/activations?due=late" },
      { group: "today", figure: "activationsToday", count: 2, path: "/staff/activations?due=today" },
      { group: "waits", figure: "activations", count: 3, path: "/staff/activations" },
      { group: "waits", figure: "invoicesExpiring", count: 4, path: "/staff/contracts?stage=invoiced" },
    ]);
    expect(digestLines("accountant", counts)).toEqual([]);
  });

  it("adds up to the length of each queue, for its own role and for the director", () => {
    const counts = { ...none } as QueueCounts;
    QUEUE_NAMES.forEach((name, at) => {
      counts[name] = 10 + at;
      const { late, today } = queueOf(name);
      if (late) counts[late.figure] = 3;
      if (today) counts[today.figure] = 2;
    });
    const sum = (lines: ReturnType<typeof digestLines>) => lines.reduce((all, { count }) => all + count, 0);
    const whole = QUEUE_NAMES.reduce((all, name) => all + counts[name], 0);
    expect(sum(digestLines("director", counts))).toBe(whole);
    const theirs = STAFF_ROLES.filter((role) => role !== "director").map((role) => sum(digestLines(role, counts)));
    const own = QUEUE_NAMES.filter((name) => queueOf(name).role === "director");
    const directors = own.reduce((all, name) => all + counts[name], 0);
    expect(theirs.reduce((all, one) => all + one, directors)).toBe(whole);
    for (const one of theirs) expect(one).toBeGreaterThan(0);
  });

  it("leads nobody to a list that they may not open", () => {
    const person = { userId: "", name: "", email: "", sessionId: "" };
    for (const name of QUEUE_NAMES) {
      const { allow, role } = queueOf(name);
      expect(permits({ ...person, kind: "staff", role }, allow), `${role} ${name}`).toBe(true);
    }
  });
});
