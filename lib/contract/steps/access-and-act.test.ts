import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { clocksOf } from "../clocks.ts";
import { paidPeriod } from "../period.ts";
import { act, active, base, concluded, contract, facts, givenOn, line } from "../testing.ts";
import { activateAccess } from "./activate-access.ts";
import { confirmActReceived } from "./confirm-act-received.ts";
import { deemAct } from "./deem-act.ts";
import { endContract } from "./end-contract.ts";
import { correctAct, issueAct } from "./issue-act.ts";
import { refuseAct, refuseActInput } from "./refuse-act.ts";
import { sendAct, sendActInput } from "./send-act.ts";
import { signAct } from "./sign-act.ts";

const file = "0197f000-0000-7000-8000-0000000000f1";
const activation = { ...base, lineId: "line-1", activatedOn: "2026-04-22", evidenceFileId: file, note: "" };
const operator = "О. Продавец";

describe("the paid period", () => {
  test.each([
    ["2026-04-22", 12, null, "2026-04-22", "2027-04-21"],
    ["2026-01-31", 1, null, "2026-01-31", "2026-02-27"],
    ["2028-02-29", 12, null, "2028-02-29", "2029-02-27"],
    ["2026-04-22", 3, "2026-05-10", "2026-05-11", "2026-08-10"],
    ["2026-04-22", 3, "2026-04-22", "2026-04-23", "2026-07-22"],
    ["2026-04-22", 3, "2026-04-21", "2026-04-22", "2026-07-21"],
  ])("activated %s for %i months over %s runs %s to %s", (start, months, running, from, to) => {
    expect(paidPeriod(asDay(start), months, running === null ? null : asDay(running))).toEqual({ from, to });
  });
});

describe("activate access (3.5)", () => {
  test("records operator, proof and period; the last line makes the contract active", () => {
    const done = activateAccess(concluded(), activation, givenOn("2026-04-22"), { runningUntil: null, operator });
    expect(done).toMatchObject({
      ok: true,
      value: {
        stage: "active",
        set: { activatedOn: "2026-04-22", endsOn: "2027-04-21" },
        subscriptions: [{ from: "2026-04-22", to: "2027-04-21" }],
        event: { data: { late: false, complete: true } },
      },
    });
  });

  test("with another portal still waiting the contract stays concluded", () => {
    const two = concluded({ lines: [line(), line({ id: "line-2", portal: "b.bitrix24.by" })] });
    const done = activateAccess(two, activation, givenOn("2026-04-22"), { runningUntil: null, operator });
    expect(done).toMatchObject({ ok: true, value: { stage: "concluded", event: { data: { complete: false } } } });
    if (done.ok) expect(done.value.set).toBeUndefined();
  });

  test("is late from the day after the term, and says so", () => {
    const on = (day: string) =>
      activateAccess(concluded(), { ...activation, activatedOn: day }, givenOn(day), { runningUntil: null, operator });
    expect(on("2026-05-11")).toMatchObject({ value: { event: { data: { late: false } } } });
    expect(on("2026-05-12")).toMatchObject({ value: { event: { data: { late: true } } } });
  });

  test.each([
    ["tomorrow", { activatedOn: "2026-04-23" }, concluded(), "day.in_future"],
    ["before the money came", { activatedOn: "2026-04-15" }, concluded(), "activation.before_acceptance"],
    [
      "twice",
      {},
      concluded({ lines: [line({ activeFrom: asDay("2026-04-20"), activeTo: asDay("2027-04-19") })] }),
      "activation.already",
    ],
    ["before payment", {}, contract(), "step.not_allowed"],
    ["a line of another contract", { lineId: "line-9" }, concluded(), "record.not_found"],
  ])("is refused %s", (_when, changes, at, code) => {
    const done = activateAccess(at, { ...activation, ...changes }, givenOn("2026-04-22"), {
      runningUntil: null,
      operator,
    });
    expect(done).toMatchObject({ ok: false, error: { code } });
  });
});

describe("the act", () => {
  const send = { ...base, channel: "edi" as const, sentOn: "2026-04-22", ediDocumentId: "002-1", trackingNumber: "" };
  const issued = active({ act: "issued", acts: [act({ status: "issued", sentOn: null, deemedDueOn: null })] });

  test("is issued by the party's channel with what stood in the invoice", () => {
    const done = issueAct(active(), base, givenOn("2026-04-22"), facts);
    expect(done).toMatchObject({
      ok: true,
      value: {
        act: "issued",
        newAct: { channel: "edi", frozen: { invoice: { number: "26-000145-7" }, acceptedOn: "2026-04-16" } },
      },
    });
  });

  test("sent on Wednesday 22 April is answered by silence after Tuesday the 28th: Saturday the 25th is worked", () => {
    expect(sendAct(issued, send, givenOn("2026-04-22"), undefined)).toMatchObject({
      ok: true,
      value: { act: "sent", acts: [{ set: { deemedDueOn: "2026-04-28" } }] },
    });
  });

  test.each([
    ["legalEntity", "post", "3.6"],
    ["individual", "edi", "3.7"],
  ] as const)("of a %s does not travel by %s", (kind, channel, clause) => {
    const party = { kind, name: "x", actChannel: "edi" as const };
    expect(sendAct({ ...issued, party }, { ...send, channel }, givenOn("2026-04-22"), undefined)).toMatchObject({
      error: { code: "act.channel", params: { clause } },
    });
  });

  test("of an ИП travels by either", () => {
    const party = { kind: "soleProprietor" as const, name: "x", actChannel: "post" as const };
    for (const channel of ["edi", "post"] as const)
      expect(sendAct({ ...issued, party }, { ...send, channel }, givenOn("2026-04-22"), undefined).ok).toBe(true);
  });

  test("needs the document's id in ЭДиН or the tracking number", () => {
    expect(sendActInput.safeParse({ ...send, ediDocumentId: "" }).error?.issues[0]).toMatchObject({
      path: ["ediDocumentId"],
      message: "act.edi_id_required",
    });
    expect(sendActInput.safeParse({ ...send, channel: "post" }).error?.issues[0]).toMatchObject({
      path: ["trackingNumber"],
      message: "act.tracking_required",
    });
  });

  test("received on Friday gives three calendar days, moved from Monday's holiday only when the end is a day off", () => {
    const sent = active({ act: "sent", acts: [act()] });
    const on = (day: string, dayOffRule: "keep" | "next-working") =>
      confirmActReceived(sent, { ...base, receivedOn: day }, givenOn("2026-05-05", { dayOffRule }), undefined);
    expect(on("2026-04-29", "next-working")).toMatchObject({
      value: { acts: [{ set: { answerDueOn: "2026-05-04" } }] },
    });
    expect(on("2026-04-29", "keep")).toMatchObject({ value: { acts: [{ set: { answerDueOn: "2026-05-02" } }] } });
  });

  test("silence takes effect the day after the term, once, and never against an answer", () => {
    const sent = active({ act: "sent", acts: [act()] });
    expect(deemAct(sent, {}, givenOn("2026-04-28"), undefined)).toMatchObject({
      error: { code: "act.answer_still_open" },
    });
    expect(deemAct(sent, {}, givenOn("2026-04-29"), undefined)).toMatchObject({
      ok: true,
      value: { act: "deemed", acts: [{ set: { deemedOn: "2026-04-28" } }] },
    });
    for (const status of ["signed", "refused", "deemed"] as const)
      expect(deemAct(active({ act: status, acts: [act({ status })] }), {}, givenOn("2026-06-01"), undefined).ok).toBe(
        false,
      );
  });

  describe("after the last silent day, before the worker wrote the silence down (3.8)", () => {
    const sent = active({ act: "sent", acts: [act()] });
    const late = givenOn("2026-04-29");
    const passed = { ok: false, error: { code: "act.silence_passed", params: { until: "2026-04-28" } } };
    const signature = { ...base, signedOn: "2026-04-28", signedFileId: file };
    const refusal = { ...base, reason: "неверно указан период" };

    test("nobody signs or refuses any more; on the last day they still do", () => {
      expect(signAct(sent, signature, late, undefined)).toEqual(passed);
      expect(refuseAct(sent, refusal, late, undefined)).toEqual(passed);
      expect(signAct(sent, signature, givenOn("2026-04-28"), undefined).ok).toBe(true);
      expect(refuseAct(sent, refusal, givenOn("2026-04-28"), undefined).ok).toBe(true);
    });

    test("what ЭДиН brings late counts by its own day, which no form can name", () => {
      const answeredOn = asDay("2026-04-28");
      expect(signAct(sent, { ...signature, answeredOn }, late, undefined)).toMatchObject({
        ok: true,
        value: { act: "signed" },
      });
      expect(refuseAct(sent, { ...refusal, answeredOn }, late, undefined)).toMatchObject({
        ok: true,
        value: { acts: [{ set: { refusedOn: "2026-04-28" } }] },
      });
      expect(refuseAct(sent, { ...refusal, answeredOn: asDay("2026-04-29") }, late, undefined)).toEqual(passed);
      for (const [day, code] of [
        ["2026-04-30", "day.in_future"],
        ["2026-04-21", "act.received_before_sent"],
      ] as const)
        expect(refuseAct(sent, { ...refusal, answeredOn: asDay(day) }, late, undefined)).toMatchObject({
          error: { code },
        });
      expect(refuseActInput.parse({ ...refusal, answeredOn })).not.toHaveProperty("answeredOn");
    });

    test("a circumstance that moves the term moves the last day of an answer with it (5.2)", () => {
      const [from, to] = [asDay("2026-04-23"), asDay("2026-04-24")];
      const told = { declaredBy: "seller", declaredOn: from, late: false } as const;
      const strike = { ...told, id: "case-1", kind: "strike" as const, from, to, expectedTo: to };
      const moved = active({
        act: "sent",
        acts: [act()],
        forceMajeure: [strike],
      });
      expect(refuseAct(moved, refusal, late, undefined).ok).toBe(true);
    });
  });

  test("a late signature is attached to silence and undoes nothing", () => {
    const deemed = active({ act: "deemed", acts: [act({ status: "deemed", deemedOn: asDay("2026-04-28") })] });
    const done = signAct(
      deemed,
      { ...base, signedOn: "2026-05-05", signedFileId: file },
      givenOn("2026-05-05"),
      undefined,
    );
    expect(done).toMatchObject({
      ok: true,
      value: {
        act: "deemed",
        acts: [{ set: { lateSignedOn: "2026-05-05" } }],
        event: { step: "attach-late-signature", clause: "3.8" },
      },
    });
  });

  test("a refusal needs a motive and stops the clock of silence; the corrected act starts it anew", () => {
    expect(refuseActInput.safeParse({ ...base, reason: "  нет   " }).success).toBe(false);
    const sent = active({ act: "sent", acts: [act()] });
    const refused = refuseAct(sent, { ...base, reason: "неверно указан период" }, givenOn("2026-04-24"), undefined);
    expect(refused).toMatchObject({
      ok: true,
      value: { act: "refused", acts: [{ set: { refusedOn: "2026-04-24" } }] },
    });
    const after = active({
      act: "refused",
      acts: [act({ status: "refused", refusedOn: asDay("2026-04-24"), refusalReason: "неверно" })],
    });
    expect(clocksOf(after, givenOn("2026-06-01")).find(({ name }) => name === "deemed-acceptance")).toMatchObject({
      state: "stopped",
    });
    expect(
      correctAct(after, { ...base, reason: "исправлен период подписки" }, givenOn("2026-04-27"), facts),
    ).toMatchObject({
      ok: true,
      value: {
        act: "issued",
        acts: [{ id: "act-1", set: { status: "replaced" } }],
        newAct: { replacesId: "act-1", frozen: { replaces: { number: "26-000001-2" } } },
      },
    });
  });
});

test("the contract ends the day after the last paid day (6.1)", () => {
  expect(endContract(active(), {}, givenOn("2027-04-21"), undefined)).toMatchObject({
    error: { code: "contract.still_paid" },
  });
  expect(endContract(active(), {}, givenOn("2027-04-22"), undefined)).toMatchObject({
    ok: true,
    value: { stage: "ended" },
  });
});

test("both clocks of 3.5 run from acceptance, are late from the day after, and keep their arithmetic", () => {
  const on = (day: string) => clocksOf(concluded(), givenOn(day)).find(({ name }) => name === "activation");
  expect(on("2026-05-11")).toMatchObject({ due: "2026-05-11", state: "running" });
  expect(on("2026-05-12")).toMatchObject({ state: "late" });
  expect(on("2026-05-11")?.explanation.counted.counted).toHaveLength(15);
  expect(on("2026-05-11")?.explanation.counted.skipped.map(({ date }) => date)).toContain("2026-04-21");
});
