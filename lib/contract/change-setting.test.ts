import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { type ChangeSettingInput, changeSetting } from "./change-setting.ts";

const today = asDay("2026-04-20");
const asked = (key: ChangeSettingInput["key"], value: ChangeSettingInput["value"], validFrom = "20.04.2026") =>
  changeSetting({ key, value, validFrom, reason: "решение директора" }, today);

describe("changeSetting", () => {
  it.each([
    ["invoiceValidityWorkingDays", "7", 7],
    ["acceptanceDay", "ordered", "ordered"],
    ["paymentCode", "", null],
    ["paymentOrder", "22", "22"],
    ["secondPersonAbove", "5 000,00", 500_000],
    ["secondPersonAbove", "0", 0],
    ["vat", { kind: "included", basis: "" }, { kind: "included", rate: 20 }],
    ["vat", { kind: "none", basis: "УСН" }, { kind: "none", basis: "УСН" }],
  ] as const)("%s", (key, value, expected) =>
    expect(asked(key, value)).toEqual({
      ok: true,
      value: { key, value: expected, validFrom: "2026-04-20", reason: "решение директора" },
    }),
  );

  it.each([
    ["invoiceValidityWorkingDays", ""],
    ["invoiceValidityWorkingDays", "0"],
    ["invoiceValidityWorkingDays", "5,5"],
    ["secondPersonAbove", ""],
    ["secondPersonAbove", "-1"],
    ["secondPersonAbove", "5,001"],
    ["acceptanceDay", "never"],
    ["vat", { kind: "none", basis: "" }],
    ["vat", { kind: "included20" }],
  ] as const)("refuses %s = %j", (key, value) =>
    expect(asked(key, value)).toEqual({ ok: false, error: { code: "setting.value", field: "value" } }),
  );

  it("never changes the past", () =>
    expect(asked("acceptanceDay", "ordered", "19.04.2026")).toMatchObject({ error: { code: "setting.in_past" } }));
});
