import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { clocksOf } from "../clocks.ts";
import type { Contract } from "../contract.ts";
import { ACT_STATUSES, STAGES } from "../machine.ts";
import { act, active, base, concluded, facts, givenOn, line } from "../testing.ts";
import { type CorrectActivationFacts, correctActivation, correctActivationInput } from "./correct-activation.ts";

const REASON = "в заявке стоял другой день";
const FILE = "0197f000-0000-7000-8000-0000000000f2";
const ask = { ...base, lineId: "line-1", activatedOn: "2026-04-24", startsOn: "", reason: REASON };
const known: CorrectActivationFacts = { periods: [], act: facts };
const given = givenOn("2026-04-27");
const correct = (contract: Contract, changes: object = {}, with_: Partial<CorrectActivationFacts> = {}) =>
  correctActivation(contract, { ...ask, ...changes }, given, { ...known, ...with_ });
const withAct = (status: "issued" | "sent" | "received" | "refused" | "signed" | "deemed") =>
  active({ act: status, acts: [act({ status, ...(status === "issued" ? { sentOn: null, deemedDueOn: null } : {}) })] });

describe("correct an activation (3.5)", () => {
  test("counts the period again, ends the contract with it, and keeps what was", () => {
    expect(correct(active())).toMatchObject({
      ok: true,
      value: {
        stage: "active",
        act: "none",
        set: { activatedOn: "2026-04-24", endsOn: "2027-04-23" },
        lines: [{ id: "line-1", set: { activeFrom: "2026-04-24", activeTo: "2027-04-23", activatedOn: "2026-04-24" } }],
        correctedAccess: [{ lineId: "line-1", from: "2026-04-24", to: "2027-04-23" }],
        event: {
          step: "correct-activation",
          clause: "3.5",
          reason: REASON,
          data: {
            lineId: "line-1",
            from: "2026-04-24",
            to: "2027-04-23",
            was: { activatedOn: "2026-04-22", from: "2026-04-22", to: "2027-04-21" },
            late: false,
            replacesAct: null,
          },
        },
      },
    });
  });

  test("a later first day is late from the day after the term, and says so", () => {
    const done = correctActivation(active(), { ...ask, activatedOn: "2026-05-12" }, givenOn("2026-05-12"), known);
    expect(done).toMatchObject({ value: { event: { data: { late: true } } } });
  });

  /** Every stage and every act that can stand together, with what the correction does there. */
  const cells = STAGES.flatMap((stage) => ACT_STATUSES.map((status) => ({ stage, status })));
  test.each(cells)("at $stage with an act $status", ({ stage, status }) => {
    const had = stage === "active" || stage === "ended" || stage === "terminated";
    const at = status === "none" ? active({ stage }) : { ...withAct(status), stage };
    const done = correct(had ? at : { ...at, activatedOn: null, endsOn: null });
    if (stage === "ended" || stage === "terminated")
      return expect(done).toMatchObject({ error: { code: "activation.contract_over" } });
    if (status === "signed" || status === "deemed")
      return expect(done).toMatchObject({ error: { code: "activation.act_final" } });
    if (stage === "concluded" && status !== "none") return; // no act stands before access is complete
    if (stage !== "active" && stage !== "concluded")
      return expect(done).toMatchObject({ error: { code: "step.not_allowed" } });
    const reissued = status === "issued" || status === "sent" || status === "received";
    expect(done).toMatchObject({ ok: true, value: { stage, act: reissued ? "issued" : status } });
    if (!done.ok) return;
    if (reissued) {
      expect(done.value.acts).toEqual([{ id: "act-1", set: { status: "replaced" } }]);
      expect(done.value.newAct).toMatchObject({
        replacesId: "act-1",
        correctionReason: REASON,
        frozen: { lines: [{ activeFrom: "2026-04-24", activeTo: "2027-04-23", activatedOn: "2026-04-24" }] },
      });
    } else expect(done.value).not.toHaveProperty("newAct");
  });

  test("an act that was sent and gives way must be sent again: its clocks start anew, the seller's does not", () => {
    const done = correct(withAct("sent"));
    if (!done.ok || !done.value.newAct) throw new Error("not corrected");
    const fresh = act({ ...done.value.newAct, id: "act-2", status: "issued", sentOn: null, deemedDueOn: null });
    const after = active({ act: "issued", acts: [fresh, act({ status: "replaced" })] });
    const clocks = clocksOf(after, given);
    expect(clocks.find(({ name }) => name === "deemed-acceptance")).toBeUndefined();
    expect(clocks.find(({ name }) => name === "answer")).toBeUndefined();
    expect(clocks.find(({ name }) => name === "act-sending")).toMatchObject({ state: "running", due: "2026-05-11" });
    expect(done.value.event.data).toMatchObject({ replacesAct: "26-000001-2", actWasSentOn: "2026-04-22" });
  });

  test("a better proof alone moves neither the period nor the act", () => {
    const done = correct(withAct("sent"), { activatedOn: "2026-04-22", evidenceFileId: FILE });
    expect(done).toMatchObject({ ok: true, value: { act: "sent", lines: [{ set: { evidenceFileId: FILE } }] } });
    if (done.ok) {
      expect(done.value).not.toHaveProperty("newAct");
      expect(done.value).not.toHaveProperty("correctedAccess");
    }
  });

  test("a day inside a period that continues another moves the act's day, not the period", () => {
    const renewal = active({
      endsOn: asDay("2027-05-10"),
      lines: [
        line({
          activeFrom: asDay("2026-05-11"),
          activeTo: asDay("2027-05-10"),
          activatedOn: asDay("2026-04-22"),
          continuesFrom: asDay("2026-05-10"),
        }),
      ],
    });
    const periods = [{ from: asDay("2025-05-11"), to: asDay("2026-05-10") }];
    const done = correct(renewal, {}, { periods });
    expect(done).toMatchObject({
      ok: true,
      value: {
        set: { activatedOn: "2026-04-24", endsOn: "2027-05-10" },
        lines: [{ set: { continuesFrom: "2026-05-10" } }],
      },
    });
    if (done.ok) expect(done.value).not.toHaveProperty("correctedAccess");
    // What was before it ended sooner than was thought: the period begins at the switch.
    const sooner = correct(renewal, {}, { periods: [{ from: asDay("2025-05-11"), to: asDay("2026-04-20") }] });
    expect(sooner).toMatchObject({ value: { lines: [{ set: { activeFrom: "2026-04-24", continuesFrom: null } }] } });
  });

  test("the first paid day may be said outright; other periods of the portal are never overlapped", () => {
    expect(correct(active(), { startsOn: "01.05.2026" })).toMatchObject({
      value: { lines: [{ set: { activeFrom: "2026-05-01", activeTo: "2027-04-30" } }] },
    });
    const next = [{ from: asDay("2027-04-22"), to: asDay("2028-04-21") }];
    expect(correct(active(), {}, { periods: next })).toMatchObject({
      error: { code: "activation.period_taken", params: { from: "2027-04-22" } },
    });
    expect(correct(active(), { activatedOn: "2026-04-21" }, { periods: next })).toMatchObject({ ok: true });
  });

  test("of one portal of several leaves the others; before the last of them the contract is still concluded", () => {
    const second = line({
      ...{ id: "line-2", portal: "b.bitrix24.by", activatedOn: asDay("2026-04-25") },
      ...{ activeFrom: asDay("2026-04-25"), activeTo: asDay("2027-04-24") },
    });
    const both = active({
      activatedOn: asDay("2026-04-25"),
      endsOn: asDay("2027-04-24"),
      lines: [...active().lines, second],
    });
    expect(correct(both)).toMatchObject({ value: { set: { activatedOn: "2026-04-25", endsOn: "2027-04-24" } } });
    expect(correct(both, { lineId: "line-2", activatedOn: "2026-04-20" })).toMatchObject({
      value: { set: { activatedOn: "2026-04-22", endsOn: "2027-04-21" } },
    });
    const waiting = concluded({ lines: [...active().lines, line({ id: "line-2", portal: "b.bitrix24.by" })] });
    const done = correct(waiting);
    expect(done).toMatchObject({ ok: true, value: { stage: "concluded" } });
    if (done.ok) expect(done.value.set).toBeUndefined();
    expect(correct(waiting, { lineId: "line-2" })).toMatchObject({ error: { code: "activation.not_yet" } });
  });

  test.each([
    ["tomorrow", { activatedOn: "2026-04-28" }, "day.in_future"],
    ["before the money came", { activatedOn: "2026-04-15" }, "activation.before_acceptance"],
    ["a first day before the money came", { startsOn: "2026-04-15" }, "activation.before_acceptance"],
    ["the same again", { activatedOn: "2026-04-22" }, "activation.same"],
    ["a line of another contract", { lineId: "line-9" }, "record.not_found"],
    ["no day", { activatedOn: "31.02.2026" }, "day.format"],
    ["no first day", { startsOn: "31.02.2027" }, "day.format"],
  ])("is refused for %s", (_what, changes, code) => {
    expect(correct(active(), changes)).toMatchObject({ ok: false, error: { code } });
  });

  test("wants a reason that says something", () => {
    const asked = { ...ask, contractId: FILE, lineId: FILE, version: 1 };
    expect(correctActivationInput.safeParse(asked).success).toBe(true);
    expect(correctActivationInput.safeParse({ ...asked, reason: "ошибка" }).error?.issues[0]?.message).toBe(
      "reason.required",
    );
  });
});
