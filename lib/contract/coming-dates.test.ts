import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { comingDates } from "./coming-dates.ts";
import { act, active, concluded, contract, givenOn, invoice, line } from "./testing.ts";

const given = givenOn("2026-04-24");
const period = (id: string, from: string, to: string, more = {}) => ({
  ...{ id, contractId: active().id, portal: "romashka.bitrix24.by", from: asDay(from), to: asDay(to) },
  ...more,
});
const plain = (dates: ReturnType<typeof comingDates>) => dates.map(({ kind, on }) => `${kind} ${on}`);

describe("comingDates", () => {
  it("names what an unpaid invoice has promised", () => {
    const open = contract({ invoices: [invoice({ status: "live", validUntil: asDay("2026-04-30") })] });
    expect(plain(comingDates([open], [], given))).toEqual(["invoice 2026-04-30"]);
    const lapsed = contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] });
    expect(comingDates([lapsed], [], given)).toEqual([]);
  });

  it("names both clocks of an act, and neither once it is answered", () => {
    const received = act({ status: "received", sentOn: asDay("2026-04-22"), receivedOn: asDay("2026-04-23") });
    const open = active({ act: "received", acts: [received] });
    expect(plain(comingDates([open], [], given))).toEqual(["act-answer 2026-04-27", "act-silence 2026-04-28"]);
    const signed = active({ act: "signed", acts: [{ ...received, status: "signed", signedOn: asDay("2026-04-24") }] });
    expect(comingDates([signed], [], given)).toEqual([]);
  });

  it("ends a portal where its last period ends, and asks for no payment that was made", () => {
    const own = active({ act: "signed", acts: [act({ status: "signed", signedOn: asDay("2026-04-24") })] });
    const periods = [period("a", "2026-04-22", "2026-07-21"), period("old", "2025-04-22", "2026-04-21")];
    expect(plain(comingDates([own], periods, given))).toEqual([
      "safe-payment 2026-06-29",
      "subscription-end 2026-07-21",
    ]);
    const longer = [...periods, period("b", "2026-07-22", "2026-10-21")];
    expect(comingDates([own], longer, given).map(({ id }) => id)).toEqual(["b", "b"]);
    const renewal = concluded({
      id: "renewal",
      lines: [line({ portal: "romashka.bitrix24.by", activeFrom: null, activeTo: null, activatedAt: null })],
    });
    expect(comingDates([own, renewal], periods, given).map(({ kind }) => kind)).toEqual(["access", "subscription-end"]);
  });
});
