import { describe, expect, it } from "vitest";
import { STAFF_ROLES, type StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "./contract.ts";
import { STAFF_STEPS, type StaffStep, staffChoices } from "./staff-steps.ts";
import { act, active, concluded, contract, givenOn, invoice, newerOffer } from "./testing.ts";

const staff = (role: StaffActor["role"]): StaffActor => ({
  kind: "staff",
  userId: "u",
  name: "n",
  email: "e",
  sessionId: "s",
  role,
});
const given = givenOn("2026-04-24");
const choices = (role: StaffActor["role"], one: Contract) => staffChoices(one, given, [], staff(role));
const open = (role: StaffActor["role"], one: Contract) =>
  choices(role, one).flatMap(({ step, allowed }) => (allowed ? [step] : []));

describe("staffChoices", () => {
  it("offers each step only to the role that the matrix names, and says whose it is", () => {
    expect(open("sales", concluded())).toEqual(expect.arrayContaining(["activate-access", "refuse-activation"]));
    expect(open("accountant", concluded())).not.toContain("activate-access");
    expect(choices("lawyer", concluded()).find(({ step }) => step === "activate-access")).toMatchObject({
      allowed: false,
      reason: "role",
      outlook: { kind: "others", roles: { staff: ["sales"] } },
    });
    expect(choices("lawyer", active()).find(({ step }) => step === "activate-access")).toMatchObject({
      reason: "stage.active",
    });
  });

  it("closes what the contract itself has answered already", () => {
    const over = { stage: "terminated", activatedOn: null, terminatedOn: asDay("2026-04-23") } as const;
    expect(open("lawyer", concluded({ ...over, moneyQuestion: "open" }))).toContain("settle-money-question");
    expect(open("lawyer", concluded({ ...over, moneyQuestion: "settled" }))).not.toContain("settle-money-question");
    expect(open("accountant", concluded({ ...over }))).not.toContain("issue-act");
    expect(open("sales", concluded({ activationRefusedOn: asDay("2026-04-20") }))).not.toContain("refuse-activation");
  });

  it("every step is somebody's at some time", () => {
    const strike = {
      id: "f",
      kind: "strike",
      from: asDay("2026-04-17"),
      to: null,
      expectedTo: asDay("2027-12-31"),
    } as const;
    const lives: Contract[] = [
      contract({ stage: "ordered", invoices: [] }),
      contract(),
      contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] }),
      concluded(),
      active(),
      active({ act: "issued", acts: [act({ status: "issued", sentOn: null })] }),
      active({ act: "sent", acts: [act()] }),
      active({ act: "refused", acts: [act({ status: "refused" })] }),
      active({ newerOffers: [newerOffer()] }),
      active({ act: "deemed", acts: [act({ status: "deemed" })] }),
      concluded({ stage: "terminated", moneyQuestion: "open" }),
      active({ forceMajeure: [{ ...strike, declaredBy: "seller", declaredOn: asDay("2026-04-17"), late: false }] }),
    ];
    const later = givenOn("2026-12-01");
    for (const step of Object.keys(STAFF_STEPS) as StaffStep[])
      expect(
        STAFF_ROLES.some((role) =>
          lives.some((one) =>
            [given, later].some((when) =>
              staffChoices(one, when, [], staff(role)).some((choice) => choice.step === step && choice.allowed),
            ),
          ),
        ),
        step,
      ).toBe(true);
  });
});
