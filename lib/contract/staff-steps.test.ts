import { describe, expect, it } from "vitest";
import { STAFF_ROLES, type StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { ACT_STATUSES, LIFE, STAGES } from "./machine.ts";
import { STAFF_STEPS, type StaffStep, staffChoices } from "./staff-steps.ts";

const staff = (role: StaffActor["role"]): StaffActor => ({
  kind: "staff",
  userId: "u",
  name: "n",
  email: "e",
  sessionId: "s",
  role,
});
const open = (role: StaffActor["role"], place: Parameters<typeof staffChoices>[0]) =>
  staffChoices(place, staff(role)).flatMap(({ step, state }) => (state === "open" ? [step] : []));

describe("staffChoices", () => {
  it("offers each step only to the role that the matrix names", () => {
    const concluded = { stage: "concluded", act: "none" } as const;
    expect(open("sales", concluded)).toEqual(["activate-access", "refuse-activation"]);
    expect(open("accountant", concluded)).toEqual([]);
    expect(staffChoices(concluded, staff("lawyer")).find(({ step }) => step === "activate-access")?.state).toBe("role");
  });

  it("follows the table of life in every place", () => {
    for (const stage of STAGES)
      for (const act of ACT_STATUSES)
        for (const { step, state } of staffChoices({ stage, act }, staff("accountant")))
          if (state !== "place") expect(LIFE[step].stages).toContain(stage);
  });

  it("closes what the contract itself has answered already", () => {
    const money = { stage: "terminated", act: "none", activatedOn: null } as const;
    expect(open("lawyer", { ...money, moneyQuestion: "open" })).toEqual(["settle-money-question"]);
    expect(open("lawyer", { ...money, moneyQuestion: "settled" })).toEqual([]);
    expect(open("accountant", money)).toEqual([]);
    const refused = { stage: "concluded", act: "none", activationRefusedOn: asDay("2026-04-20") } as const;
    expect(open("sales", refused)).toEqual(["activate-access"]);
  });

  it("every step is somebody's", () => {
    for (const step of Object.keys(STAFF_STEPS) as StaffStep[])
      expect(
        STAGES.some((stage) =>
          ACT_STATUSES.some((act) =>
            STAFF_ROLES.some((role) => open(role, { stage, act, mayWithdraw: true }).includes(step)),
          ),
        ),
      ).toBe(true);
  });
});
