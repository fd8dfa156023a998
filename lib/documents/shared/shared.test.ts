import { describe, expect, it } from "vitest";
import { placeOf } from "./place.ts";
import { printable } from "./printable.ts";
import { initials } from "./signature.ts";
import { sharedWords, tight } from "./words.ts";

describe("printable", () => {
  it("keeps shape and words, takes out what deceives the eye", () => {
    const model = { name: "Рога\u202Eи\u0000 копыта\nлист", rows: [["e\u0301", 1, true, null]] };
    expect(printable(model)).toEqual({ name: "Рогаи копыта лист", rows: [["é", 1, true, null]] });
  });
});

describe("tight", () => {
  it.each([
    ["Счёт № 26-1 от 15.04.2026", "Счёт №~26-1 от~15.04.2026"],
    ["г. Минск, ул. Сурганова, д. 43", "г.~Минск, ул.~Сурганова, д.~43"],
    ["в течение 15 рабочих дней", "в~течение 15~рабочих дней"],
    ["3 (три) дня по п. 3.5", "3~(три) дня по п.~3.5"],
    ["пункты 3.1 и 3.2 договора", "пункты~3.1 и~3.2 договора"],
    ["пункт 2 статьи 407", "пункт~2 статьи~407"],
    ["бег. Минск", "бег. Минск"],
  ])("%s", (text, held) => {
    expect(tight(text).replaceAll("\u00A0", "~")).toBe(held);
  });
});

it.each([
  ["Ромашкина Анна Петровна", "Ромашкина~А.~П."],
  ["  Незабудкина   Ольга ", "Незабудкина~О."],
  ["Мадонна", "Мадонна"],
])("initials of %s", (name, short) => {
  expect(initials(name).replaceAll("\u00A0", "~")).toBe(short);
});

it.each([
  ["220075, г. Минск, Заводской р-н, д. 178", "г. Минск"],
  ["Минская обл., аг. Колодищи, ул. Мира", "аг. Колодищи"],
  ["г.Барановичи", "г.Барановичи"],
  ["а/я 25", ""],
])("place of %s", (address, place) => {
  expect(placeOf(address)).toBe(place);
});

it("counts agree with their nouns", () => {
  const { months, workingDaysGenitive, calendarDaysGenitive } = sharedWords();
  const words = [
    months(1),
    months(3),
    months(12),
    workingDaysGenitive(1),
    workingDaysGenitive(15),
    calendarDaysGenitive(21),
  ];
  expect(words.map((word) => word.replace("\u00A0", " "))).toEqual([
    "1 месяц",
    "3 месяца",
    "12 месяцев",
    "1 рабочего дня",
    "15 рабочих дней",
    "21 календарного дня",
  ]);
});
