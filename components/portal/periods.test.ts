import { expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { daysLeft, endingSoon, type Period, periodsByPortal } from "./periods.ts";

const period = (portal: string, from: string, to: string): Period => ({
  id: `${portal}:${from}`,
  contractId: "c",
  portal,
  from: asDay(from),
  to: asDay(to),
});
const today = asDay("2026-05-10");

it("puts the portal that ends first on top and continues a period by its renewal", () => {
  const { running, ended } = periodsByPortal(
    [
      period("a.bitrix24.by", "2026-01-01", "2026-05-31"),
      period("a.bitrix24.by", "2026-06-01", "2026-08-31"),
      period("b.bitrix24.by", "2026-05-01", "2026-06-30"),
      period("c.bitrix24.by", "2026-01-01", "2026-05-09"),
      period("d.bitrix24.by", "2026-01-01", "2026-05-10"),
    ],
    today,
  );
  expect(running.map(({ portal, from, until }) => [portal, from, until])).toEqual([
    ["d.bitrix24.by", "2026-01-01", "2026-05-10"],
    ["b.bitrix24.by", "2026-05-01", "2026-06-30"],
    ["a.bitrix24.by", "2026-01-01", "2026-08-31"],
  ]);
  expect(ended.map(({ portal }) => portal)).toEqual(["c.bitrix24.by"]);
  // A renewed portal does not end soon, though its first period does.
  expect(endingSoon({ running }, today).map(({ portal }) => portal)).toEqual(["d.bitrix24.by"]);
});

it("counts the last paid day", () => {
  expect(daysLeft(asDay("2026-05-10"), today)).toBe(1);
  expect(daysLeft(asDay("2026-05-11"), today)).toBe(2);
});
