import { describe, expect, it } from "vitest";
import { readPurpose } from "#/lib/statement/purpose.ts";
import * as sample from "../testing/samples.ts";
import { invoiceModel } from "./model.ts";

const plain = (text: string) => text.replaceAll("\u00A0", " ");
const line = { product: "market-plus", portal: "romashka.bitrix24.by", months: 1, amount: "4900" };

describe("invoiceModel", () => {
  const model = invoiceModel(sample.invoiceFacts());

  it("names itself, its validity with the rule, its ground and its price list", () => {
    expect(plain(model.title)).toBe("Счёт № 26-000145-7 от 15.04.2026");
    expect(plain(model.validity)).toBe(
      "Действителен до 24.04.2026 включительно, 5 рабочих дней после дня выставления (п. 3.2)",
    );
    expect(model.basis.map(([name, value]) => [name, plain(value)])).toEqual([
      ["Основание", "Публичный сублицензионный договор № 12/2025-П от 29.12.2025, редакция 1"],
      ["Текст договора", "https://smart-cg.by/documents/license-bitrix24-market"],
      ["Цены", "прейскурант, редакция 1; сумма неизменна до 24.04.2026 включительно"],
    ]);
  });

  it("gives every field of a payment order", () => {
    expect([...model.order.left, ...model.order.right].map(([name, value]) => [name, plain(value)])).toEqual([
      ["Получатель", "ООО «Смарт Креатив Групп»"],
      ["УНП", "192853716"],
      ["Счёт", "BY03 ALFA 3012 2J07 1300 1027 0000"],
      ["Банк", "ЗАО «Альфа-Банк»"],
      ["BIC банка", "ALFABY2X"],
      ["Сумма", "480,00"],
      ["Валюта", "BYN"],
      ["Очередь", "22"],
      ["Оплатить до", "24.04.2026 включительно"],
    ]);
    const coded = invoiceModel(sample.invoiceFacts({ paymentCode: "OTHR 122601", paymentOrder: null }));
    expect(coded.order.right).toContainEqual(["Код назначения", "OTHR 122601"]);
    expect(coded.order.right.map(([name]) => name)).not.toContain("Очередь");
  });

  it("without VAT says so with its ground, in the rows and under the sum", () => {
    expect(model.table.rows[0]?.slice(4, 6)).toEqual(["Без НДС", "—"]);
    expect(model.totals.map(({ name, value }) => [name, plain(value)])).toEqual([
      ["НДС", "не исчисляется"],
      ["Всего к оплате", "480,00 BYN"],
    ]);
    expect(plain(model.vatNote)).toBe("Без НДС. Основание: пример основания.");
    expect(model.order.purpose).toMatch(/Без НДС$/);
  });

  it("with VAT adds the column up line by line, to the kopeck", () => {
    // 49,00 contains 8,17 of VAT; three lines are 24,51, though 147,00 as one sum would contain 24,50.
    const { totals, table, words, vatNote, order } = invoiceModel(
      sample.invoiceFacts({ vat: sample.vat20, lines: [line, line, line] }),
    );
    expect(table.rows.map((row) => row[5])).toEqual(["8,17", "8,17", "8,17"]);
    expect(totals.map(({ name, value }) => [name, plain(value)])).toEqual([
      ["Итого без НДС", "122,49 BYN"],
      ["НДС 20 %", "24,51 BYN"],
      ["Всего к оплате", "147,00 BYN"],
    ]);
    expect(words.value).toBe("Сто сорок семь белорусских рублей 00 копеек");
    expect(plain(vatNote)).toContain("24,51 BYN (Двадцать четыре белорусских рубля 51 копейка)");
    expect(order.purpose).toMatch(/НДС 20% 24\.51 BYN$/);
  });

  it("names the discount, its ground and its rounding; the rows are already less by it", () => {
    const discount = { ruleId: "r", kind: "quantity" as const, minQuantity: 3, basisPoints: 500 };
    const model = invoiceModel(
      sample.invoiceFacts({
        lines: [1, 2, 3].map(() => ({ ...line, amount: "4655" })),
        discount: { ...discount, listTotal: "14700", amount: "735" },
      }),
    );
    expect(model.totals.map(({ name, value }) => [plain(name), plain(value)])).toEqual([
      ["По прейскуранту", "147,00 BYN"],
      ["Скидка 5 %", "\u2212" + "7,35 BYN"],
      ["НДС", "не исчисляется"],
      ["Всего к оплате", "139,65 BYN"],
    ]);
    expect(plain(model.basis.at(-1)!.join(": "))).toBe(
      "Скидка: 5 % за заказ от 3 сертификатов; учтена в каждой цене, округлена до копейки",
    );
  });

  it("writes a purpose that our own reader of statements understands", () => {
    const { purpose } = model.order;
    expect(readPurpose(purpose)).toMatchObject({ number: "26-000145-7", date: "2026-04-15" });
    expect(readPurpose(purpose.toUpperCase())).toMatchObject({ number: "26-000145-7", date: "2026-04-15" });
    expect(purpose.length).toBeLessThanOrEqual(210);
    expect(purpose).toMatch(/^[А-Яа-я0-9№ ,./-]+$/);
  });

  it("says what a full payment does and a part payment does not", () => {
    const notes = model.notes.map(({ clause, text }) => plain(`${clause} ${text}`));
    expect(notes.map((note) => note.slice(0, 7).trim())).toEqual(["п. 3.2", "п. 1.10", "п. 3.4", "п. 3.5"]);
    expect(notes[3]).toContain("не позднее 15 рабочих дней после оплаты");
    expect(plain(invoiceModel(sample.invoiceFacts({ activationWorkingDays: 21 })).notes[3]?.text ?? "")).toContain(
      "21 рабочего дня",
    );
  });

  it.each([
    [sample.legalEntity, ["УНП", "Адрес", "Для писем", "Счёт", "Банк", "Телефон", "E-mail"]],
    [sample.soleProprietor, ["УНП", "Регистрация", "Адрес", "Телефон", "E-mail"]],
    [sample.individual, ["Адрес", "Телефон", "E-mail"]],
  ])("prints the payer's own requisites and no empty line: $kind", (buyer, names) => {
    expect(invoiceModel(sample.invoiceFacts({ buyer })).payer.rows.map(([name]) => name)).toEqual(names);
  });
});
