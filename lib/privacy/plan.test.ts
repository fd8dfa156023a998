import { describe, expect, test } from "vitest";

import { ERASED_KINDS, type HeldParty, type Holdings } from "./holdings.ts";
import { heirsOf, mayAsk, NOBODY, planErasure } from "./plan.ts";

const nothing = Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Holdings["counts"];
const accountant = { memberId: "m2", userId: "u2", name: "Бухгалтер", role: "accountant" } as const;
const held = (over: Partial<HeldParty> = {}): HeldParty => ({
  ...{ id: "p", kind: "individual", name: "Сидорова Анна", role: "owner", owners: 1, others: [] },
  ...{ contracts: 0, running: 0, invoices: 0, acts: 0, payments: 0, requisites: 2, houseMails: 0 },
  ...over,
});
const plan = (...parties: HeldParty[]) =>
  planErasure({ userId: "u", counts: { ...nothing, account: 1, log: 4 }, parties });
const outcome = (over: Partial<HeldParty>) => plan(held(over)).parties[0]!.outcome;

describe("what becomes of a party", () => {
  test.each([
    ["a person without contracts", {}, "erased"],
    ["a person whose contracts are over", { contracts: 2, invoices: 2, acts: 2 }, "erased"],
    ["a person with something that runs", { contracts: 1, running: 1 }, "kept"],
    ["a person with another owner", { owners: 2, others: [{ ...accountant, role: "owner" }] }, "left"],
    ["the only owner of a firm", { kind: "legalEntity" }, "ownerless"],
    ["the only owner of a sole proprietor's card", { kind: "soleProprietor" }, "ownerless"],
    ["one of two owners of a firm", { kind: "legalEntity", owners: 2 }, "left"],
    ["an accountant of a firm", { kind: "legalEntity", role: "accountant" }, "left"],
    ["a reader of a person's card", { role: "reader" }, "left"],
  ] as const)("%s", (_, over, wanted) => expect(outcome(over as Partial<HeldParty>)).toBe(wanted));
});

test("papers stay with their ground, the card goes with all its versions", () => {
  const { goes, stays } = plan(held({ contracts: 1, invoices: 2, acts: 1, payments: 1 }));
  expect(goes).toEqual([
    { kind: "account", count: 1 },
    { kind: "log", count: 4 },
    { kind: "card", count: 1 },
    { kind: "requisites", count: 2 },
  ]);
  expect(stays).toEqual([
    { kind: "invoices", count: 2 },
    { kind: "acts", count: 1 },
    { kind: "payments", count: 1 },
    { kind: "contracts", count: 1 },
    { kind: "log", count: 4 },
    { kind: "request", count: 1 },
  ]);
});

test("what runs is not touched: neither the card nor its requisites go", () => {
  const { goes, stays } = plan(held({ running: 1, invoices: 1 }));
  expect(goes.map(({ kind }) => kind)).not.toContain("requisites");
  expect(stays).toContainEqual({ kind: "cards", count: 1 });
  expect(stays).toContainEqual({ kind: "running", count: 1 });
});

describe("a firm without its only owner", () => {
  const firm = plan(held({ kind: "legalEntity", others: [accountant] }));
  test("needs the lawyer's word", () =>
    expect(heirsOf(firm, {})).toEqual({ ok: false, error: "privacy.owner_unnamed" }));
  test("gets the named member", () =>
    expect(heirsOf(firm, { p: "m2" })).toEqual({ ok: true, value: new Map([["p", accountant]]) }));
  test("may be left without one, said in so many words", () =>
    expect(heirsOf(firm, { p: NOBODY })).toEqual({ ok: true, value: new Map([["p", null]]) }));
  test("gets nobody from elsewhere", () =>
    expect(heirsOf(firm, { p: "m9" })).toEqual({ ok: false, error: "record.not_found" }));
  test("other parties ask nothing", () => expect(heirsOf(plan(held()), {})).toEqual({ ok: true, value: new Map() }));
});

test("one demand at a time, and none of the house's own people", () => {
  expect(mayAsk({ staff: false, open: false }).ok).toBe(true);
  expect(mayAsk({ staff: false, open: true })).toEqual({ ok: false, error: "privacy.open_already" });
  expect(mayAsk({ staff: true, open: false })).toEqual({ ok: false, error: "privacy.staff" });
});
