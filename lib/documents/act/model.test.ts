import { describe, expect, it } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import { renderPdf } from "../render.ts";
import { pdfPages } from "../testing/pdf-text.ts";
import * as sample from "../testing/samples.ts";
import { type ActFacts, actModel } from "./model.ts";

const squeeze = (text: string) => text.replace(/\s+/g, "");
const paper = async (facts: ActFacts) =>
  pdfPages((await renderPdf("act", actModel(facts))).bytes)
    .map(squeeze)
    .join("");

const { legalEntity, soleProprietor, individual, vat20 } = sample;

/** Law 57-З art. 10 p. 2: what a primary accounting document must hold, looked for on the drawn sheet. */
describe.each([
  [
    "legal entity by ЭДиН",
    sample.actFacts({ vat: vat20 }),
    ["Генеральный директор", "Ромашкина А. П.", "доверенности № 5 от 01.02.2026"],
  ],
  [
    "sole proprietor by ЭДиН",
    sample.actFacts({ buyer: soleProprietor, vat: vat20 }),
    ["Индивидуальный предприниматель", "Васильков П. И."],
  ],
  ["sole proprietor by post", sample.actFacts({ buyer: soleProprietor, vat: vat20 }, "post"), ["Васильков П. И."]],
  ["person by post", sample.actFacts({ buyer: individual, vat: vat20 }, "post"), ["Незабудкина О."]],
])("requisites of a primary document: %s", (_name, facts, signer) => {
  const { buyer } = facts.frozen;
  const requisites: [string, string[]][] = [
    ["1 name and date", ["Акт № 26-000102-1 от 17.04.2026", "17 апреля 2026 г.", "г. Минск"]],
    [
      "2 participants: seller",
      ["Общество с ограниченной ответственностью «Смарт Креатив Групп»", "192853716", "220075, г. Минск"],
    ],
    ["2 participants: customer", [buyer.fullName, buyer.unp ?? "", buyer.postalAddress]],
    [
      "3 content",
      ["доступ в Каталог", "romashka.bitrix24.by", "с 17.04.2026 по 16.04.2027", "доступ открыт 17.04.2026"],
    ],
    [
      "3 ground",
      ["договора № 12/2025-П от 29.12.2025", "счёта № 26-000145-7 от 15.04.2026", "акцептом оферты 16.04.2026"],
    ],
    ["4 measures", ["1 шт.", "480,00", "20 %", "80,00", "Четыреста восемьдесят белорусских рублей 00 копеек"]],
    ["5 seller's signer", ["Директор", "Кавальков И. В.", "на основании устава"]],
    ["5 customer's signer", signer],
  ];
  it.each(requisites)("%s", async (_requisite, words) => {
    const text = await paper(facts);
    for (const word of words) expect(text).toContain(squeeze(word));
  });
});

describe("actModel", () => {
  const plain = (lines: string[]) => lines.join("\n").replaceAll("\u00A0", " ");

  it("tells each customer how and by when to answer, and what silence means", () => {
    const edi = plain(actModel(sample.actFacts()).after);
    expect(edi).toContain("В течение 3 календарных дней со дня получения");
    expect(edi).toContain("через сервис «ЭДиН»");
    expect(edi).toContain("пункт 3.6");
    expect(edi).toContain("В форме электронного документа".toLowerCase());
    expect(edi).toContain("Если в течение 5 рабочих дней со дня направления");
    const post = plain(actModel(sample.actFacts({ buyer: individual }, "post")).after);
    expect(post).toContain("246053, г. Гомель, ул. Мазурова, д. 69, кв. 29");
    expect(post).toContain("lawyer@smart-cg.by (пункт 3.7 Договора)");
    expect(post).toContain("в двух экземплярах");
  });

  it("takes its terms from what was frozen, not from the code", () => {
    const after = plain(actModel(sample.actFacts({ answerCalendarDays: 1, deemedWorkingDays: 21 })).after);
    expect(after).toContain("В течение 1 календарного дня");
    expect(after).toContain("в течение 21 рабочего дня");
  });

  it("a corrected act names the one it replaces and why; a first act has no such line", () => {
    const replaces = { number: "26-000101-3", issuedOn: asDay("2026-04-16"), reason: "неверный портал" };
    expect(plain([actModel(sample.actFacts({ replaces })).replaces])).toBe(
      "Составлен взамен акта № 26-000101-3 от 16.04.2026. Причина: неверный портал",
    );
    expect(actModel(sample.actFacts()).replaces).toBe("");
  });

  it("adds several portals up", () => {
    const [line] = sample.actFacts().frozen.lines;
    if (!line) throw new Error("no line");
    const lines = [line, { ...line, portal: "vasilek.bitrix24.by", months: 1, amount: "4900" }];
    const { table, words } = actModel(sample.actFacts({ lines, vat: vat20 }));
    expect(table.total).toEqual(["", "Всего", "2 шт.", "", "", "88,17", "529,00"]);
    expect(words.value).toBe("Пятьсот двадцать девять белорусских рублей 00 копеек");
  });

  it("a person signs without position and without basis", () => {
    expect(actModel(sample.actFacts({ buyer: individual }, "post")).signatures.party).toMatchObject({
      position: "",
      basis: "",
      hint: "подпись",
    });
    expect(actModel(sample.actFacts({ buyer: legalEntity })).signatures.party.hint).toBe(
      "электронная цифровая подпись",
    );
  });
});
