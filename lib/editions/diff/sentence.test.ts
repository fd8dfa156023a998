import { describe, expect, it } from "vitest";
import { clauseList, ranges } from "./clause-list.ts";
import { diffEditions } from "./diff-editions.ts";
import { sentenceOf } from "./sentence.ts";
import { asEditionText as text } from "./testing/text.ts";

const ORDER = "Заказ оформляется на сайте и хранит цены того дня.";
const PAY = "Счёт оплачивается одной суммой в пределах срока его действия.";
const ACCESS = "Доступ включается не позднее 15 рабочих дней после оплаты.";
const ACT = "Акт направляется через сервис электронного документооборота.";
const SILENCE = "Молчание пять рабочих дней означает согласие с исполнением.";
const numbered = (clauses: readonly string[], section: number) =>
  clauses.map((one, at) => `${section}.${at + 1}. ${one}`).join("\n\n");
const edition = (third: readonly string[], fourth: readonly string[], title?: string) =>
  text(`## 3. Расчёты\n\n${numbered(third, 3)}\n\n## 4. Права\n\n${numbered(fourth, 4)}`, title);

const LAW = "Применяется право Республики Беларусь.";
const DISPUTE = "Споры стороны решают переговорами, затем в суде.";
const before = edition([ORDER, PAY, ACCESS, ACT], [DISPUTE, LAW]);

describe("the sentence on top", () => {
  it("says one thing in the singular and several in the plural", () => {
    const one = edition([ORDER, PAY, ACCESS.replace("15", "10"), ACT], [DISPUTE, LAW]);
    expect(sentenceOf(diffEditions(before, one), "ru")).toBe("Изменён 3.3.");
    const two = edition([ORDER, PAY, ACCESS.replace("15", "10"), ACT], [DISPUTE.replace("затем", "потом"), LAW]);
    expect(sentenceOf(diffEditions(before, two), "ru")).toBe("Изменены 3.3 и 4.1.");
    expect(sentenceOf(diffEditions(before, two), "be")).toBe("Зменены 3.3 і 4.1.");
    expect(sentenceOf(diffEditions(before, two), "en")).toBe("3.3 and 4.1 have changed.");
  });

  it("tells what was added, removed and moved, and the renumbering last", () => {
    const after = edition([ORDER, SILENCE, PAY, ACCESS, ACT], [LAW, DISPUTE]);
    expect(sentenceOf(diffEditions(before, after), "ru")).toBe(
      "Добавлен 3.2, 4.2 перенесён в 4.1; 3.2–3.4 стали 3.3–3.5, 4.1 стал 4.2.",
    );
    expect(sentenceOf(diffEditions(after, before), "en")).toBe(
      "3.2 is gone, 4.1 moved to 4.2; 3.3–3.5 are now 3.2–3.4, 4.2 is now 4.1.",
    );
    expect(sentenceOf(diffEditions(before, after), "be")).toBe(
      "Дададзены 3.2, 4.2 перанесены ў 4.1; 3.2–3.4 сталі 3.3–3.5, 4.1 стаў 4.2.",
    );
  });

  it("a renumbered section is told once, not clause by clause", () => {
    const a = text(`## 1. Предмет\n\n1.1. ${ORDER}\n\n## 2. Споры\n\n${numbered([DISPUTE, LAW], 2)}`);
    const b = text(
      `## 1. Предмет\n\n1.1. ${ORDER}\n\n## 2. Акты\n\n2.1. ${ACT}\n\n## 3. Споры\n\n${numbered([DISPUTE, LAW], 3)}`,
    );
    expect(sentenceOf(diffEditions(a, b), "ru")).toBe("Добавлены 2 и 2.1; 2 стал 3.");
  });

  it("tells splits, references, the title and the introduction in words of their own", () => {
    const split = edition([ORDER, `${PAY} ${ACCESS}`, ACT], [DISPUTE, LAW]);
    expect(sentenceOf(diffEditions(split, before), "ru")).toBe("3.2 разделён на 3.2 и 3.3; 3.3 стал 3.4.");
    expect(sentenceOf(diffEditions(before, split), "ru")).toBe("3.2 и 3.3 объединены в 3.2; 3.4 стал 3.3.");
    const refers = (number: string) => [`Срок по пункту ${number} соразмерно отодвигается.`];
    const a = edition([PAY, ACCESS], refers("3.2"));
    expect(sentenceOf(diffEditions(a, edition([ORDER, PAY, ACCESS], refers("3.3"))), "ru")).toBe(
      "Добавлен 3.1; 3.1–3.2 стали 3.2–3.3, в 4.1 обновлён только номер в ссылке.",
    );
    expect(sentenceOf(diffEditions(before, { ...before, title: "Оферта" }), "ru")).toBe("Изменено название.");
    const [intro, other] = [text("Вступление длинное.\n\n1. Раз."), text("Вступление короткое.\n\n1. Раз.")];
    expect(sentenceOf(diffEditions(intro, other), "ru")).toBe("Изменена вводная часть.");
    expect(sentenceOf(diffEditions(before, before), "ru")).toBe("Тексты совпадают.");
  });
});

describe("lists of clauses", () => {
  it("joins neighbours, three at least, under one section", () => {
    expect(ranges(["1.1", "1.2", "1.3", "1.5", "1.6", "2.1"])).toEqual(["1.1–1.3", "1.5", "1.6", "2.1"]);
    expect(ranges(["3.9", "3.10", "3.11", "4"])).toEqual(["3.9–3.11", "4"]);
  });

  it("counts what it does not tell", () => {
    const many = ["1.1", "1.2", "1.3", ...Array.from({ length: 12 }, (_, at) => `2.${at * 2}`)];
    expect(clauseList("ru", many, (count) => `ещё ${count}`)).toBe("1.1–1.3, 2.0, 2.2, 2.4, 2.6, 2.8, 2.10 и ещё 6");
  });
});
