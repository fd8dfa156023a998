import fc from "fast-check";
import { dayOf } from "#/lib/calendar/day.ts";
import type { StatementLine } from "../statement.ts";

/** Few values in each place, so that twins and near-twins are common. */
export const anyLine: fc.Arbitrary<StatementLine> = fc
  .record({
    documentNumber: fc.constantFrom("1", "318", "55", "7-А"),
    documentDay: fc.integer({ min: 10, max: 13 }),
    creditDay: fc.integer({ min: 14, max: 17 }),
    amount: fc.oneof(fc.constantFrom(4000n, 48_000n), fc.bigInt({ min: 1n, max: 99_999_999n })),
    side: fc.constantFrom("credit", "debit") as fc.Arbitrary<"credit" | "debit">,
    payer: fc.constantFrom(
      { name: 'ООО "РОМАШКА ТЕСТ"', unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
      { name: 'ЧУП "ВЕКТОР ТЕСТ"', unp: "190000033", iban: "BY68PJCB30120000000000000002", bic: "PJCBBY2X" },
      { name: "ПЕТРОВ ТЕСТ ТЕСТОВИЧ", unp: null, iban: "BY19ALFA30140000000000000006", bic: "ALFABY2X" },
    ),
    purpose: fc.constantFrom(
      "Оплата подписки",
      "OTHR 122601 Оплата по счету № 26-000145-7 от 15.04.2026, тариф=12",
      "ОПЛАТА ПО СЧЕТУ26-000146-1 ОТ 15.04.26",
    ),
  })
  .map(({ documentDay, creditDay, ...line }) => ({
    ...line,
    documentDate: dayOf(2026, 4, documentDay)!,
    creditDate: dayOf(2026, 4, creditDay)!,
    bankId: null,
    position: 1,
  }));

export const numbered = (lines: readonly StatementLine[]) => lines.map((line, at) => ({ ...line, position: at + 1 }));
/** With an id of the bank's own on each line. */
export const withIds = (lines: readonly StatementLine[]) =>
  numbered(lines).map((line) => ({ ...line, bankId: `OPID${String(line.position).padStart(12, "0")}` }));
export const anyLines = fc.array(anyLine, { maxLength: 12 }).map(numbered);
