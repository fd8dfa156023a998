import fc from "fast-check";
import { expect, test } from "vitest";

import { canonicalJson, type EvidenceEntry, entryHash, GENESIS, verifyChain } from "./chain.ts";

const chainOf = (length: number) => {
  let prevHash = GENESIS;
  return Array.from({ length }, (_, at) => {
    const entry: EvidenceEntry = {
      chain: "contract:1",
      seq: at + 1,
      partyId: "p",
      contractId: "1",
      at: new Date(Date.UTC(2026, 3, 15, at)),
      actorKind: "staff",
      actorId: "u",
      actorName: "О. Продавец",
      onBehalfOf: null,
      step: `step-${at}`,
      clause: "3.5",
      reason: null,
      data: { sum: String(at), nested: { b: 1, a: [1, 2] } },
      address: "192.0.2.1",
      browser: "x",
    };
    const sealed = { ...entry, prevHash, hash: entryHash(prevHash, entry) };
    prevHash = sealed.hash;
    return sealed;
  });
};

test("an untouched chain verifies", () => {
  expect(verifyChain(chainOf(20))).toEqual([]);
});

test("any changed field, removal, repetition or swap is found and named", () => {
  const chain = chainOf(12);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.constantFrom("reason", "step", "actorName", "address", "data", "at", "hash", "remove", "swap"),
      (at, what) => {
        const altered = structuredClone(chain);
        const row = altered[at]!;
        if (what === "remove") altered.splice(at, 1);
        else if (what === "swap") [altered[at], altered[(at + 1) % 12]] = [altered[(at + 1) % 12]!, row];
        else if (what === "data") row.data = { ...row.data, sum: "999" };
        else if (what === "at") row.at = new Date(0);
        else row[what as "reason"] = "другое";
        // The end of a chain cannot be missed from inside it: that is what the published heads are for.
        const problems = verifyChain(altered);
        expect(problems.length > 0 || (what === "remove" && at === 11)).toBe(true);
      },
    ),
  );
});

test("canonical JSON does not depend on the order of keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "я" }], a: undefined })).toBe('{"b":[1,{"c":"я","d":null}]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(JSON.parse(JSON.stringify(value)))),
  );
});
