import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EditionText, walk } from "../edition.ts";
import { diffEditions } from "./diff-editions.ts";
import { clauseText } from "./items.ts";
import { type EditionDiff, newText, oldText } from "./model.ts";
import { isEmpty, summaryOf } from "./summary.ts";
import { asEditionText as text } from "./testing/text.ts";

/** Section 3 of some contract from its clauses, numbered in their order. */
const section = (clauses: readonly string[], number = 3) =>
  `## ${number}. Раздел ${"абвгдежз"[number]}\n\n${clauses.map((one, at) => `${number}.${at + 1}. ${one}`).join("\n\n")}\n\n`;

const PRICE = "Размер вознаграждения за доступ в Каталог устанавливается Продавцом и указывается в счёте.";
const PAY = "Пользователь единовременно платит вознаграждение предоплатой в пределах срока действия счёта.";
const LIST = "Действующие суммы приведены в прейскуранте на сайте Продавца.";
const ACCESS = "Доступ предоставляется не позднее 15 (пятнадцати) рабочих дней после оплаты вознаграждения.";
const ACT = "Акт подписывается электронной цифровой подписью и направляется через сервис документооборота.";
const SILENCE = "Если за пять рабочих дней подписанный Акт не поступил, обязательства признаются исполненными.";
const ALL = [PRICE, PAY, LIST, ACCESS, ACT, SILENCE];

const compared = (a: string, b: string) => diffEditions(text(a), text(b));
const summary = (a: string, b: string) => summaryOf(compared(a, b));
const NOTHING = {
  changed: [],
  added: [],
  removed: [],
  moved: [],
  renumbered: [],
  references: [],
  split: [],
  merged: [],
};

describe("diffEditions", () => {
  it("marks the changed words and nothing else", () => {
    const diff = compared(section(ALL), section(ALL.with(3, ACCESS.replace("15 (пятнадцати)", "10 (десяти)"))));
    expect(summaryOf(diff)).toEqual({ ...NOTHING, changed: ["3.4"], title: false });
    const row = diff.rows.find(({ text: what }) => what === "changed");
    expect(row?.new[0]?.segments).toEqual([
      { mark: "same", text: "Доступ предоставляется не позднее " },
      { mark: "del", text: "15 (пятнадцати" },
      { mark: "ins", text: "10 (десяти" },
      { mark: "same", text: ") рабочих дней после оплаты вознаграждения." },
    ]);
    expect(row?.old[0]?.segments.map(({ mark }) => mark)).toEqual(["same", "del", "same"]);
  });

  it("an inserted clause renumbers its neighbours and changes none of them", () => {
    const fresh = "Оплата третьим лицом допускается при указании номера и даты счёта.";
    expect(summary(section(ALL), section(ALL.toSpliced(2, 0, fresh)))).toEqual({
      ...NOTHING,
      added: ["3.3"],
      moved: [3, 4, 5, 6].map((at) => ({ from: `3.${at}`, to: `3.${at + 1}` })),
      renumbered: [3, 4, 5, 6].map((at) => ({ from: `3.${at}`, to: `3.${at + 1}` })),
      title: false,
    });
  });

  it("a removed clause is the removed one, not the last", () => {
    const one = summary(section(ALL), section(ALL.toSpliced(1, 1)));
    expect(one).toMatchObject({ removed: ["3.2"], changed: [], added: [] });
    expect(one.renumbered.at(-1)).toEqual({ from: "3.6", to: "3.5" });
  });

  it("a clause carried past its neighbours moved; they gave way", () => {
    const one = summary(section(ALL), section([...ALL.toSpliced(1, 1), PAY]));
    expect(one).toMatchObject({ changed: [], added: [], removed: [] });
    expect(one.moved.filter(({ to }) => !one.renumbered.some((way) => way.to === to))).toEqual([
      { from: "3.2", to: "3.6" },
    ]);
  });

  it("a clause that moved to another section and was edited on the way is both", () => {
    const a = section(ALL) + section([LIST, "Споры решаются переговорами Сторон."], 4);
    const edited = ACT.replace("электронной цифровой подписью", "собственноручно");
    const b = section(ALL.toSpliced(4, 1)) + section([LIST, edited, "Споры решаются переговорами Сторон."], 4);
    const one = summary(a, b);
    expect(one).toMatchObject({ changed: ["4.2"], added: [], removed: [] });
    expect(one.moved.filter(({ to }) => !one.renumbered.some((way) => way.to === to))).toEqual([
      { from: "3.5", to: "4.2" },
    ]);
  });

  it("a reference that follows its clause's new number is no change of words", () => {
    const refers = "Срок считается по пп. 3.4–3.5 и пункту 3.6 настоящего Договора.";
    const a = section(ALL) + section([refers], 4);
    const b = section([LIST.replace("суммы", "цены и скидки"), ...ALL.with(2, "Прочие расходы несёт Продавец.")]);
    const moved = b + section([refers.replace("3.4–3.5", "3.5–3.6").replace("пункту 3.6", "пункту 3.7")], 4);
    const diff = compared(a, moved);
    expect(summaryOf(diff)).toMatchObject({ references: ["4.1"] });
    const marks = diff.rows.find((row) => row.text === "references")?.new[0]?.segments ?? [];
    expect(marks.filter(({ mark }) => mark === "ref")).toEqual([
      { mark: "ref", was: "3.4", text: "3.5" },
      { mark: "ref", was: "3.5", text: "3.6" },
      { mark: "ref", was: "3.6", text: "3.7" },
    ]);
  });

  it("a reference to another clause than before is a change", () => {
    const refers = "Срок считается по пункту 3.4 настоящего Договора.";
    const one = summary(section([...ALL, refers]), section([...ALL, refers.replace("3.4", "3.5")]));
    expect(one).toMatchObject({ changed: ["3.7"], references: [] });
  });

  it("a clause split in two is split, the pieces with their own words", () => {
    const both = `${ACCESS} ${ACT}`;
    const a = section([PRICE, both, SILENCE]);
    const diff = compared(a, section([PRICE, ACCESS, ACT, SILENCE]));
    const expected = { split: [{ from: "3.2", to: ["3.2", "3.3"] }], changed: ["3.2"], added: ["3.3"], removed: [] };
    expect(summaryOf(diff)).toMatchObject(expected);
    const row = diff.rows.find(({ new: fresh }) => fresh.length === 2);
    expect(row?.new.map(({ segments }) => newText(segments))).toEqual([ACCESS, ACT]);
    expect(summaryOf(compared(section([PRICE, ACCESS, ACT, SILENCE]), a))).toMatchObject({
      merged: [{ from: ["3.2", "3.3"], to: "3.2" }],
      changed: ["3.2"],
      removed: ["3.3"],
    });
  });

  it("what stands under the same number is changed however little is left of it", () => {
    expect(summary("1. Да.", "1. Совсем другие слова.")).toMatchObject({ changed: ["1"], added: [], removed: [] });
  });

  it("a new section renumbers the next one whole", () => {
    const a = section(ALL) + section(["Споры решаются переговорами.", "Применяется право Беларуси."], 4);
    const b = section(ALL) + section(["Форс-мажор освобождает от ответственности."], 4);
    const c = section(["Споры решаются переговорами.", "Применяется право Беларуси."], 5).replace(
      "Раздел е",
      "Раздел д",
    );
    const one = summary(a, b.replace("Раздел д", "Форс-мажор") + c);
    expect(one).toMatchObject({ changed: [], added: ["4", "4.1"], removed: [] });
    expect(one.moved).toEqual(one.renumbered);
    expect(one.renumbered).toEqual(["4", "4.1", "4.2"].map((from) => ({ from, to: from.replace("4", "5") })));
  });

  it("a section that is given a number did not move", () => {
    const numbered = text("## 1. Термины");
    const bare = { ...numbered, clauses: numbered.clauses.map((one) => ({ ...one, id: "section-1", number: null })) };
    expect(summaryOf(diffEditions(bare, numbered))).toEqual({ ...NOTHING, title: false });
  });

  it("sees a changed title, ignores layout and decomposed letters", () => {
    expect(summaryOf(diffEditions(text("1. А", "Договор"), text("1. А", "Оферта"))).title).toBe(true);
    expect(isEmpty(compared("1. первый  район", "1. первый \n район".normalize("NFD")))).toBe(true);
  });
});

/** A diff read back: the words of every clause on both sides, by name. */
const side = (diff: EditionDiff, which: "old" | "new") =>
  diff.rows
    .flatMap((row) => row[which])
    .map(({ number, id, segments }) => [number ?? id, (which === "old" ? oldText : newText)(segments)])
    .toSorted(([x = ""], [y = ""]) => x.localeCompare(y));
const own = ({ clauses }: EditionText) =>
  [...walk(clauses)]
    .map(({ clause }) => [clause.number ?? clause.id, clauseText(clause)])
    .toSorted(([x = ""], [y = ""]) => x.localeCompare(y));

describe("properties", () => {
  const word = fc.constantFrom(
    ..."Акт срок счёт 3.1 3.2 15 дней, (пять) и не Продавец «ЭДиН» оплата доступ".split(" "),
  );
  const sentence = fc.array(fc.oneof(word, fc.constantFrom("п. 3.1", "п. 3.2", "пп. 3.1–3.3", "раздел 2")), {
    minLength: 1,
    maxLength: 14,
  });
  const clauses = fc.array(
    sentence.map((words) => `${words.join(" ")}.`),
    { minLength: 1, maxLength: 9 },
  );
  const contract = fc
    .array(clauses, { minLength: 1, maxLength: 3 })
    .map((sections) => text(sections.map((one, at) => section(one, at + 1)).join("")));
  /** Two editions of one contract: clauses dropped, doubled, joined, moved, a word put in. */
  const edited = fc.tuple(contract, contract).map(([a, b]): [EditionText, EditionText] => {
    const take = <T>(list: readonly T[], every: number) => list.filter((_, at) => at % every !== 1);
    const [first, ...rest] = a.clauses;
    const mixed = [...take(first?.children ?? [], 3), ...(b.clauses[0]?.children ?? []).slice(0, 2)].map((one) =>
      one.paragraphs.join(" "),
    );
    const last = rest.map((one) =>
      section(one.children.map((clause) => clause.paragraphs.join(" ")).toReversed(), Number(one.number)),
    );
    return [a, text(section(mixed.length > 0 ? mixed : ["Пусто."], 1) + last.join(""))];
  });

  it("nothing is lost: the marks give back both texts", () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(contract, contract)), ([a, b]) => {
        const diff = diffEditions(a, b);
        expect(side(diff, "old")).toEqual(own(a));
        expect(side(diff, "new")).toEqual(own(b));
        // The new side alone, as a telephone shows it, has the old words of its row too.
        for (const row of diff.rows)
          if (row.old.length === 1 && row.new.length === 1)
            expect(oldText(row.new[0]?.segments ?? [])).toBe(oldText(row.old[0]?.segments ?? []));
      }),
      { numRuns: 300 },
    );
  });

  it("a text differs from itself in nothing", () => {
    fc.assert(fc.property(contract, (a) => isEmpty(diffEditions(a, a))));
  });

  it("the other way round the same clauses changed, and added ones were removed", () => {
    const names = (list: readonly string[]) => list.toSorted();
    fc.assert(
      fc.property(edited, ([a, b]) => {
        const [there, back] = [summaryOf(diffEditions(a, b)), summaryOf(diffEditions(b, a))];
        expect(names(back.removed)).toEqual(names(there.added));
        expect(names(back.added)).toEqual(names(there.removed));
        expect(back.changed).toHaveLength(there.changed.length);
        const ways = (list: typeof there.moved) => names(list.map(({ from, to }) => [from, to].toSorted().join(" ")));
        expect(ways(back.moved)).toEqual(ways(there.moved));
      }),
      { numRuns: 200 },
    );
  });
});

describe("speed", () => {
  it("a thousand clauses, each edited and all renumbered, in less than a second", { timeout: 20_000 }, () => {
    const words = readFileSync("db/seed/documents/license-bitrix24-market.ru.md", "utf8").match(/\p{L}+/gu) ?? [];
    let seed = 1;
    const any = () => {
      seed = (seed * 48271) % 2147483647;
      return words[seed % words.length];
    };
    const clauses = Array.from({ length: 1000 }, () => Array.from({ length: 60 }, any).join(" "));
    const body = (from: number, extra: string) =>
      clauses.map((one, at) => `${at + from}. ${one} ${extra}.`).join("\n\n");
    const [a, b] = [text(body(1, "по старой редакции")), text(body(2, "по новой"))];
    // Processor time, the best of three: a busy machine is no slower program.
    const runs = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      const { rows } = diffEditions(a, b);
      return { took: process.cpuUsage(start).user / 1000, rows };
    });
    expect(Math.min(...runs.map(({ took }) => took))).toBeLessThan(1000);
    expect(runs[0]?.rows.every((row) => row.text === "changed" && row.place === "renumbered")).toBe(true);
    expect(runs[0]?.rows).toHaveLength(1000);
  });
});
