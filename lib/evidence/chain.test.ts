import fc from "fast-check";
import { expect, test } from "vitest";

import {
  canonicalJson,
  type EvidenceEntry,
  entryHash,
  GENESIS,
  hidePersonal,
  PERSONAL,
  personalState,
  sha256,
  verifyChain,
} from "./chain.ts";

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
    const hidden = hidePersonal(entry, `salt-${at}`);
    const sealed = { ...entry, ...hidden, prevHash, hash: entryHash(prevHash, { ...entry, ...hidden }) };
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

test("an entry written anew with a hash of its own is found by the next one", () => {
  const chain = chainOf(4);
  const row = chain[1]!;
  row.reason = "другое";
  row.hash = entryHash(row.prevHash, row);
  expect(verifyChain(chain)).toEqual([{ chain: "contract:1", seq: 3, what: "prev" }]);
});

test("names, addresses and browsers can be erased and cannot be replaced", () => {
  const chain = chainOf(3);
  Object.assign(chain[1]!, { actorName: "стёрто по запросу 12.03.2027", address: null, browser: null, salt: null });
  expect(verifyChain(chain)).toEqual([]);
  expect(PERSONAL.map((field) => personalState(chain[1]!, field))).toEqual(["erased", "erased", "erased"]);
  Object.assign(chain[1]!, { address: "192.0.2.9" });
  expect(verifyChain(chain)).toEqual([{ chain: "contract:1", seq: 2, what: "personal" }]);
});

test("whoever calls themselves erased is still there", () => {
  const [entry] = chainOf(1);
  const actorName = "стёрто по запросу 12.03.2027";
  expect(personalState({ ...entry!, actorName, ...hidePersonal({ ...entry!, actorName }, "s") }, "actorName")).toBe(
    "kept",
  );
  expect(personalState({ ...entry!, actorName }, "actorName")).toBe("altered");
});

test("a removed entry is named itself", () => {
  expect(verifyChain(chainOf(5).toSpliced(2, 1))[0]).toEqual({ chain: "contract:1", seq: 3, what: "gap" });
});

test("an entry of before the hash columns verifies as it was written", () => {
  const hash = "ff611d669d071a371951c4b5435a03bed696530e6b5c671e9e75e9ac0c2ab913";
  const [first] = chainOf(1);
  const old = { ...first!, salt: null, actorNameHash: null, addressHash: null, browserHash: null, hash };
  expect(verifyChain([old])).toEqual([]);
  expect(verifyChain([{ ...old, address: "192.0.2.9" }])).toHaveLength(1);
});

test("canonical JSON does not depend on the order of keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "я" }], a: undefined })).toBe('{"b":[1,{"c":"я","d":null}]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(JSON.parse(JSON.stringify(value)))),
  );
});

test("the entry is hashed as canonical JSON, whatever stands in it", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.option(fc.string()), (data, reason) => {
      const { prevHash, hash: _, salt: __, actorName, address, browser, ...rest } = chainOf(1)[0]!;
      const entry = { ...rest, data: data as Record<string, unknown>, reason, at: rest.at.toISOString() };
      expect(entryHash(prevHash, entry)).toBe(sha256(`${prevHash}\n${canonicalJson(entry)}`));
    }),
  );
});
