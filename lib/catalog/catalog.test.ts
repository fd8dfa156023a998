import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { locales } from "#/lib/messages/locales.ts";
import { COUNTRIES } from "#/lib/terms/countries.ts";
import { DEFIANT, TERMS } from "#/lib/terms/documents.ts";
import { coversBelarus, supportByLicence } from "./covers-belarus.ts";
import { foldText } from "./fold.ts";
import { listOf, listText } from "./lists.ts";
import { LICENCES, productInput } from "./product.ts";
import { choicesOf, findProducts, queryHref, readQuery } from "./query.ts";
import { search, searchable } from "./search.ts";
import { slugOf } from "./slug.ts";
import { countryName, parseTerritory } from "./territory.ts";
import { cardWith } from "./testing.ts";

const today = asDay("2026-04-15");

describe("the card", () => {
  const codeOf = (texts: object) => {
    const parsed = productInput.safeParse({ ...cardTextsOf(), ...texts });
    return parsed.success ? null : parsed.error.issues[0]?.message;
  };
  const cardTextsOf = () => ({ name: "Табель", vendor: "В", what: "Ч", category: "К", included: "yes" });

  it("leaves what nobody knows unknown, and makes an address of the name", () => {
    expect(cardWith()).toMatchObject({
      ...{ slug: "tabel-uchet-vremeni", territory: null, licence: null, supportDays: null, dataAccessed: [] },
    });
  });

  it.each([
    [{ name: " " }, "field.required"],
    [{ slug: "Табель" }, "catalog.slug"],
    [{ name: "???" }, "catalog.slug"],
    [{ licence: "made-up" }, "catalog.licence"],
    [{ territory: "BY, Нарния" }, "catalog.territory"],
    [{ supportDays: "0" }, "catalog.days"],
    [{ supportDays: "2,5" }, "catalog.days"],
    [{ included: "наверное" }, "catalog.included"],
    [{ sourceUrl: "javascript:alert(1)" }, "catalog.url"],
    [{ dataAccessed: "x".repeat(101) }, "catalog.item_too_long"],
  ])("%j → %s", (texts, code) => expect(codeOf(texts)).toBe(code));

  it("names licences of vendors only", () => expect(LICENCES).toEqual([DEFIANT.slug]));

  it.each([
    ["Чат-бот № 1", "chat-bot-no-1"],
    ["Жёлтый щит", "zheltyy-shchit"],
    ["Café CRM+", "cafe-crm"],
    ["«»", ""],
  ])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe("lists in one cell", () => {
  it.each([
    ["CRM, Задачи", ["CRM", "Задачи"]],
    ["CRM (сделки, контакты), Диск", ["CRM (сделки, контакты)", "Диск"]],
    ["CRM: сделки, контакты; Диск; диск ;Диск", ["CRM: сделки, контакты", "Диск", "диск"]],
    ["", []],
  ])("%s", (text, items) => expect(listOf(text)).toEqual(items));

  it("are written so that they are read back", () => {
    for (const items of [[], ["один"], ["сделки, контакты"], ["а, б", "в"]])
      for (const separator of ["; ", "\n"] as const) expect(listOf(listText(items, separator))).toEqual(items);
  });
});

describe("territory", () => {
  it.each([
    ["BY, ru; Казахстан", ["BY", "RU", "KZ"]],
    ["Республика Беларусь", ["BY"]],
    ["ВУ", ["BY"]],
    ["Беларусь, Россия, Германия, UK", ["BY", "RU", "DE", "GB"]],
    ["весь мир", ["001"]],
    ["Belarus\nПольшча", ["BY", "PL"]],
    ["неизвестно", null],
    ["", null],
  ])("%s", (text, codes) => expect(parseTerritory(text)).toEqual({ ok: true, value: codes }));

  it("every country is read by its name in every language as itself", () => {
    for (const code of COUNTRIES)
      for (const locale of locales)
        expect(parseTerritory(countryName(code, locale))).toEqual({ ok: true, value: [code] });
  });

  it("refuses with the piece that is no country", () => {
    expect(parseTerritory("BY, Нарния")).toEqual({ ok: false, error: "Нарния" });
    expect(parseTerritory("QQ").ok).toBe(false);
  });
});

describe("does the licence cover Belarus", () => {
  const answer = (texts: Parameters<typeof cardWith>[0], on = today) => coversBelarus(cardWith(texts), on);

  it("by the clause of the licence and its edition", () => {
    const { covers, by, source } = answer({ licence: DEFIANT.slug });
    expect([covers, by, source?.document, source?.fact.clauses]).toEqual(["yes", "licence", DEFIANT, ["1.4"]]);
  });

  it("by no licence before its first edition", () => {
    expect(answer({ licence: DEFIANT.slug }, asDay("2026-02-19"))).toEqual({
      covers: "unknown",
      by: null,
      source: null,
    });
  });

  it("by the card's own territory, which may be narrower than the licence", () => {
    expect(answer({ territory: "BY, RU" })).toMatchObject({ covers: "yes", by: "card" });
    expect(answer({ territory: "весь мир" })).toMatchObject({ covers: "yes", by: "card" });
    expect(answer({ territory: "RU" })).toMatchObject({ covers: "no", by: "card" });
    expect(answer({ licence: DEFIANT.slug, territory: "RU, KZ" })).toMatchObject({ covers: "no", by: "card" });
  });

  it("does not know where nobody said", () =>
    expect(answer({})).toEqual({ covers: "unknown", by: null, source: null }));

  it("every vendor's licence with a territory means yes or no", () => {
    const slugs = TERMS.filter(({ facts }) => facts.some(({ subject }) => subject === "territory")).map(
      (one) => one.slug,
    );
    for (const licence of slugs)
      expect(coversBelarus({ licence, territory: null }, today).covers, licence).not.toBe("unknown");
    expect(coversBelarus({ licence: "bitrix24-terms-of-service", territory: ["BY"] }, today).covers).toBe("no");
  });

  it("and how soon its support answers", () => {
    expect(supportByLicence(cardWith({ licence: DEFIANT.slug }), today)?.fact).toMatchObject({
      days: 2,
      working: true,
    });
    expect(supportByLicence(cardWith(), today)).toBeNull();
  });
});

describe("search", () => {
  const products = [
    { ...cardWith({ name: "Учёт договоров", what: "Номера и сроки." }), example: false },
    { ...cardWith({ name: "1С: Обмен", vendor: "Контора", dataAccessed: "Товары; Склад" }), example: false },
    { ...cardWith({ name: "Склад", what: "Учет остатков." }), example: true },
  ];
  const found = (query: string) => search(products.map(searchable), query).map(({ name }) => name);

  it("ё is е, Latin look-alikes are Cyrillic, case and signs do not matter", () => {
    expect(foldText("УЧЁТ, «1С»")).toBe(foldText("учет 1C"));
    expect(found("учет")).toEqual(["Учёт договоров", "Склад"]);
    // Latin «C» and «K».
    expect(found("Cклад")).toEqual(["Склад", "1С: Обмен"]);
    expect(found("1c")).toEqual(["1С: Обмен"]);
  });

  it("words in any order, each the beginning of a word; the name's own first", () => {
    expect(found("догов учёт")).toEqual(["Учёт договоров"]);
    expect(found("говоров")).toEqual([]);
    expect(found("остатков склад")).toEqual(["Склад"]);
    expect(found("  ")).toHaveLength(3);
    expect(found("контора склад обмен")).toEqual(["1С: Обмен"]);
  });
});

describe("the address of a list", () => {
  const products = Array.from({ length: 1000 }, (_, at) =>
    searchable({
      ...cardWith({
        name: `Продукт ${String(at).padStart(3, "0")}`,
        vendor: `Вендор ${at % 7}`,
        ...(at % 2 === 0 ? { territory: "BY" } : at % 3 === 0 ? { territory: "RU" } : {}),
        included: at % 5 === 0 ? "yes" : "unknown",
      }),
      example: true,
    }),
  );
  const find = (sent: Record<string, string>) => findProducts(products, readQuery(sent), today);

  it("is read as it was written; what it misspells is not asked for", () => {
    const query = readQuery({ q: " учёт ", vendor: "Вендор 1", belarus: "no", included: "может быть", page: "3" });
    expect(query).toEqual({ q: "учёт", vendor: "Вендор 1", category: "", included: "", belarus: "no", page: 3 });
    expect(readQuery(Object.fromEntries(new URL(queryHref("/catalog", query), "http://x").searchParams))).toEqual(
      query,
    );
    expect(queryHref("/catalog", readQuery({ page: "-1" }))).toBe("/catalog");
    expect(readQuery({ q: ["один", "два"] }).q).toBe("один");
  });

  it("a thousand products by pages: none twice, none lost", () => {
    const first = find({});
    expect([first.total, first.pages, first.rows.length]).toEqual([1000, 42, 24]);
    const all = Array.from({ length: first.pages }, (_, at) => find({ page: String(at + 1) }).rows).flat();
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(1000);
    expect(find({ page: "999" }).page).toBe(42);
  });

  it("filters narrow together, and the three answers about Belarus add up", () => {
    const counts = ["yes", "no", "unknown"].map((belarus) => find({ belarus }).total);
    expect(counts).toEqual([500, 167, 333]);
    const some = find({ belarus: "yes", included: "yes", vendor: "Вендор 0" });
    expect(some.total).toBe(15);
    expect(find({ q: "продукт", vendor: "никто" })).toMatchObject({ total: 0, page: 1, pages: 1, rows: [] });
    expect(choicesOf(products.map(({ product }) => product)).vendors).toHaveLength(7);
  });
});
