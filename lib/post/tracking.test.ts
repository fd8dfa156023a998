import fc from "fast-check";
import { expect, test } from "vitest";

import { invoiceNumber } from "#/lib/documents/number.ts";
import { checkTracking, readTrackingLines } from "./tracking.ts";

const [one, two] = [invoiceNumber(2026, 145), invoiceNumber(2026, 146)];
const waiting = new Set([one, two]);

test.each([
  ["RR123456785BY", null],
  ["rr 1234 5678 5 by", null],
  ["RR473124829GB", null],
  ["RR123456789BY", "check_digit"],
  ["RR12345678BY", "form"],
  ["1234567890123", "form"],
  ["", "form"],
])("%s", (text, reason) => expect(checkTracking(text).reason).toBe(reason));

test("letters typed in Russian are the same letters", () => {
  expect(checkTracking("ВХ123456785ВУ")).toMatchObject({ valid: true, value: "BX123456785BY" });
});

test("any wrong check digit is caught", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (number) => {
      const digits = String(number).padStart(8, "0");
      const right = Array.from({ length: 10 }, (_, check) => checkTracking(`RR${digits}${check}BY`).valid);
      return right.filter(Boolean).length === 1;
    }),
  );
});

test("lines are read however they are written, and what is wrong is said of each", () => {
  const text = `${one} → RR123456785BY\r\n\nRR473124829GB\t${two}\n${one} RB123456785BY\n26-000999-9 RR123456785BY\nRR123456785BY\n${two} RR123456789BY`;
  expect(readTrackingLines(text, waiting)).toEqual([
    { line: 1, number: one, tracking: "RR123456785BY", trouble: null },
    { line: 3, number: two, tracking: "RR473124829GB", trouble: null },
    { line: 4, number: one, tracking: "RB123456785BY", trouble: "act_twice" },
    { line: 5, number: "26-000999-9", tracking: "RR123456785BY", trouble: "no_act" },
    { line: 6, number: "", tracking: "RR123456785BY", trouble: "line" },
    { line: 7, number: two, tracking: "RR123456789BY", trouble: "check_digit" },
  ]);
  expect(readTrackingLines(`${one} RR123456785BY\n${two} RR123456785BY`, waiting)[1]?.trouble).toBe("tracking_twice");
});
