import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { clocksOf } from "../clocks.ts";
import { active, base, concluded, facts, givenOn, line } from "../testing.ts";
import { timelineOf } from "../timeline.ts";
import { issueAct } from "./issue-act.ts";
import { refuseActivation } from "./refuse-activation.ts";
import { requestAssignment } from "./request-assignment.ts";
import { settleMoneyQuestion } from "./settle-money-question.ts";
import { sellerFault, terminateByFault, terminateEarly } from "./terminate.ts";

const understood = { ...base, understood: true as const };
const asked = { ...base, reason: "" };

describe("4.4.2: the seller's fault", () => {
  test("begins the day after the term of 3.5, not on its last day", () => {
    expect(sellerFault(concluded(), givenOn("2026-05-11"))).toBeNull();
    expect(sellerFault(concluded(), givenOn("2026-05-12"))).toEqual({ kind: "late", since: "2026-05-11" });
    expect(terminateByFault(concluded(), asked, givenOn("2026-05-11"), undefined)).toEqual({
      ok: false,
      error: { code: "termination.no_fault", params: { until: "2026-05-11" } },
    });
  });

  test("ends the contract, cuts the access, and opens the money question without answering it", () => {
    expect(terminateByFault(concluded(), asked, givenOn("2026-05-12"), undefined)).toMatchObject({
      ok: true,
      value: {
        stage: "terminated",
        accessEndsOn: "2026-05-12",
        set: { terminatedOn: "2026-05-12", terminationGround: "fault", moneyQuestion: "open" },
        event: { clause: "4.4.2", data: { fault: "late", since: "2026-05-11", moneyQuestion: "open" } },
      },
    });
  });

  test("a refusal of access opens the right at once, is given once, and does not forbid the access itself", () => {
    const refused = refuseActivation(
      concluded(),
      { ...base, reason: "Портал вне зоны" },
      givenOn("2026-04-20"),
      undefined,
    );
    expect(refused).toMatchObject({
      ok: true,
      value: { stage: "concluded", set: { activationRefusedOn: "2026-04-20" } },
    });
    const after = concluded({ activationRefusedOn: asDay("2026-04-20"), activationRefusal: "Портал вне зоны" });
    expect(sellerFault(after, givenOn("2026-04-20"))).toEqual({ kind: "refused", since: "2026-04-20" });
    expect(
      refuseActivation(after, { ...base, reason: "ещё раз то же" }, givenOn("2026-04-21"), undefined),
    ).toMatchObject({
      error: { code: "activation.refused_already" },
    });
    expect(terminateByFault(after, asked, givenOn("2026-04-21"), undefined)).toMatchObject({
      value: { event: { data: { fault: "refused" } } },
    });
  });

  test("is gone with the access: an active contract was activated, however late", () => {
    expect(sellerFault(active(), givenOn("2026-06-01"))).toBeNull();
    expect(terminateByFault(active(), asked, givenOn("2026-06-01"), undefined)).toMatchObject({
      error: { code: "step.not_allowed" },
    });
  });

  test("stops the clocks of 3.5, and there is no act of an access that never was", () => {
    const over = concluded({ stage: "terminated", terminatedOn: asDay("2026-05-12"), terminationGround: "fault" });
    const states = clocksOf(over, givenOn("2026-06-01")).map(({ name, state }) => [name, state]);
    expect(states).toContainEqual(["activation", "stopped"]);
    expect(states).toContainEqual(["act-sending", "stopped"]);
    expect(issueAct(over, {}, givenOn("2026-06-01"), facts)).toMatchObject({
      error: { code: "act.nothing_to_certify" },
    });
    expect(timelineOf(over, givenOn("2026-06-01")).map(({ code }) => code)).not.toContain("act-to-come");
  });
});

describe("the money question", () => {
  const open = concluded({
    stage: "terminated",
    terminatedOn: asDay("2026-05-12"),
    terminationGround: "fault",
    moneyQuestion: "open",
  });
  const answer = { ...base, outcome: "refund" as const, reason: "Доступ не открыт в срок" };

  test("is answered once, with its reason", () => {
    expect(settleMoneyQuestion(open, answer, givenOn("2026-05-20"), undefined)).toMatchObject({
      ok: true,
      value: {
        stage: "terminated",
        set: { moneyQuestion: "settled", moneyOutcome: "refund", moneySettledOn: "2026-05-20" },
      },
    });
    expect(
      settleMoneyQuestion({ ...open, moneyQuestion: "settled" }, answer, givenOn("2026-05-21"), undefined),
    ).toMatchObject({ error: { code: "step.not_allowed" } });
  });

  test("never arises from 6.10", () => {
    const early = terminateEarly(active(), understood, givenOn("2026-06-01"), undefined);
    expect(early.ok && early.value.set?.moneyQuestion).toBeUndefined();
    const over = active({ stage: "terminated", terminatedOn: asDay("2026-06-01"), terminationGround: "early" });
    expect(settleMoneyQuestion(over, answer, givenOn("2026-06-02"), undefined)).toMatchObject({ ok: false });
  });
});

describe("6.10: early termination", () => {
  test("ends access that day and keeps in evidence what was paid for", () => {
    expect(terminateEarly(active(), understood, givenOn("2026-06-01"), undefined)).toMatchObject({
      ok: true,
      value: {
        stage: "terminated",
        accessEndsOn: "2026-06-01",
        event: {
          clause: "6.10",
          data: { understood: true, periods: [{ portal: line().portal, from: "2026-04-22", to: "2027-04-21" }] },
        },
      },
    });
  });

  test("is refused while the better right of 4.4.2 is open", () => {
    expect(terminateEarly(concluded(), understood, givenOn("2026-05-12"), undefined)).toMatchObject({
      error: { code: "termination.fault_applies" },
    });
    expect(terminateEarly(concluded(), understood, givenOn("2026-05-11"), undefined)).toMatchObject({ ok: true });
  });

  test("leaves the act to be sent and answered", () => {
    const over = active({ stage: "terminated", terminatedOn: asDay("2026-05-01"), terminationGround: "early" });
    expect(issueAct(over, {}, givenOn("2026-05-02"), facts)).toMatchObject({ ok: true, value: { act: "issued" } });
    const sending = clocksOf(over, givenOn("2026-05-02")).find(({ name }) => name === "act-sending");
    expect(sending?.state).toBe("running");
  });
});

test("6.3: a request to hand the contract over is kept with its refusal and changes nothing", () => {
  const before = active();
  const decided = requestAssignment(before, { ...base, reason: "ООО «Другое»" }, givenOn("2026-06-01"), undefined);
  expect(decided).toMatchObject({
    ok: true,
    value: { stage: before.stage, act: before.act, event: { clause: "6.3", data: { answer: "refused" } } },
  });
  expect(decided.ok && Object.keys(decided.value.set ?? {})).toEqual(["assignmentRefusedOn"]);
});
