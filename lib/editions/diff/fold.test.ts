import { describe, expect, it } from "vitest";
import { diffEditions } from "./diff-editions.ts";
import { diffPrices } from "./diff-prices.ts";
import { partsOf } from "./fold.ts";
import { nameOf } from "./summary.ts";
import { asEditionText } from "./testing/text.ts";

const CLAUSES = [
  "Размер вознаграждения устанавливает Продавец.",
  "Счёт оплачивается одной суммой.",
  "Доступ включается не позднее 15 рабочих дней.",
  "Акт направляется через сервис обмена.",
];
const edition = (third: readonly string[], fourth = CLAUSES.toReversed().map((one) => `${one} Иначе ничего.`)) => {
  const section = (number: number, name: string, clauses: readonly string[]) =>
    `## ${number}. ${name}\n\n${clauses.map((one, at) => `${number}.${at + 1}. ${one}`).join("\n\n")}`;
  return asEditionText(`Вводная.\n\n${section(3, "Расчёты", third)}\n\n${section(4, "Права", fourth)}`);
};

const laidOut = (after: ReturnType<typeof edition>) =>
  partsOf(diffEditions(edition(CLAUSES), after).rows).map((part) =>
    "row" in part
      ? `${part.kind} ${nameOf(part.row.new[0] ?? part.row.old[0]!)}`
      : `${part.kind}: ${part.rows.map((row) => nameOf(row.new[0]!)).join(" ")}`,
  );

describe("partsOf", () => {
  it("folds what did not change and keeps the heading above what did", () => {
    expect(laidOut(edition(CLAUSES.with(2, CLAUSES[2]!.replace("15", "10"))))).toEqual([
      "same: preamble",
      "heading 3",
      "same: 3.1 3.2",
      "row 3.3",
      "same: 3.4 4 4.1 4.2 4.3 4.4",
    ]);
  });

  it("folds what only gave way apart from what is quite the same", () => {
    expect(laidOut(edition(["Скидки определяются прейскурантом партнёров.", ...CLAUSES]))).toEqual([
      "same: preamble",
      "heading 3",
      "row 3.1",
      "renumbered: 3.2 3.3 3.4 3.5",
      "same: 4 4.1 4.2 4.3 4.4",
    ]);
  });

  it("equal texts are one fold", () => {
    expect(laidOut(edition(CLAUSES))).toHaveLength(1);
  });
});

describe("diffPrices", () => {
  const row = (months: number, amount: bigint) => ({ product: "market-plus", months, amount }) as const;

  it("puts every period's prices side by side, new and dropped ones too", () => {
    expect(diffPrices([row(1, 4900n), row(12, 48000n)], [row(1, 5200n), row(3, 13900n)])).toEqual([
      { product: "market-plus", months: 1, was: 4900n, now: 5200n },
      { product: "market-plus", months: 3, was: null, now: 13900n },
      { product: "market-plus", months: 12, was: 48000n, now: null },
    ]);
  });
});
