import fc from "fast-check";
import { expect, it } from "vitest";

import { aligner, type KnownLine } from "./align.ts";
import { lineKeys } from "./identity.ts";
import type { StatementLine } from "./statement.ts";
import { anyLines, withIds } from "./testing/arbitrary.ts";
import { ACCOUNT } from "./testing/write.ts";

const known = (lines: readonly StatementLine[]): KnownLine[] =>
  lines.map(({ payer, ...line }) => ({ ...line, iban: payer.iban }));
const alignLines = (lines: readonly StatementLine[], others: readonly KnownLine[]) => lines.map(aligner(others));
const keys = (lines: StatementLine[]) => lineKeys({ account: ACCOUNT, lines });

it("the same days by another way bring the same keys, whatever ids the two give", () => {
  fc.assert(
    fc.property(anyLines, fc.boolean(), fc.boolean(), (lines, fileHasIds, bankHasIds) => {
      const file = fileHasIds ? withIds(lines) : lines;
      const bank = bankHasIds ? lines.map((line) => ({ ...line, bankId: `D${line.position}` })) : lines;
      const made = alignLines(bank, known(file));
      expect(made).toHaveLength(lines.length);
      expect([...keys(made)].sort()).toEqual([...keys(file)].sort());
    }),
  );
});

it("a twin that the first way had not yet seen stays a line of its own", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const file = withIds(lines);
      const bank = [...lines, ...lines].map((line, at) => ({ ...line, bankId: `D${at}`, position: at + 1 }));
      const made = keys(alignLines(bank, known(file)));
      expect(new Set(made).size).toBe(bank.length);
      for (const key of keys(file)) expect(made).toContain(key);
    }),
  );
});

it("a cut purpose is the same movement, another purpose, sum, day or payer is not", () => {
  const [line] = fc.sample(
    anyLines.filter((some) => some.length === 1),
    1,
  )[0] as [StatementLine];
  const whole = { ...line, purpose: "Оплата по счету № 26-000145-7 от 15.04.2026 за сертификат" };
  const took = (change: Partial<KnownLine>) =>
    alignLines([whole], [{ ...known([whole])[0]!, bankId: "X", ...change }])[0]?.bankId === "X";
  expect(took({})).toBe(true);
  expect(took({ purpose: "оплата по счету №26-000145-7 от 15.04" })).toBe(true);
  expect(took({ purpose: "Оплата" })).toBe(false);
  expect(took({ purpose: "Оплата по счету № 26-000146-5 от 15.04.2026 за сертификат" })).toBe(false);
  expect(took({ amount: line.amount + 1n })).toBe(false);
  expect(took({ iban: "BY19ALFA30140000000000000099" })).toBe(false);
});
