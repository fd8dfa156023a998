import { describe, expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { CANDIDATES_AT_MOST, type Candidate, Candidates } from "./candidates.ts";
import type { NumberInPurpose, PurposeReading } from "./purpose.ts";

const candidate = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  contractId: `contract-${id}`,
  number: id,
  issuedOn: asDay("2026-04-10"),
  validUntil: asDay("2026-04-20"),
  total: 4_500n,
  paid: 0n,
  status: "live",
  partyUnp: "190000018",
  partyIban: "BY68PJCB30120000000000000002",
  partyName: "ООО РОМАШКА",
  ...changes,
});
const nobody = { partyUnp: null, partyIban: null };
const line = (changes: { amount?: bigint; unp?: string | null; iban?: string | null } = {}) => {
  const { amount = 4_500n, unp = null, iban = null } = changes;
  return { amount, payer: { unp, iban } };
};
const named = (...numbers: string[]): PurposeReading => {
  const found = numbers.map(
    (number): NumberInPurpose => ({ number, date: null, at: 0, end: 0, dateSpan: null, known: true }),
  );
  return { numbers: found, number: numbers[0] ?? null, date: null };
};
const ids = (found: Candidate[]) => found.map(({ id }) => id);

describe("the invoices that a payment may mean", () => {
  test("are those it names in any status, before the open ones of its payer, oldest first", () => {
    const pool = new Candidates([
      candidate("young"),
      candidate("old", { issuedOn: asDay("2026-04-01") }),
      candidate("paid", { status: "paid" }),
      candidate("cancelled", { status: "cancelled" }),
      candidate("lapsed", { status: "expired", issuedOn: asDay("2026-03-01") }),
      candidate("renewed", { status: "replaced", issuedOn: asDay("2026-03-02") }),
      candidate("others", { partyUnp: "191111111", partyIban: null }),
    ]);
    expect(ids(pool.of(line({ unp: "190000018" }), named("cancelled")))).toEqual([
      "cancelled",
      "lapsed",
      "renewed",
      "old",
      "young",
    ]);
    expect(ids(pool.of(line({ unp: "190000018" }), named("others", "old")))).toEqual([
      "old",
      "others",
      "lapsed",
      "renewed",
      "young",
    ]);
  });

  test("are found by the account too; by the sum only where no УНП says who paid, and only live ones", () => {
    const pool = new Candidates([
      candidate("mine", { partyUnp: null }),
      candidate("sum", nobody),
      candidate("lapsed sum", { ...nobody, status: "expired" }),
      candidate("other sum", { ...nobody, total: 1n }),
    ]);
    expect(ids(pool.of(line({ iban: "BY68PJCB30120000000000000002", amount: 9n }), named()))).toEqual(["mine"]);
    expect(ids(pool.of(line(), named()))).toEqual(["mine", "sum"]);
    expect(ids(pool.of(line({ unp: "199999999" }), named()))).toEqual([]);
  });

  test("are no more than a person looks through, and none of the named is cut", () => {
    const many = Array.from({ length: CANDIDATES_AT_MOST + 5 }, (_, n) =>
      candidate(String(n).padStart(3, "0"), { ...nobody }),
    );
    const pool = new Candidates(many);
    const found = ids(pool.of(line(), named("104")));
    expect(found).toHaveLength(CANDIDATES_AT_MOST);
    expect(found[0]).toBe("104");
    expect(found.at(-1)).toBe("098");
    // The first is paid: it goes, and the next one has room.
    pool.put({ ...many[0]!, status: "paid", paid: 4_500n });
    expect(ids(pool.of(line(), named())).at(-1)).toBe("100");
  });
});
