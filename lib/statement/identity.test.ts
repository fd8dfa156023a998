import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { lineKeys, shortHash } from "./identity.ts";
import { parseStatement } from "./parse.ts";
import type { StatementLine } from "./statement.ts";
import { anyLines, withIds } from "./testing/arbitrary.ts";
import { encode } from "./testing/encode.ts";
import { ACCOUNT, oneC, type4 } from "./testing/write.ts";

const keys = (lines: StatementLine[]) => lineKeys({ account: ACCOUNT, lines });

/** A store that keeps a key once, as the table's unique index does. */
const imported = (...files: StatementLine[][]) => new Set(files.flatMap(keys));

/** Independent count of how many movements there really are: equal lines are counted, not merged. */
const movements = (lines: StatementLine[]) => lines.length;

const days = (lines: StatementLine[]) => [...new Set(lines.map((line) => line.creditDate))];
const ofDay = (lines: StatementLine[], day: string) => lines.filter((line) => line.creditDate === day);

/** Lines with the bank's ids and without; a slice of a day is never split between files. */
const files = fc.oneof(anyLines, anyLines.map(withIds));

describe("lineKeys", () => {
  it("gives each movement of one file a key of its own, twins included", () => {
    fc.assert(
      fc.property(files, (lines) => {
        expect(new Set(keys(lines)).size).toBe(movements(lines));
      }),
    );
  });

  it("adds nothing when a file comes again, ten times", () => {
    fc.assert(
      fc.property(files, (lines) => {
        expect(imported(...Array(10).fill(lines)).size).toBe(movements(lines));
      }),
    );
  });

  it("does not depend on the order of lines", () => {
    fc.assert(
      fc.property(
        files.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
        ([lines, shuffled]) => {
          expect(keys(shuffled).sort()).toEqual(keys(lines).sort());
        },
      ),
    );
  });

  it("is the same for a file split by day, and for files whose days overlap", () => {
    fc.assert(
      fc.property(files, fc.nat(), fc.nat(), (lines, a, b) => {
        const split = days(lines).map((day) => ofDay(lines, day));
        expect([...imported(...split)].sort()).toEqual(keys(lines).sort());
        const some = days(lines).filter((_, at) => (a >> at) % 2 === 0);
        const others = days(lines).filter((_, at) => (b >> at) % 2 === 0);
        const overlapping = [some, others].map((kept) => lines.filter((line) => kept.includes(line.creditDate)));
        const union = lines.filter((line) => some.includes(line.creditDate) || others.includes(line.creditDate));
        expect(imported(...overlapping).size).toBe(movements(union));
      }),
    );
  });

  it("survives the way through either format", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const text of [type4(lines), oneC(lines)]) {
          const read = parseStatement(encode(text, "windows-1251"));
          expect(read.ok && lineKeys(read.value)).toEqual(keys(lines));
        }
      }),
    );
  });

  const line = (change: Partial<StatementLine> = {}): StatementLine => ({
    ...({ documentNumber: "318", documentDate: "2026-04-15", creditDate: "2026-04-16" } as StatementLine),
    ...{ amount: 48_000n, side: "credit", purpose: "Оплата по счету 26-000145-7", bankId: null, position: 1 },
    payer: { name: "А", unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: null },
    ...change,
  });

  it.each([
    ["number", { documentNumber: "319" }],
    ["day", { creditDate: "2026-04-17" }],
    ["sum", { amount: 48_001n }],
    ["side", { side: "debit" }],
    ["purpose", { purpose: "Оплата по счету 26-000146-1" }],
    ["account", { payer: { ...line().payer, iban: "BY68PJCB30120000000000000002" } }],
    ["account there", { payer: { ...line().payer, iban: null } }],
  ])("another %s is another movement", (_, change) => {
    expect(keys([line(change as Partial<StatementLine>)])).not.toEqual(keys([line()]));
  });

  it("does not mind how the purpose is printed", () => {
    expect(keys([line({ purpose: "ОПЛАТА  ПО СЧЕТУ 26-000145-7" })])).toEqual(keys([line()]));
  });

  it("keeps real lines when a bank begins its ids anew or gives one transaction's entries one id", () => {
    const same = [
      line({ bankId: "7" }),
      line({ bankId: "7", creditDate: "2026-04-17" as StatementLine["creditDate"] }),
      line({ bankId: "7", amount: 120n }),
      line({ bankId: "7" }),
    ];
    expect(new Set(keys(same)).size).toBe(4);
    expect(keys(same)[0]).toBe(`bank:${ACCOUNT}:7:2026-04-16:credit:48000`);
    expect(keys(same)[3]).toBe(`${keys(same)[0]}#2`);
  });

  it("stays short and unambiguous whatever the file says", () => {
    const [long] = keys([line({ documentNumber: "9".repeat(5000), purpose: "я".repeat(5000) })]);
    expect((long as string).length).toBeLessThan(250);
    expect(keys([line({ bankId: "7:2026-04-16" })])[0]).not.toContain("7:2026-04-16:");
  });

  it("hashes without collisions among close texts", () => {
    const hashes = new Set(Array.from({ length: 50_000 }, (_, at) => shortHash(`Оплата по счету ${at}`)));
    expect(hashes.size).toBe(50_000);
  });
});
