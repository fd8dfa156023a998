import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { byteOf } from "#/lib/editions/import/single-byte.ts";
import { errorWords, locales } from "#/lib/messages/messages.ts";
import { CARD_FIELDS, type ProductCard, productInput } from "../product.ts";
import { cardWith } from "../testing.ts";
import { fieldOf, HEADS } from "./columns.ts";
import { planImport } from "./plan-import.ts";
import { readTable, type Table } from "./read-table.ts";
import { productsCsv } from "./write-table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const cp1251 = (text: string) =>
  Uint8Array.from([...text].map((letter) => byteOf("windows-1251").get(letter) ?? letter.charCodeAt(0)));
function table(bytes: Uint8Array | string): Table {
  const read = readTable(typeof bytes === "string" ? utf8(bytes) : bytes);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
const codeOf = (text: string) => {
  const read = readTable(utf8(text));
  return read.ok ? null : read.error.code;
};
const known = (...cards: ProductCard[]) => new Map(cards.map((card) => [card.slug, card]));

const RUSSIAN =
  "Название;Разработчик;Что делает;Категория;В подписке;Территория\r\nТабель;ООО «Час»;Считает часы;Кадры;да;Беларусь\r\n";

describe("a table is read", () => {
  it.each([
    ["UTF-8", utf8(RUSSIAN)],
    ["UTF-8 with its mark", utf8(`\uFEFF${RUSSIAN}`)],
    ["windows-1251", cp1251(RUSSIAN)],
    ["tabs", utf8(RUSSIAN.replaceAll(";", "\t"))],
    ["commas", utf8(RUSSIAN.replaceAll(";", ","))],
    [
      "English heads in capitals",
      utf8(RUSSIAN.replace(/^.*\r\n/, "NAME;Vendor;What it does;Category;In subscription;Countries\r\n")),
    ],
  ])("in %s", (_, bytes) => {
    const { add, bad } = planImport(table(bytes), known());
    expect(bad).toEqual([]);
    expect(add.map(({ card }) => card)).toEqual([
      {
        ...cardWith({ name: "Табель", vendor: "ООО «Час»", what: "Считает часы" }),
        included: "yes",
        territory: ["BY"],
      },
    ]);
  });

  it("says which columns it does not keep", () => {
    expect(table("Название;Цена;;Рейтинг\nТабель;1;;5").unknownHeads).toEqual(["Цена", "Рейтинг"]);
  });

  it.each([
    ["", "catalog.csv_empty"],
    ["Название;Категория\n;\n", "catalog.csv_empty"],
    ["Цена;Рейтинг\n1;2", "catalog.csv_heads"],
    ["Название;Наименование\n1;2", "catalog.csv_head_twice"],
    ['Название;Категория\n"Табель;Кадры', "catalog.csv_quotes"],
    [`Название\n${"Табель\n".repeat(5001)}`, "catalog.csv_too_many"],
  ])("%j is refused: %s", (text, code) => expect(codeOf(text)).toBe(code));

  it("every field has a head, and no head stands for two", () => {
    for (const field of CARD_FIELDS) expect([fieldOf(field), fieldOf(HEADS[field])]).toEqual([field, field]);
  });
});

describe("the plan of an import", () => {
  const card = cardWith({ name: "Табель", supportContact: "help@chas.example", included: "yes" });

  it("a bad row is named with its line and what to do, the good ones go on", () => {
    const plan = planImport(
      table(
        "Название;Разработчик;Что делает;Категория;Территория;Лицензия\nА;В;Ч;К;Нарния;нет такой\nБ;В;;К;;\nВ;В;Ч;К;;",
      ),
      known(),
    );
    expect(plan.add.map((one) => [one.line, one.card.name])).toEqual([[4, "В"]]);
    expect(plan.bad).toEqual([
      {
        ...{ line: 2, name: "А" },
        refusals: [
          { field: "licence", refusal: { code: "catalog.licence" } },
          { field: "territory", refusal: { code: "catalog.territory", params: { found: "Нарния" } } },
        ],
      },
      { line: 3, name: "Б", refusals: [{ field: "what", refusal: { code: "field.required", params: { min: 1 } } }] },
    ]);
    for (const locale of locales)
      for (const { refusals } of plan.bad)
        for (const { refusal } of refusals) {
          const words = errorWords(locale);
          expect(words(refusal.code, refusal.params)).not.toBe(words("no.such_code"));
        }
  });

  it("the same address twice: the second row is named with the first one's line", () => {
    const { bad, add } = planImport(table("name;vendor;what;category\nТабель;В;Ч;К\nТАБЕЛЬ;В;Ч;К"), known());
    expect(add).toHaveLength(1);
    expect(bad[0]?.refusals).toEqual([
      { field: "slug", refusal: { code: "catalog.slug_twice", params: { line: 2, slug: "tabel" } } },
    ]);
  });

  it("a missing column leaves its field, an empty cell empties it", () => {
    const { change } = planImport(table("Адрес;Поддержка\ntabel;"), known(card));
    expect(change).toMatchObject([
      { line: 2, fields: ["supportContact"], card: { supportContact: null, included: "yes" } },
    ]);
    expect(planImport(table("Адрес;Категория\ntabel;Кадры"), known(card))).toMatchObject({
      same: 1,
      change: [],
      add: [],
    });
  });
});

const word = fc.string({ unit: fc.constantFrom(..."абвАёЯxyZ0 19.,;\"'=+-@\t()«»№"), minLength: 1, maxLength: 30 });
const texts = fc.record({
  slug: fc.uuid(),
  name: word,
  vendor: word,
  what: word,
  category: word,
  dataAccessed: word,
  addendum: word,
  territory: fc.constantFrom("", "BY", "BY, RU, 001"),
  included: fc.constantFrom("yes", "no", "unknown"),
  supportContact: fc.constantFrom("", "+375 17 000-00-00", "=HYPERLINK(1)", "@support"),
  supportDays: fc.constantFrom("", "3"),
});

it("what is exported is imported as it was, a second time nothing changes, and no cell begins a formula", () => {
  fc.assert(
    fc.property(fc.uniqueArray(texts, { selector: ({ slug }) => slug, minLength: 1, maxLength: 5 }), (rows) => {
      const cards = rows.flatMap((row) => productInput.safeParse(row).data ?? []);
      fc.pre(cards.length > 0);
      const csv = productsCsv(cards);
      for (const cell of (parse(csv, { bom: true, delimiter: ";" }) as string[][]).flat())
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const { add, bad } = planImport(table(csv), known());
      expect(bad).toEqual([]);
      expect(add.map((one) => one.card)).toEqual(cards);
      expect(planImport(table(csv), known(...cards))).toMatchObject({ add: [], change: [], same: cards.length });
    }),
    { numRuns: 60 },
  );
});
