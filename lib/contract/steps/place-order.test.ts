import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { facts, givenOn } from "../testing.ts";
import { placeOrder, placeOrderInput } from "./place-order.ts";

const ids = {
  offerId: "0197f000-0000-7000-8000-000000000001",
  priceListId: "0197f000-0000-7000-8000-000000000002",
  rulesId: "0197f000-0000-7000-8000-000000000003",
};
const shown = {
  ...facts,
  offer: { ...facts.offer, id: ids.offerId },
  priceList: { ...facts.priceList, id: ids.priceListId },
  rules: { ...facts.rules, id: ids.rulesId },
  runningUntil: new Map(),
};
const asked = (lines: unknown[], more = {}) => placeOrderInput.safeParse({ ...ids, lines, read: true, ...more });
const codes = (result: ReturnType<typeof asked>) =>
  result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
const given = givenOn("2026-04-15");

describe("what a customer may ask for", () => {
  test("a portal pasted with scheme and path is the portal's host", () => {
    expect(asked([{ portal: " https://Romashka.Bitrix24.by/company/?x=1 ", months: "12" }]).data?.lines).toEqual([
      { portal: "romashka.bitrix24.by", months: 12, renewal: false },
    ]);
  });

  test("each mistake is named at its field", () => {
    expect(codes(asked([]))).toEqual(["lines order.no_lines"]);
    expect(codes(asked([{ portal: "", months: 12 }]))).toEqual(["lines.0.portal field.required"]);
    expect(codes(asked([{ portal: "www.bitrix24.by", months: 12 }]))?.[0]).toMatch(/^lines\.0\.portal portal\./);
    expect(
      codes(
        asked([
          { portal: "a1.bitrix24.by", months: 1 },
          { portal: "https://A1.bitrix24.by/", months: 1 },
        ]),
      ),
    ).toEqual(["lines.1.portal order.portal_twice"]);
    expect(codes(asked([{ portal: "a1.bitrix24.by", months: 1 }], { read: false }))).toEqual([
      "read order.read_required",
    ]);
  });
});

describe("place an order (1.10, 2.1, 3.1)", () => {
  const input = placeOrderInput.parse({
    ...ids,
    lines: [
      { portal: "a1.bitrix24.by", months: 12 },
      { portal: "b2.bitrix24.by", months: 12 },
    ],
    read: true,
  });

  test("adds the lines up at the price list's price and keeps the hashes of what was shown", () => {
    const done = placeOrder(input, given, shown);
    expect(done).toMatchObject({
      ok: true,
      value: { total: 96_000n, event: { clause: "1.10", data: { editions: [{ sha256: "0" }, {}, {}] } } },
    });
  });

  test("takes off the best single rule, line by line, and says so in the log", () => {
    const rule = { id: "r", kind: "quantity" as const, minQuantity: 2, basisPoints: 1250 };
    const done = placeOrder(input, given, { ...shown, discounts: [rule, { ...rule, id: "s", basisPoints: 500 }] });
    expect(done).toMatchObject({
      ok: true,
      value: {
        ...{ total: 84_000n, lines: [{ amount: 42_000n }, { amount: 42_000n }] },
        event: { data: { total: "84000", discount: { ruleId: "r", listTotal: "96000", amount: "12000" } } },
      },
    });
    const one = { ...input, lines: input.lines.slice(0, 1) };
    const alone = placeOrder(one, given, { ...shown, discounts: [rule] });
    expect(alone.ok && [alone.value.total, "discount" in alone.value.event.data]).toEqual([48_000n, false]);
  });

  test("an edition published meanwhile is shown first", () => {
    expect(placeOrder({ ...input, offerId: ids.rulesId }, given, shown)).toMatchObject({
      error: { code: "order.edition_changed" },
    });
  });

  test("a running period is explained at its line and allowed as a renewal that continues it", () => {
    const running = { ...shown, runningUntil: new Map([["b2.bitrix24.by", asDay("2026-06-30")]]) };
    expect(placeOrder(input, given, running)).toMatchObject({
      error: { code: "order.portal_running", field: "lines.1.portal", params: { until: "2026-06-30" } },
    });
    const renewal = { ...input, lines: input.lines.map((line) => ({ ...line, renewal: true })) };
    expect(placeOrder(renewal, given, running)).toMatchObject({
      ok: true,
      value: { lines: [{ continuesFrom: null }, { continuesFrom: "2026-06-30" }] },
    });
  });
});
