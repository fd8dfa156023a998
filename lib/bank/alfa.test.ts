import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { alfaSource } from "./alfa.ts";
import { alfaRow, localAlfa } from "./testing/alfa-bank.ts";

const ACCOUNT = "BY03ALFA30122J07130010270000";
const period = { account: ACCOUNT, from: asDay("2026-04-16"), to: asDay("2026-04-17") };
const bank = await localAlfa();
afterAll(() => bank.close());
const source = alfaSource(bank.client, { timeoutMs: 400, betweenMs: 0, busyMs: 1, tries: 2 });
const { state } = bank;
const fresh = { ...state };
beforeEach(() => void Object.assign(state, fresh, { rows: [], asked: [] }));

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => alfaRow(ACCOUNT, { docId: `D${n}`, amount: n + 0.01 }));
const codeOf = async () => {
  const fetched = await source.fetch(state.access, period);
  return fetched.ok ? "taken" : fetched.error.code;
};

describe("a statement", () => {
  it("row by row: dates, sums to the kopeck, the bank's own id", async () => {
    state.rows = [
      alfaRow(ACCOUNT, { amount: 57_800.17 }),
      alfaRow(ACCOUNT, { operType: "D", amount: 12.5, docId: "" }),
    ];
    const fetched = await source.fetch(state.access, period);
    if (!fetched.ok) throw new Error(fetched.error.code);
    expect(fetched.value.lines).toMatchObject([
      {
        side: "credit",
        amount: 5_780_017n,
        bankId: "D1",
        documentNumber: "318",
        creditDate: "2026-04-16",
        position: 1,
      },
      { side: "debit", amount: 1250n, bankId: null, payer: { unp: "190000018", bic: "AKBBBY2X" }, position: 2 },
    ]);
    expect(new TextDecoder().decode(fetched.value.raw)).toContain("57800.17");
    expect(state.asked[0]).toContain("dateFrom=16.04.2026&dateTo=17.04.2026&transactions=0&pageNo=0&pageRowCount=0");
  });

  it.each([
    ["the first page has two numbers", true],
    ["pages count from nought", false],
  ])("walks capped pages to their end where %s", async (_, firstPageTwice) => {
    Object.assign(state, { rows: many(250), firstPageTwice });
    const fetched = await source.fetch(state.access, period);
    expect(fetched.ok && fetched.value.lines.map(({ bankId }) => bankId)).toEqual(many(250).map(({ docId }) => docId));
  });

  it("twins without an id both stay; an empty period is an empty statement", async () => {
    state.rows = [alfaRow(ACCOUNT, { docId: "" }), alfaRow(ACCOUNT, { docId: "" })];
    expect(await source.fetch(state.access, period)).toMatchObject({ value: { lines: { length: 2 } } });
    state.rows = [];
    expect(await source.fetch(state.access, period)).toMatchObject({ value: { lines: [] } });
  });

  it.each([
    ["an error at HTTP 200 with an empty page", { trouble: "errors-at-200" }, "bank.said_no"],
    ["an expired token", { access: "other" }, "bank.unauthorised"],
    ["too many requests", { trouble: "busy" }, "bank.busy"],
    ["a broken server", { trouble: "down" }, "bank.unavailable"],
    ["a hang", { trouble: "hang" }, "bank.timeout"],
    ["a cut connection", { trouble: "cut" }, "bank.unavailable"],
    ["half an answer", { trouble: "not-json" }, "bank.bad_answer"],
    ["a redirect to another house", { trouble: "redirect" }, "bank.unavailable"],
    [
      "a sandbox that ignores the days",
      { ignoresDates: true, rows: [alfaRow(ACCOUNT, { operDate: "13.01.2024" })] },
      "bank.outside_period",
    ],
    ["another's account", { rows: [alfaRow("BY19ALFA30140000000000000006")] }, "bank.other_account"],
    ["another currency", { rows: [alfaRow(ACCOUNT, { currIso: "USD" })] }, "bank.foreign_currency"],
    ["a sum of three decimals", { rows: [alfaRow(ACCOUNT, { amount: 1.005 })] }, "bank.bad_answer"],
    ["a side that is neither", { rows: [alfaRow(ACCOUNT, { operType: "X" })] }, "bank.bad_answer"],
  ])("%s is a failure with its name", async (_, trouble, code) => {
    const access = state.access;
    Object.assign(state, trouble);
    const fetched = await source.fetch(access, period);
    expect(fetched.ok ? "taken" : fetched.error.code).toBe(code);
  });

  it("is taken after one trouble that passed", async () => {
    for (const once of ["busy", "down", "cut"] as const) {
      Object.assign(state, { once, rows: [alfaRow(ACCOUNT)] });
      expect(await codeOf(), once).toBe("taken");
    }
  });
});

describe("consent", () => {
  it("is asked for with a state and nothing secret", () => {
    const url = new URL(source.consentUrl("s-1"));
    expect([...url.searchParams]).toEqual([
      ["response_type", "code"],
      ["client_id", "market"],
      ["scope", "accounts"],
      ["redirect_uri", bank.client.redirectUri],
      ["state", "s-1"],
    ]);
    expect(url.href).not.toContain("secret");
  });

  it("a code is good once, a refresh once, a gone one asks for a person", async () => {
    const first = await source.exchange("code-1");
    expect(first).toMatchObject({ ok: true, value: { accessSeconds: 3600 } });
    expect(await source.exchange("code-1")).toMatchObject({ error: { code: "bank.consent_gone", again: false } });
    const token = first.ok ? (first.value.refresh ?? "") : "";
    expect((await source.refresh(token)).ok).toBe(true);
    expect(await source.refresh(token)).toMatchObject({ error: { code: "bank.consent_gone" } });
    state.clientUnknown = true;
    expect(await source.refresh(state.refresh)).toMatchObject({ error: { code: "bank.client_refused" } });
    expect(state.asked.join()).not.toMatch(/secret|refresh-|access-/);
  });
});

it("requests are a pause apart, so that a hundred a minute are never passed", async () => {
  state.rows = many(150);
  const slow = alfaSource(bank.client, { betweenMs: 60, busyMs: 1 });
  const started = performance.now();
  await slow.fetch(state.access, period);
  expect(performance.now() - started).toBeGreaterThanOrEqual(59 * (state.asked.length - 1));
});
