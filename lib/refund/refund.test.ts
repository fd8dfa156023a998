import { describe, expect, test } from "vitest";

import { type Actor, STAFF_ROLES, type StaffRole } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { closedBy } from "./close.ts";
import { grantable, type RefundableFacts, refundable } from "./free.ts";
import { askRefundInput } from "./inputs.ts";
import { refundNumber, refundNumbersIn } from "./number.ts";
import { paymentOrder } from "./payment-order.ts";
import { GROUNDS, moveRefund, movesOf, REFUND_MOVE_NAMES, REFUND_STATES, type RefundHands } from "./refund.ts";

const person = (userId: string, role: StaffRole): Actor => ({
  ...{ kind: "staff", userId, role, name: userId, email: `${userId}@example.by`, sessionId: "s" },
});
const customer: Actor = {
  ...{ kind: "customer", userId: "asker", partyId: "p", role: "owner" },
  ...{ name: "asker", email: "a@example.by", sessionId: "s" },
};
const HANDS = { requestedBy: "asker", decidedBy: "decider", preparedBy: "preparer" } as const;
const PEOPLE = ["asker", "decider", "preparer", "nobody"] as const;

/** The whole table once more, as a sentence of clause 4.4.2's procedure would put it: who takes what from where to where. */
const WRITTEN: Record<(typeof REFUND_MOVE_NAMES)[number], { path: string[]; roles: StaffRole[]; not: string[] }> = {
  "grant-refund": { path: ["requested>granted"], roles: ["lawyer"], not: ["asker"] },
  "refuse-refund": { path: ["requested>refused"], roles: ["lawyer"], not: ["asker"] },
  "prepare-refund": { path: ["granted>prepared"], roles: ["accountant"], not: [] },
  "send-back-refund": { path: ["prepared>granted", "approved>granted"], roles: ["accountant", "director"], not: [] },
  "approve-refund": {
    ...{ path: ["prepared>approved"], roles: ["accountant", "director"] },
    not: ["asker", "decider", "preparer"],
  },
  "withdraw-refund": {
    ...{ path: ["requested>withdrawn", "granted>withdrawn", "prepared>withdrawn"], roles: ["accountant"], not: [] },
  },
  "close-refund": { path: ["approved>paid"], roles: ["accountant"], not: [] },
};

describe.each(REFUND_STATES)("from %s", (state) => {
  const refund: RefundHands = { state, ...HANDS };
  test.each(REFUND_MOVE_NAMES)("%s, by every role and every hand", (move) => {
    const { path, roles, not } = WRITTEN[move];
    const to = path.find((step) => step.startsWith(`${state}>`))?.split(">")[1];
    for (const role of STAFF_ROLES)
      for (const who of PEOPLE) {
        const got = moveRefund(refund, move, person(who, role));
        const code = !roles.includes(role) ? "auth.forbidden" : !to ? "refund.not_now" : "refund.own";
        const may = roles.includes(role) && to !== undefined && !not.includes(who);
        expect(got, `${role} ${who}`).toEqual(may ? { ok: true, value: to } : { ok: false, error: { code } });
      }
    expect(moveRefund(refund, move, customer), "a customer").toMatchObject({ error: { code: "auth.forbidden" } });
    const job = moveRefund(refund, move, { kind: "system", job: "close-refunds" });
    expect(job.ok, "a job only closes").toBe(move === "close-refund" && state === "approved");
  });
  test("the page offers what the table allows, and nothing after an end", () => {
    const offered = STAFF_ROLES.flatMap((role) => movesOf(refund, person("nobody", role)));
    expect(offered.length > 0).toBe(!["paid", "refused", "withdrawn"].includes(state));
  });
});

test("a contract's money is asked for on the ground of the seller's fault only", () => {
  const [paymentId, contractId] = [crypto.randomUUID(), crypto.randomUUID()];
  const asked = (money: string, ground: string) =>
    askRefundInput.safeParse({ money, ground, reason: "перевели дважды по ошибке", iban: "" });
  for (const ground of ["overpayment", "mistake"]) {
    expect(asked(paymentId, ground).data?.money).toEqual({ paymentId, contractId: null });
    expect(fieldRefusals(asked(`${paymentId} ${contractId}`, ground).error?.issues ?? [])).toEqual({
      ground: { code: "refund.ground_of_contract" },
    });
  }
  expect(asked(`${paymentId} ${contractId}`, "fault").data?.money).toEqual({ paymentId, contractId });
});

describe("how much may go back", () => {
  const free: RefundableFacts = { amount: 1_000n, allocated: 400n, state: "balance", contract: null };
  const ended = (terminationGround: "fault" | "early" | "force-majeure" | null, standing = 400n): RefundableFacts => ({
    ...free,
    contract: { standing, terminationGround, moneyQuestion: "settled", moneyOutcome: "refund" },
  });
  test.each(GROUNDS)("%s of money that is on its way already", (ground) => {
    expect(refundable({ ...free, state: "to-return" }, ground)).toMatchObject({ error: { code: "payment.to_return" } });
  });
  test("what no invoice took, whole; nothing of what went back", () => {
    for (const ground of ["overpayment", "mistake", "late"] as const) {
      expect(refundable(free, ground)).toEqual({ ok: true, value: 600n });
      expect(refundable({ ...free, state: "returned" }, ground).ok).toBe(false);
      expect(refundable({ ...free, allocated: 1_000n }, ground).ok).toBe(false);
    }
  });
  test.each([
    ["fault", null],
    ["early", "refund.never_early"],
    ["force-majeure", "refund.no_fault"],
    [null, "refund.no_fault"],
  ] as const)("of a contract ended by %s", (ground, code) => {
    const got = refundable(ended(ground), "fault");
    expect(got.ok ? null : got.error.code).toBe(code);
    if (got.ok) expect(got.value).toBe(400n);
  });
  test("nothing where all of it went back before, or the lawyer said none", () => {
    expect(refundable(ended("fault", 0n), "fault")).toMatchObject({ error: { code: "payment.nothing_left" } });
    const none = ended("fault");
    expect(refundable({ ...none, contract: { ...none.contract!, moneyOutcome: "none" } }, "fault").ok).toBe(false);
  });
  test.each([
    [600n, 600n, "mistake", null, null],
    [600n, 599n, "mistake", null, "refund.whole"],
    [600n, 601n, "mistake", null, "refund.over"],
    [600n, 0n, "fault", "part", "refund.over"],
    [600n, 1n, "fault", "part", null],
    [600n, 600n, "fault", "part", null],
    [600n, 599n, "fault", "refund", "refund.whole"],
    [600n, 600n, "fault", "none", "refund.no_fault"],
    [600n, 600n, "fault", "open", "refund.question_open"],
  ] as const)("asked %s, granted %s for %s with the question %s", (asked, granted, ground, outcome, code) => {
    const question =
      outcome === null
        ? null
        : outcome === "open"
          ? ({ moneyQuestion: "open", moneyOutcome: null } as const)
          : ({ moneyQuestion: "settled", moneyOutcome: outcome } as const);
    const got = grantable(asked, granted, ground, question);
    expect(got.ok ? null : got.error.code).toBe(code);
  });
});

describe("the bank's line", () => {
  const number = refundNumber(2026, 3);
  const refund = { id: "r", number, amount: 500n, iban: "BY48AKBB30120000000000000001" };
  const line = { id: "l", amount: 500n, iban: "BY48 AKBB 3012 0000 0000 0000 0001", purpose: `OTHR Возврат ${number}` };
  test.each([
    ["as it was sent", line, true],
    ["with blanks in the number", { ...line, purpose: `ВОЗВРАТ ${number.replaceAll("-", " ")} БЕЗ НДС` }, true],
    ["glued to the text", { ...line, purpose: `Возврат${number}.Без НДС` }, true],
    ["a kopeck more", { ...line, amount: 501n }, false],
    ["to another account", { ...line, iban: "BY68PJCB30120000000000000002" }, false],
    ["without an account", { ...line, iban: null }, false],
    ["an invoice's number, without its letter", { ...line, purpose: number.slice(1) }, false],
    ["a wrong check digit", { ...line, purpose: `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}` }, false],
    ["another refund", { ...line, purpose: refundNumber(2026, 4) }, false],
  ])("%s", (_what, one, closes) => {
    expect(closedBy([refund], [one])).toEqual(closes ? [{ refundId: "r", lineId: "l" }] : []);
  });
  test("two lines of one refund, or two refunds on one line, are for a person", () => {
    expect(closedBy([refund], [line, { ...line, id: "twin" }])).toEqual([]);
    const other = { ...refund, id: "o", number: refundNumber(2026, 4) };
    expect(closedBy([refund, other], [{ ...line, purpose: `${number} ${other.number}` }])).toEqual([]);
    expect(closedBy([refund, other], [line])).toHaveLength(1);
  });
  test("the purpose of a prepared order leads back to its refund, in one plain line within the field", () => {
    const seller = {
      shortName: "ООО",
      unp: "1",
      bank: { name: "Б", bic: "ALFABY2X", iban: "BY1" },
    } as SellerRequisites;
    const facts = {
      ...{ number, amount: 500n, seller, code: null, queue: "22" },
      beneficiary: { name: "К", unp: null, iban: "BY2", bic: "X" },
      payment: { documentNumber: "318", documentDate: asDay("2026-05-05") },
    };
    for (const ground of GROUNDS) {
      const order = paymentOrder({ ...facts, ground, vat: { kind: "none", basis: "ст. 113" } });
      expect(refundNumbersIn(order.purpose)).toEqual([number]);
      expect(order.purpose.length).toBeLessThanOrEqual(210);
      expect(order.purpose).toMatch(/^[\p{L}\p{N} .,-]+ от 05\.05\.2026\. Без НДС$/u);
      const taxed = paymentOrder({ ...facts, ground, vat: { kind: "included", rate: 20 } });
      expect(taxed.purpose, "money that came with VAT never goes back as if without").not.toContain("НДС");
    }
  });
});
