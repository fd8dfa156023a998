import { describe, expect, it } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import { diffEditions } from "./diff/diff-editions.ts";
import type { EditionText } from "./edition.ts";
import { type GovernedContract, impactOf } from "./impact.ts";
import { parseClauses } from "./parse-clauses.ts";

function text(...clauses: string[]): EditionText {
  const parsed = parseClauses(`## 3. Расчёты\n\n${clauses.map((one, at) => `3.${at + 1}. ${one}`).join("\n\n")}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { title: "Договор", clauses: parsed.value };
}

const PAY = "Счёт оплачивается одной суммой, пока он действует.";
const ACCESS = "Доступ включается не позднее 15 рабочих дней после оплаты вознаграждения.";
const SILENCE = "Если за пять рабочих дней подписанный акт не поступил, он считается принятым.";
const due = asDay("2026-05-11");
const contract = (acceptedOffer: string | null, ...clauses: string[]): GovernedContract => ({
  id: "contract",
  acceptedOffer,
  terms: clauses.map((clause) => ({ name: "activation", clause, due })),
});

describe("impactOf", () => {
  const before = text(PAY, ACCESS, SILENCE);
  const shorter = text(PAY, ACCESS.replace("15", "10"), SILENCE);

  it("names the running term that a changed clause governs, and that the contract keeps its own edition", () => {
    expect(
      impactOf(diffEditions(before, shorter), [contract("one", "3.2", "3.3")], { old: "one", new: "two" }),
    ).toEqual([{ contractId: "contract", clause: "3.2", term: "activation", due, kept: true }]);
  });

  it("a contract of the new edition, or an order without one, is counted by the new words", () => {
    const diff = diffEditions(before, shorter);
    for (const accepted of ["two", null])
      expect(impactOf(diff, [contract(accepted, "3.2")], { old: "one", new: "two" })).toMatchObject([{ kept: false }]);
    // A contract of a third edition is not between these two texts.
    expect(impactOf(diff, [contract("three", "3.2")], { old: "one", new: "two" })).toEqual([]);
  });

  it("tells the new number of a clause that moved and changed; a new number alone is no impact", () => {
    const after = text("Новый пункт о скидках партнёрам.", PAY, ACCESS.replace("15", "10"), SILENCE);
    const found = impactOf(diffEditions(before, after), [contract("one", "3.1", "3.2", "3.3")], {
      old: "one",
      new: "two",
    });
    expect(found).toMatchObject([{ clause: "3.3" }]);
  });

  it("a removed clause and a changed part of a clause count, another clause with the same beginning does not", () => {
    expect(
      impactOf(diffEditions(before, text(PAY, ACCESS)), [contract("one", "3.3")], { old: "one", new: "two" }),
    ).toHaveLength(1);
    expect(impactOf(diffEditions(before, shorter), [contract("one", "3")], { old: "one", new: "two" })).toHaveLength(1);
    expect(impactOf(diffEditions(before, shorter), [contract("one", "3.20")], { old: "one", new: "two" })).toEqual([]);
  });
});
