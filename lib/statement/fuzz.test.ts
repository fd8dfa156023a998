import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { lineKeys } from "./identity.ts";
import { parseStatement } from "./parse.ts";

const folder = new URL("./golden/", import.meta.url);
const files = readdirSync(folder)
  .filter((name) => /\.(?:txt|xml)$/.test(name))
  .map((name) => new Uint8Array(readFileSync(new URL(name, folder))));

type Change = { at: number; cut: number; put: number[] };
const changes = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
    put: fc.oneof(
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 }),
      fc.constantFrom(
        ..."^ ^= = [OUT_PARAM] #### ^DocDate=^ ^Db=-1^ ^Credit=9e9^ ^RestOut=1^ \r\n \n ^Acc=^ 0 . 99999999999999999999 __proto__="
          .split(" ")
          .map((text) => [...Buffer.from(text)]),
      ),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

const changed = (bytes: Uint8Array, all: Change[]): Uint8Array => {
  let made = [...bytes];
  for (const { at, cut, put } of all) made = made.toSpliced(at % (made.length + 1), cut, ...put);
  return Uint8Array.from(made);
};

/** What every answer must be: a refusal with its code, or a statement that adds up. */
function judge(bytes: Uint8Array): boolean {
  const timed = () => {
    const started = performance.now();
    return { result: parseStatement(bytes), took: performance.now() - started };
  };
  const { result, took } = timed();
  // A machine that was busy for a moment gets a second try; a slow file is slow twice.
  if (took >= 100) expect(timed().took).toBeLessThan(100);
  if (!result.ok) {
    expect(result.error.code).toMatch(/^statement\.[a-z_]+$/);
    for (const value of Object.values(result.error.params ?? {})) expect(["string", "number"]).toContain(typeof value);
    return false;
  }
  const { opening, closing, credits, debits, lines } = result.value;
  expect(opening + credits - debits).toBe(closing);
  const sum = (side: string) => lines.filter((one) => one.side === side).reduce((all, one) => all + one.amount, 0n);
  expect([sum("credit"), sum("debit")]).toEqual([credits, debits]);
  for (const one of lines)
    expect(one.amount > 0n && /^\d{4}-\d\d-\d\d$/.test(one.creditDate) && one.documentDate !== null).toBe(true);
  expect(new Set(lineKeys(result.value)).size).toBe(lines.length);
  return true;
}

describe("hostile files", () => {
  it("made of real ones by cutting, pasting and flipping: a refusal or a sound statement, in time", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (bytes, all) => {
        if (judge(changed(bytes, all))) taken++;
      }),
      { numRuns: 6000 },
    );
    // Otherwise every change is refused at the door and nothing behind it was tried.
    expect(taken).toBeGreaterThan(50);
  });

  it("made of nothing at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        judge(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [
      "one line without an end",
      `***** ^Type=4^ ^Acc=BY03ALFA30122J07130010270000^\n[OUT_PARAM]\n^Nazn=${"a".repeat(3_000_000)}`,
    ],
    ["a million empty lines", `***** ^Type=4^ ^Acc=BY03ALFA30122J07130010270000^${"\n".repeat(1_000_000)}`],
    ["carets only", `***** ^Type=4^ ^Acc=BY03ALFA30122J07130010270000^\n${"^".repeat(1_000_000)}`],
    [
      "a value of a hundred thousand lines",
      `***** ^Type=4^ ^Acc=BY03ALFA30122J07130010270000^\n^Nazn=\n${"a\n".repeat(100_000)}`,
    ],
    ["stars", "*".repeat(1_000_000)],
    ["spaces", " ".repeat(5_000_000)],
    [
      "1C: a purpose of a hundred thousand lines",
      `1CClientBankExchange\nСекцияДокумент=\nНазначениеПлатежа=\n${"a\n".repeat(100_000)}`,
    ],
  ])("%s is refused within a second", (_, text) => {
    const started = performance.now();
    const result = parseStatement(new TextEncoder().encode(text));
    expect(result.ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
