import { describe, expect, it } from "vitest";

import { WrongCall } from "../command.ts";
import { readMoment } from "./clock.ts";

describe("readMoment", () => {
  it.each([
    ["15.05.2026", "2026-05-15T09:00:00.000Z"],
    ["15.05.2026 00:05", "2026-05-14T21:05:00.000Z"],
    ["2026-05-15", "2026-05-15T09:00:00.000Z"],
    ["2026-05-15T10:30", "2026-05-15T07:30:00.000Z"],
    ["2026-05-15T10:30:00Z", "2026-05-15T10:30:00.000Z"],
    ["2026-05-15T10:30:00+03:00", "2026-05-15T07:30:00.000Z"],
  ])("%s", (text, iso) => {
    expect(readMoment(text).toISOString()).toBe(iso);
  });

  it.each([
    "",
    "завтра",
    "31.02.2026",
    "15.05.2026 25:00",
    "15.05.2026 10:00 PM",
    "01.01.1999",
    "2026-02-31T10:00:00Z",
  ])("refuses %j", (text) => {
    expect(() => readMoment(text)).toThrow(WrongCall);
  });
});
