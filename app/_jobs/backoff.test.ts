import { describe, expect, it } from "vitest";

import { type Backoff, MAIL_BACKOFF, OUTBOX_BACKOFF, tryAgain } from "./backoff.ts";

const start = new Date("2026-04-20T10:00:00Z");
const pauses = (backoff: Backoff) => {
  const all: number[] = [];
  for (let attempt = 1; ; attempt++) {
    const again = tryAgain(backoff, attempt, start);
    if (!again) return all;
    all.push((again.getTime() - start.getTime()) / 1000);
  }
};

describe("tryAgain", () => {
  it("doubles the pause of follow-up work from 5 seconds to an hour, twelve attempts in all", () => {
    expect(pauses(OUTBOX_BACKOFF)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600]);
  });

  it("outlives a mail server that is away for a day, and never keeps a letter for long after it is back", () => {
    const all = pauses(MAIL_BACKOFF);
    const hours = all.reduce((sum, pause) => sum + pause, 0) / 3600;
    expect(hours).toBeGreaterThan(48);
    expect(Math.max(...all)).toBe(600);
  });
});
