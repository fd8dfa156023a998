import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { csvOf } from "#/lib/exports/csv.ts";
import { translator } from "#/lib/messages/messages.ts";
import { absolute, asOf, type Movement, owes, statementOf } from "./statement.ts";
import { statementTable } from "./statement-table.ts";

const first = asDay("2026-01-01");
const day = fc.integer({ min: 0, max: 200 }).map((count) => addDays(first, count));
const movement = fc.record({
  kind: fc.constantFrom("payment" as const, "act" as const, "refund" as const),
  id: fc.uuid(),
  number: fc.string({ maxLength: 6 }),
  dated: day,
  on: day,
  amount: fc.bigInt({ min: 1n, max: 99_999_999_999n }).map(String),
  contractId: fc.constant(null),
  set: fc.constant([]),
});
const value = ({ kind, amount }: Movement) => (kind === "payment" ? BigInt(amount) : -BigInt(amount));
const sumUntil = (all: readonly Movement[], to: Day) =>
  all.filter(({ on }) => on <= to).reduce((sum, one) => sum + value(one), 0n);

describe("the statement of account", () => {
  it("opening and movements give the closing to the kopeck, and each line the balance after it", () => {
    fc.assert(
      fc.property(fc.array(movement), day, fc.integer({ min: 0, max: 100 }), (movements, from, length) => {
        const { opening, closing, debit, credit, rows } = statementOf(movements, { from, to: addDays(from, length) });
        expect(opening).toBe(sumUntil(movements, addDays(from, -1)));
        expect(closing).toBe(sumUntil(movements, addDays(from, length)));
        expect(opening + credit - debit).toBe(closing);
        let balance = opening;
        for (const row of rows) {
          balance += row.credit - row.debit;
          expect(row.balance).toBe(balance);
          expect((row.credit === 0n) !== (row.debit === 0n)).toBe(true);
        }
        expect(balance).toBe(closing);
      }),
    );
  });

  it("split in two anywhere it is the same: lines, turnovers, balances", () => {
    fc.assert(
      fc.property(
        ...([fc.array(movement), day, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 })] as const),
        (movements, from, cut, rest) => {
          const middle = addDays(from, cut);
          const to = addDays(middle, rest);
          const whole = statementOf(movements, { from, to });
          const [one, two] = [
            statementOf(movements, { from, to: middle }),
            statementOf(movements, { from: addDays(middle, 1), to }),
          ];
          expect([...one.rows, ...two.rows]).toEqual(whole.rows);
          expect([one.opening, one.closing, two.closing]).toEqual([whole.opening, two.opening, whole.closing]);
          expect([one.debit + two.debit, one.credit + two.credit]).toEqual([whole.debit, whole.credit]);
        },
      ),
    );
  });

  it("says who owes whom, as of today while the period runs", () => {
    expect([owes(1n), owes(0n), owes(-1n), absolute(-5n)]).toEqual(["seller", "nobody", "customer", 5n]);
    const period = { from: asDay("2026-04-01"), to: asDay("2026-04-30") };
    expect(asOf(period, asDay("2026-04-15"))).toBe("2026-04-15");
    expect(asOf(period, asDay("2026-05-15"))).toBe("2026-04-30");
  });

  it("leaves as CSV for Russian Excel: a mark, semicolons, decimal commas, and no number of a payer's is a formula", async () => {
    const on = asDay("2026-04-16");
    const movements: Movement[] = [
      { kind: "payment", id: "1", number: "=1+1", dated: on, on, amount: "48000", contractId: null, set: [] },
    ];
    const statement = statementOf(movements, { from: asDay("2026-04-01"), to: asDay("2026-04-30") });
    const table = statementTable(statement, asDay("2026-04-20"), translator("ru", "settlements"));
    const parts = await Array.fromAsync(csvOf(table));
    expect(Buffer.concat(parts).toString()).toBe(
      [
        "\uFEFFДень;Документ;Номер;От;Дебет: акты и возвраты;Кредит: ваши платежи;Сальдо",
        "01.04.2026;Сальдо на начало;;;;;0,00",
        `16.04.2026;Платёж;"'=1+1";16.04.2026;;480,00;480,00`,
        "20.04.2026;Обороты за период;;;0,00;480,00;",
        "20.04.2026;Сальдо на конец;;;;;480,00",
        "",
      ].join("\r\n"),
    );
  });
});
