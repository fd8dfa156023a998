import fc from "fast-check";
import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { entryHash, GENESIS } from "./chain.ts";
import { ERASE, erasedWords } from "./erased.ts";
import { type Seal, sealRoot } from "./seal.ts";
import { logOf, sealOf } from "./testing/log.ts";
import { type LogEntry, LogVerifier } from "./verify.ts";

const log = logOf({ chains: 3, length: 8 });
const first = sealOf(log.slice(0, 10), null);
const second = sealOf(log.slice(10, 20), first);
const SEALS = [first, second];

const verify = (entries: readonly LogEntry[], seals: readonly Seal[] = SEALS) => {
  const verifier = new LogVerifier(seals);
  for (const entry of entries) verifier.add(entry);
  return verifier.end();
};

test("an untouched log verifies, its last day is not sealed yet", () => {
  expect(verify(log)).toEqual({ ok: true, entries: 24, sealed: 20, erased: 0, problems: [] });
});

test("whatever the owner of the table does to sealed entries is found and named", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 18 }),
      fc.constantFrom("field", "remove", "insert", "swap", "truncate"),
      (at, what) => {
        const rows = structuredClone(log);
        if (what === "field") rows[at]!.step = "forged";
        else if (what === "remove") rows.splice(at, 1);
        else if (what === "insert") rows.splice(at, 0, { ...rows[at]!, id: rows[at]!.id });
        else if (what === "truncate") rows.splice(at);
        else [rows[at]!.id, rows[at + 1]!.id] = [rows[at + 1]!.id, rows[at]!.id];
        rows.sort((a, b) => a.id - b.id);
        const { ok, problems } = verify(rows);
        expect(ok).toBe(false);
        expect(problems.every(({ event }) => event !== null && /#\d+$/.test(event))).toBe(true);
      },
    ),
  );
});

test("a chain that was rewritten from its beginning with right hashes breaks its day's seal", () => {
  const forged = logOf({ chains: 3, length: 8, step: (chain, at) => (chain === 1 && at === 0 ? "forged" : undefined) });
  const { problems } = verify(forged);
  expect(problems).toEqual([
    { file: null, event: "seal:2026-04-15#1", what: "seal-content" },
    { file: null, event: "seal:2026-04-15#2", what: "seal-content" },
  ]);
});

test("seals cannot be changed, removed or made anew unseen", () => {
  const events = (seals: Seal[]) => verify(log, seals).problems.map(({ event, what }) => `${event} ${what}`);
  expect(events([{ ...first, entries: 9 }, second])).toContain("seal:2026-04-15#1 seal-hash");
  expect(events([second])).toContain("seal:2026-04-15#2 seal-gap");
  const again = { ...first, day: asDay("2026-04-14") };
  expect(events([{ ...again, root: sealRoot(again) }, second])).toContain("seal:2026-04-15#2 seal-prev");
  expect(first.prevRoot).toBe(GENESIS);
});

/** One person leaves: the entry of the erasure, as the house writes it behind everything else. */
const erasing = (rows: LogEntry[], userId: string, on: string): LogEntry[] => {
  const [request] = logOf({ chains: 1, length: 1, step: () => ERASE, data: () => ({ userId, erasedOn: on }) });
  const entry = { ...request!, chain: "privacy:1", id: rows.length + 1 };
  const hash = entryHash(GENESIS, entry);
  return [...rows, { ...entry, hash }];
};
const blank = { actorName: erasedWords(asDay("2027-03-12")), address: null, browser: null, salt: null };

test("erased people are counted and break nothing, as long as the log says who was erased when", () => {
  const rows = structuredClone(log);
  Object.assign(rows[3]!, blank);
  expect(verify(erasing(rows, "u", "2027-03-12"))).toMatchObject({ ok: true, erased: 1, problems: [] });
  const unfounded = { file: null, event: "contract:0#2", what: "unfounded" };
  expect(verify(rows).problems, "nobody asked").toEqual([unfounded]);
  expect(verify(erasing(rows, "somebody else", "2027-03-12")).problems).toEqual([unfounded]);
  expect(verify(erasing(rows, "u", "2027-03-13")).problems, "not on that day").toEqual([unfounded]);
});

test("only what is said to be erased may be missing", () => {
  for (const half of [
    { address: null },
    { actorName: "" },
    { actorName: "", salt: null },
    { ...blank, actorName: "x" },
  ]) {
    const rows = structuredClone(log);
    Object.assign(rows[3]!, half);
    expect(verify(erasing(rows, "u", "2027-03-12")).ok, JSON.stringify(half)).toBe(false);
  }
});
