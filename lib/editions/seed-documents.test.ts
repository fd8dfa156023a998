import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BINDING_CLAUSES, type EditionBindings } from "./bindings.ts";
import { canonicalText, clauseLines } from "./canonical.ts";
import { type Edition, findClause, walk } from "./edition.ts";
import { parseEdition } from "./parse-markdown.ts";

function seed(slug: string): Edition {
  const result = parseEdition(readFileSync(`db/seed/documents/${slug}.ru.md`, "utf8"));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const clauseText = (edition: Edition, number: string) => {
  const clause = findClause(edition.text, number);
  return clause ? clauseLines(clause).join(" ") : "";
};

describe("the offer, edition 1", () => {
  const offer = seed("license-bitrix24-market");

  it("has every clause of the contract and no other", () => {
    const sizes: Record<string, number> = { 1: 12, 2: 3, 3: 9, 4: 4, 5: 4, 6: 10, 7: 2 };
    const expected = Object.entries(sizes).flatMap(([section, count]) => [
      section,
      ...Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
    ]);
    const sub = ["4.3.1", "4.3.2", "4.3.3", "4.4.1", "4.4.2"];
    const numbers = [...walk(offer.text.clauses)].flatMap(({ clause }) => clause.number ?? []);
    expect(numbers.toSorted()).toEqual([...expected, ...sub].toSorted());
    expect(offer.text.clauses[0]?.id).toBe("preamble");
  });

  it("states its order and its days", () => {
    expect(offer).toMatchObject({
      number: 1,
      orderNumber: "12/2025-П",
      orderDate: "2025-12-29",
      publishedOn: "2026-01-01",
      inForceFrom: "2026-01-01",
      example: false,
    });
  });

  it.each<[keyof EditionBindings, string]>([
    ["activationWorkingDays", "не позднее 15 (пятнадцати) рабочих дней после оплаты"],
    ["actWorkingDays", "направить Пользователю не позднее 15 (пятнадцати) рабочих дней"],
    ["answerCalendarDays", "3 (три) календарных дня"],
    ["deemedWorkingDays", "5 (пять) рабочих дней"],
    ["editionCalendarDays", "5 (пять) календарных дней"],
    ["forceMajeureNoticeCalendarDays", "10 (десяти) календарных дней"],
    ["forceMajeureMonths", "6 (шести) месяцев"],
    ["requisitesWorkingDays", "1 (одного) рабочего дня"],
    ["priceListUrl", "https://smart-cg.by/documents/price-list"],
    ["rulesUrl", "https://helpdesk.bitrix24.ru/open/20703042/"],
  ])("says what %s binds", (key, words) => {
    expect(clauseText(offer, BINDING_CLAUSES[key])).toContain(words);
    expect(words).toContain(String(offer.bindings?.[key]));
  });

  it("prints in 7.2 the requisites that the papers use", () => {
    const text = clauseText(offer, "7.2").replaceAll(" ", "");
    const { seller } = offer;
    if (!seller) throw new Error("the offer has no seller");
    const { name, shortName, unp, registeredBy, legalAddress, postalAddress, phone, site, emails, bank } = seller;
    const facts = [name, shortName, unp, registeredBy, legalAddress, postalAddress, phone, site];
    for (const fact of [...facts, ...Object.values(emails), ...Object.values(bank)]) {
      expect(text).toContain(fact.replaceAll(" ", ""));
    }
  });

  it("publishes one telephone only, the business one", () => {
    const phones = canonicalText(offer.text).match(/\+375[ ()\d-]+\d/g);
    expect(phones).toEqual([offer.seller?.phone]);
  });

  it("keeps the facts that somebody may have to prove", () => {
    const facts: [string, string][] = [
      ["preamble", "пункт 2 статьи 407"],
      ["preamble", "статья 398"],
      ["1.6", "ОГРН 5077746476209, ИНН 7717586110"],
      ["3.2", "100 %"],
      ["3.6", "https://edn.by/"],
      ["3.7", "lawyer@smart-cg.by"],
      ["6.9", "по месту нахождения Продавца"],
    ];
    for (const [number, fact] of facts) expect(clauseText(offer, number)).toContain(fact);
  });
});

describe("the other documents", () => {
  it("the price list carries four example periods in whole kopecks", () => {
    const { prices, example } = seed("price-list");
    expect(example).toBe(true);
    expect(prices.map(({ months, amount }) => [months, amount])).toEqual([
      [1, 4900n],
      [3, 13900n],
      [6, 26400n],
      [12, 48000n],
    ]);
  });

  it("examples say that they are examples in their first words", () => {
    for (const slug of ["price-list", "usage-rules"]) {
      const edition = seed(slug);
      expect(edition.example).toBe(true);
      expect(edition.text.clauses[0]?.paragraphs[0]).toContain("ПРИМЕР");
    }
  });

  it("the privacy policy names the law and its clocks", () => {
    const text = canonicalText(seed("privacy-policy").text);
    for (const fact of ["№ 99-З", "5 рабочих дней", "15 дней", "3 рабочих дней"]) expect(text).toContain(fact);
  });

  it("no word mixes alphabets", () => {
    for (const slug of ["license-bitrix24-market", "price-list", "usage-rules", "privacy-policy"]) {
      const words = canonicalText(seed(slug).text).match(/[\p{L}]+/gu) ?? [];
      expect(words.filter((word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word))).toEqual([]);
    }
  });
});
