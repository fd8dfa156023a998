import { expect, it } from "vitest";

import { safeNext, withNext } from "./next-path.ts";

it.each([
  "/cabinet",
  "/cabinet/orders/new?portal=a.bitrix24.by&months=12",
  "/documents/license-bitrix24-market#3.5",
  "/",
])("goes on to %s", (path) => {
  expect(safeNext(path)).toBe(path);
});

it.each([
  "",
  "cabinet",
  "//evil.by",
  "///evil.by",
  "/\\evil.by",
  "\\\\evil.by",
  "/\t/evil.by",
  "/%0d/../..//evil.by",
  "/.//evil.by",
  "/x/..//evil.by",
  "https://evil.by",
  "javascript:alert(1)",
  "/cabinet\r\nset-cookie:a=b",
  "/sign-in?next=/sign-in",
  "/api/health",
  `/${"a".repeat(1000)}`,
  null,
  ["/cabinet"],
])("refuses %j", (path) => {
  expect(safeNext(path)).toBeNull();
});

it("carries the way back through a form's address", () => {
  expect(withNext("/sign-in", "/cabinet?a=1&b=2")).toBe("/sign-in?next=%2Fcabinet%3Fa%3D1%26b%3D2");
  expect(withNext("/sign-in", "//evil.by")).toBe("/sign-in");
});
