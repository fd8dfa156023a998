import { describe, expect, it } from "vitest";
import type { CustomerActor, CustomerRole } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "./contract.ts";
import { customerChoices } from "./customer-steps.ts";
import { act, active, concluded, contract, givenOn, invoice } from "./testing.ts";

const member = (role: CustomerRole): CustomerActor => ({
  ...{ kind: "customer", userId: "u", name: "n", email: "e", sessionId: "s", partyId: "p", role },
});
const given = givenOn("2026-04-24");
const choices = (role: CustomerRole, one: Contract, when = given) => customerChoices(one, when, [], member(role));
const open = (role: CustomerRole, one: Contract, when = given) =>
  choices(role, one, when).flatMap(({ step, allowed }) => (allowed ? [step] : []));

describe("customerChoices", () => {
  it("offers what the table, the contract and the role allow together", () => {
    expect(open("owner", contract())).toEqual(["cancel-order"]);
    expect(open("reader", contract())).toEqual([]);
    expect(choices("reader", contract()).find(({ step }) => step === "cancel-order")).toMatchObject({ reason: "role" });
    expect(open("owner", contract({ invoices: [invoice({ paid: 1n })] }))).toEqual([]);
  });

  it("offers one of 4.4.2 and 6.10, never both", () => {
    expect(open("owner", concluded())).toEqual(["terminate-early", "request-assignment"]);
    expect(open("owner", concluded(), givenOn("2026-05-12"))).toEqual(["terminate-by-fault", "request-assignment"]);
    const refused = concluded({ activationRefusedOn: asDay("2026-04-20") });
    expect(choices("owner", refused).find(({ step }) => step === "terminate-early")).toMatchObject({
      reason: "fault-applies",
      since: { on: "2026-04-20", by: "refuse-activation" },
    });
  });

  it("knows a signature in time from one that comes after silence", () => {
    expect(open("accountant", active({ act: "sent", acts: [act()] }))).toEqual([
      "sign-act",
      "confirm-act-received",
      "refuse-act",
    ]);
    const silent = active({ act: "deemed", acts: [act({ status: "deemed" })] });
    expect(open("accountant", silent)).toEqual(["attach-late-signature"]);
    const signed = active({ act: "deemed", acts: [act({ status: "deemed", lateSignedOn: asDay("2026-04-23") })] });
    expect(open("accountant", signed)).toEqual([]);
  });
});
