import { describe, expect, it } from "vitest";

import { sessionEnd, sessionLives } from "./session-life.ts";

const start = new Date("2026-11-21T08:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const opened = (staff: boolean) => ({
  createdAt: start,
  lastSeenAt: start,
  expiresAt: sessionEnd(staff, start),
  revokedAt: null,
});

describe("sessionLives", () => {
  it.each([
    ["a customer's, unused", false, 24 * 60],
    ["a member of staff's, unused", true, 30],
  ])("ends %s", (_, staff, minutes) => {
    expect(sessionLives(opened(staff), { staff, pending: false }, later(minutes - 1))).toBe(true);
    expect(sessionLives(opened(staff), { staff, pending: false }, later(minutes))).toBe(false);
  });

  it.each([
    ["a customer's", false, 30 * 24 * 60],
    ["a member of staff's", true, 12 * 60],
  ])("ends %s at last, however busy it is", (_, staff, minutes) => {
    const busy = (now: Date) => ({ ...opened(staff), lastSeenAt: new Date(now.getTime() - 1000) });
    expect(sessionLives(busy(later(minutes - 1)), { staff, pending: false }, later(minutes - 1))).toBe(true);
    expect(sessionLives(busy(later(minutes)), { staff, pending: false }, later(minutes))).toBe(false);
  });

  it("gives a second factor 15 minutes", () => {
    const busy = { ...opened(true), lastSeenAt: later(14) };
    expect(sessionLives(busy, { staff: true, pending: true }, later(14))).toBe(true);
    expect(sessionLives(busy, { staff: true, pending: true }, later(15))).toBe(false);
    expect(sessionLives(busy, { staff: true, pending: false }, later(15))).toBe(true);
  });

  it("is over once revoked", () => {
    expect(sessionLives({ ...opened(false), revokedAt: start }, { staff: false, pending: false }, start)).toBe(false);
  });
});
