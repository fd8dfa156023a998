import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { decideByHand } from "./by-hand.ts";
import type { OpenInvoice, ReasonCode } from "./match.ts";

const invoice = {
  status: "live" as OpenInvoice["status"],
  total: 48_000n,
  paid: 0n,
  issuedOn: asDay("2026-04-15"),
  validUntil: asDay("2026-04-22"),
};
const payment = { amount: 48_000n, allocated: 0n, creditDate: asDay("2026-04-16") };
const named: ReasonCode[] = ["number", "date", "unp", "sum"];

describe("decideByHand", () => {
  it("allocates what the purpose names", () =>
    expect(decideByHand(payment, invoice, named)).toEqual({
      way: "allocate",
      why: "named",
      amount: 48_000n,
      dueAfter: 0n,
      restAfter: 0n,
    }));

  it.each([
    ["a part", { amount: 10_000n }, {}, { amount: 10_000n, dueAfter: 38_000n, restAfter: 0n }],
    ["too much", { amount: 50_000n }, {}, { amount: 48_000n, dueAfter: 0n, restAfter: 2_000n }],
    [
      "the rest of a part",
      { amount: 50_000n, allocated: 20_000n },
      { paid: 18_000n },
      { amount: 30_000n, dueAfter: 0n, restAfter: 0n },
    ],
    ["the last day", { creditDate: asDay("2026-04-22") }, {}, { way: "allocate" }],
  ])("%s", (_name, of, to, expected) =>
    expect(decideByHand({ ...payment, ...of }, { ...invoice, ...to }, named)).toMatchObject(expected),
  );

  it.each([
    ["number without its date", ["number", "date_missing", "sum"] as ReasonCode[], {}, "not-named"],
    ["found by hand", null, {}, "not-named"],
    ["the day after the end", named, { creditDate: asDay("2026-04-23") }, "expired"],
    ["before the invoice", named, { creditDate: asDay("2026-04-14") }, "early"],
  ])("wants a reason: %s", (_name, reasons, of, why) =>
    expect(decideByHand({ ...payment, ...of }, invoice, reasons)).toMatchObject({ way: "discretion", why }),
  );

  it("takes money that was in time though its statement came after the invoice had lapsed", () =>
    expect(decideByHand(payment, { ...invoice, status: "expired" }, named)).toMatchObject({
      way: "allocate",
      why: "named",
    }));

  it.each([
    ["cancelled", { status: "cancelled" as const }],
    ["replaced", { status: "replaced" as const }],
    ["paid", { status: "paid" as const, paid: 48_000n }],
  ])("has nothing to do with an invoice that is %s", (why, to) =>
    expect(decideByHand(payment, { ...invoice, ...to }, named)).toEqual({ way: "none", why }),
  );

  it("says when nothing is left", () =>
    expect(decideByHand({ ...payment, allocated: 48_000n }, invoice, named)).toEqual({
      way: "none",
      why: "nothing-left",
    }));
});
