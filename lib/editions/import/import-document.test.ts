import { describe, expect, it } from "vitest";
import { type Clause, walk } from "../edition.ts";
import { importDocument } from "./import-document.ts";
import type { ImportedDocument } from "./imported.ts";
import { documents, NOTICE } from "./testing/documents.ts";
import { countWords } from "./words.ts";

const files = documents();

async function read(name: string): Promise<ImportedDocument> {
  const done = await importDocument(files[name] as Uint8Array, name);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

const numbers = ({ text }: ImportedDocument) => [...walk(text.clauses)].flatMap(({ clause }) => clause.number ?? []);
const clause = ({ text }: ImportedDocument, number: string): Clause => {
  const found = [...walk(text.clauses)].find((one) => one.clause.number === number);
  if (!found) throw new Error(`no clause ${number}`);
  return found.clause;
};
const rules = ({ guesses }: ImportedDocument) => new Set(guesses.map(({ rule }) => rule));
const reasons = ({ dropped }: ImportedDocument) => new Set(dropped.map(({ reason }) => reason));
const cutText = ({ dropped }: ImportedDocument) => dropped.map(({ text }) => text).join("\n");

describe.each(Object.keys(files))("%s", (name) => {
  it("keeps or names every word, and no two clauses share an address", async () => {
    const one = await read(name);
    expect(one.wordsIn).toBe(one.wordsOut + one.dropped.reduce((sum, { words }) => sum + words, 0));
    expect(one.wordsOut).toBeGreaterThan(50);
    for (const { text, words } of one.dropped) if (words > 0) expect(countWords(text)).toBe(words);
    const ids = [...walk(one.text.clauses)].map((each) => each.clause.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a contract copied out of a PDF", () => {
  it("has its clauses in order, typed wherever and however they were", async () => {
    const one = await read("equipment-rent.txt");
    expect(one.text.title).toBe("ДОГОВОР АРЕНДЫ ОБОРУДОВАНИЯ № 14/08");
    expect(one.language).toBe("ru");
    expect(numbers(one)).toEqual([
      ...[
        "1",
        "1.1",
        "1.2",
        "1.3",
        "2",
        "2.1",
        "2.2",
        "2.2(а)",
        "2.2(б)",
        "2.2(в)",
        "2.3",
        "2.3(1)",
        "2.3(2)",
        "2.3(3)",
      ],
      ...["2.4", "3", "3.1", "3.2", "3.3", "3.4", "4", "4.1", "4.1.1", "4.1.2", "4.1.3", "4.2", "4.3"],
      ...[
        "5",
        "5.1",
        "5.2",
        "5.3",
        "5.4",
        "6",
        "6.1",
        "6.2",
        "6.3",
        "6.4",
        "7",
        "7.1",
        "7.2",
        "7.3",
        "8",
        "8.1",
        "8.2",
      ],
    ]);
    expect(clause(one, "1").heading).toBe("ПРЕДМЕТ ДОГОВОРА");
  });

  it("mends broken words, torn paragraphs and pages, and says so", async () => {
    const one = await read("equipment-rent.txt");
    expect(clause(one, "1.3").paragraphs.join()).toContain("по правилам пункта 3.4. настоящего Договора");
    expect(clause(one, "3.4").paragraphs).toEqual([
      "Согласие на субаренду даётся письменно в течение 10 (десяти) календарных дней. Молчание согласием не считается.",
    ]);
    expect(clause(one, "5.4").paragraphs[0]).toBe("Если Оборудование стояло из-за Арендатора, плата не уменьшается.");
    expect(clause(one, "6.3").paragraphs.slice(1)).toEqual([
      "– не платит два месяца подряд;",
      "– пользуется Оборудованием не по назначению;",
      "– передал Оборудование другому лицу вопреки пункту 1.3.",
    ]);
    expect(one.dropped.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      "page-number: 1",
      "running-head: Договор аренды оборудования № 14/08",
      "page-number: 2",
      "running-head: Договор аренды оборудования № 14/08",
      "page-number: 3",
      "running-head: Договор аренды оборудования № 14/08",
      "page-number: 4",
    ]);
    expect(one.guesses).toContainEqual({ rule: "hyphen", line: 85, before: "из-\nза", after: "из-за" });
    expect(one.guesses).toContainEqual(expect.objectContaining({ rule: "number-glued", line: 15 }));
    for (const rule of [
      "joined-paragraph",
      "wrapped-lines",
      "number-own-line",
      "inline-clause",
      "heading",
      "list",
    ] as const)
      expect(rules(one)).toContain(rule);
  });
});

describe("a licence in Kazakh whose first letter was cut off", () => {
  it("gets back the one letter that the text itself leaves possible", async () => {
    const one = await read("kazakh-licence.txt");
    expect(one).toMatchObject({ language: "kk", text: { title: "Лицензиялық келісім" } });
    expect(one.guesses).toContainEqual({
      rule: "first-letter",
      line: 1,
      before: "ицензиялық келісім",
      after: "Лицензиялық келісім",
    });
    expect(numbers(one)).toContain("3.2");
    expect(one.guesses).toContainEqual(expect.objectContaining({ rule: "definition", after: "Бағдарлама" }));
  });

  it("is left as it is, and named, where several letters would do", async () => {
    const text =
      "одтверждение лицензии\n\nНастоящая лицензия даёт право на одну копию программы и ничего больше.\n\n1. Срок лицензии один год.";
    const done = await importDocument(new TextEncoder().encode(text), "a.txt");
    expect(done).toMatchObject({ ok: true, value: { text: { title: "одтверждение лицензии" } } });
    expect(done.ok && done.value.guesses).toContainEqual(
      expect.objectContaining({
        rule: "first-letter",
        before: "одтверждение лицензии",
        after: "одтверждение лицензии",
      }),
    );
  });
});

describe("a page of terms copied from a browser as text", () => {
  it("loses the menus on both ends and nothing between", async () => {
    const one = await read("copied-terms.txt");
    expect(one).toMatchObject({ language: "en", text: { title: "BRIGHTLEAF TERMS OF SERVICE" } });
    expect(one.text.clauses[0]?.paragraphs.slice(0, 2)).toEqual([
      "Last updated: March 4, 2025",
      "Effective on: April 1, 2025",
    ]);
    expect(reasons(one)).toEqual(new Set(["navigation", "cookie-banner", "footer"]));
    expect(cutText(one)).toMatch(/^Skip to content[\s\S]*Back to top$/);
    expect(numbers(one).filter((number) => /^\d+$/.test(number))).toHaveLength(16);
  });

  it("puts back the quotes of which only â was left", async () => {
    const one = await read("copied-terms.txt");
    const preamble = one.text.clauses[0]?.paragraphs.join(" ");
    expect(preamble).toContain("“you” means the person");
    expect(preamble).toContain("It doesn’t matter");
    expect(rules(one)).toContain("mojibake");
  });

  it("reads letters and bracketed numbers under a clause, and those that begin on its own line", async () => {
    const one = await read("copied-terms.txt");
    expect(clause(one, "9.1.1").paragraphs).toEqual([
      "(a) If the fee is not paid within ten days after its date;",
      "(b) If a court or an authority orders it;",
      "(c) If the Account is used to harm others.",
    ]);
    expect(clause(one, "9.1.2(2)").paragraphs).toEqual(["by a message in the Service;"]);
  });
});

describe("a page saved from a browser", () => {
  it("is read from its heading to its table", async () => {
    const one = await read("terms.html");
    expect(one).toMatchObject({ format: "html", language: "en", text: { title: "Brightleaf Terms of Service" } });
    for (let section = 1; section <= 14; section++)
      for (const number of ["1", "2.3", "4(c)", "10"]) expect(numbers(one)).toContain(`${section}.${number}`);
    expect(clause(one, "14.10").paragraphs.slice(-3)).toEqual([
      "Region | Entity",
      "North | Brightleaf North Ltd",
      "South | Brightleaf South LLC",
    ]);
    expect(one.text.clauses[0]?.paragraphs.at(-1)).toContain("privacy policy (https://brightleaf.example/privacy)");
  });

  it("names what was cut and why", async () => {
    const one = await read("terms.html");
    expect(reasons(one)).toEqual(new Set(["navigation", "cookie-banner", "footer", "script"]));
    for (const words of [
      "Telephony",
      "Accept all",
      "Home / Legal",
      "On this page",
      "Ten ideas",
      "All rights reserved",
      "Share",
    ])
      expect(cutText(one)).toContain(words);
  });
});

describe("a Markdown export with hundreds of links before the text", () => {
  it("begins at the title", async () => {
    const one = await read("export.md");
    expect(one).toMatchObject({ language: "ru", text: { title: "Лицензионное соглашение Cloudberry" } });
    expect(numbers(one).filter((number) => /^\d+\.\d+$/.test(number))).toHaveLength(220);
    expect(clause(one, "7").heading).toBe("Оплата");
    expect(clause(one, "7.1").paragraphs[0]).toMatch(
      /^\p{Lu}.* на странице 1 \(https:\/\/cloudberry\.example\/help\/6-1\)\.$/u,
    );
    expect(clause(one, "3.8").paragraphs.slice(1)).toEqual(["Страна | Код", "Беларусь | BY", "Казахстан | KZ"]);
    expect(clause(one, "2.5").paragraphs.slice(1)).toEqual([
      "– первое условие;",
      "– второе условие;",
      "– третье условие.",
    ]);
  });

  it("gives up every link of the menus, the images and the exporter's own lines", async () => {
    const one = await read("export.md");
    for (const reason of ["navigation", "image", "export-header", "footer"] as const)
      expect(reasons(one)).toContain(reason);
    expect(cutText(one).match(/https:\/\/cloudberry\.example\/(?:products|company)\/\d+/g)).toHaveLength(120);
  });
});

describe("a Word document", () => {
  it("shows the numbers that Word only paints", async () => {
    const one = await read("supply.docx");
    expect(one).toMatchObject({ format: "docx", text: { title: "Договор поставки саженцев" } });
    expect(numbers(one)).toEqual(["1", "1.1", "1.2", "2", "2.1", "2.2", "2.2(а)", "2.2(б)", "3", "3.1"]);
    expect(clause(one, "2").heading).toBe("Цена");
    expect(one.guesses).toContainEqual(
      expect.objectContaining({ rule: "automatic-number", after: "2.2. В цену входят:" }),
    );
  });

  it("keeps insertions, cuts deletions, and says both", async () => {
    const one = await read("supply.docx");
    expect(clause(one, "1.2").paragraphs).toEqual(["Срок поставки – десять рабочих дней."]);
    expect(one.dropped).toContainEqual(expect.objectContaining({ reason: "tracked-deletion", text: "семь" }));
    expect(one.guesses).toContainEqual(expect.objectContaining({ rule: "tracked-insertion", after: "десять" }));
    expect(reasons(one)).toContain("contents");
  });

  it("keeps links, footnotes, tables and bullets as text", async () => {
    const one = await read("supply.docx");
    expect(clause(one, "2.1").paragraphs).toEqual([
      "Цены указаны на странице прейскуранта (https://sad.example/prices).",
      "Цены без доставки.",
    ]);
    expect(clause(one, "2.2(б)").paragraphs).toEqual(["погрузка.", "Порода | Цена", "Липа | 12,00"]);
    expect(clause(one, "3.1").paragraphs.slice(1)).toEqual(["– переводом;", "– по счёту."]);
  });
});

describe("alphabets", () => {
  it.each(Object.keys(files).filter((name) => name.startsWith("notice.") && !/dos|koi8/.test(name)))(
    "%s says what the UTF-8 file says",
    async (name) => {
      const [one, plain] = [await read(name), await read("notice.txt")];
      expect(one.text).toEqual(plain.text);
      expect(clause(one, "1.1").paragraphs[0]).toBe(NOTICE.split("\n\n")[2]?.slice(5));
    },
  );

  it.each(["notice.dos.txt", "notice.koi8.txt"])("%s is told from windows-1251", async (name) => {
    const one = await read(name);
    expect(clause(one, "2.1").paragraphs[0]).toContain("Сеанс хранится до закрытия браузера");
  });

  it("a repaired text is a guess with both readings", async () => {
    for (const name of ["notice.twice-1252.txt", "notice.twice-1251.txt"])
      expect((await read(name)).guesses).toContainEqual(
        expect.objectContaining({ rule: "mojibake", after: "2. Сроки" }),
      );
  });
});

describe("what only looks like something else", () => {
  const text = async (...paragraphs: string[]) => {
    const done = await importDocument(new TextEncoder().encode(paragraphs.join("\n\n")), "a.txt");
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  };

  it("a menu that advertises in whole sentences is a menu still", async () => {
    const menu = ["Products", "CRM", "Collect every lead in one place and close more deals this year.", "Pricing"];
    const blurbs = ["Tasks", "Plan the work of your whole team on one simple and clear board.", "Support", "Log in"];
    const more = ["Sites", "Build a shop in an evening without a line of code or a designer.", "Start for free"];
    const one = await text(
      ...menu,
      ...blurbs,
      ...more,
      "Blog",
      "Brightleaf Licence",
      "Updated 3 March 2025",
      "This licence is between you and Brightleaf Labs of Sampletown.",
      "1. Grant",
      "1.1. You may install one copy of the program.",
      "1.2. You may keep one backup of it.",
    );
    expect(one.text.title).toBe("Brightleaf Licence");
    expect(one.text.clauses[0]?.paragraphs[0]).toBe("Updated 3 March 2025");
    expect(cutText(one)).toContain("close more deals");
  });

  it("dates, sums, measures and articles of a law open no clause", async () => {
    const one = await text(
      "ДОГОВОР ХРАНЕНИЯ",
      "1. Предмет",
      "1.1. Хранитель хранит вещи поклажедателя на складе в Гродно.",
      "12.05.2025 стороны подписали перечень вещей.",
      "3.5 тонны груза хранятся отдельно.",
      "Статья 407 Гражданского кодекса применяется к этому договору без изъятий.",
      "15 рабочих дней даётся на вывоз.",
      "1.2. Хранение стоит 3,50 рубля в день.",
    );
    expect(numbers(one)).toEqual(["1", "1.1", "1.2"]);
    expect(clause(one, "1.1").paragraphs).toHaveLength(5);
  });

  it("articles, paragraphs and numbers without a dot are clauses where they count on", async () => {
    const one = await text(
      "LICENCE AGREEMENT",
      "Article 1. Grant",
      "1.1 The Licensor grants a licence to the Licensee.",
      "1.2 The licence is for one year.",
      "Article 2. Fee",
      "2.1 The fee is paid in advance every year.",
      "(a) in euro; or",
      "(b) in dollars.",
    );
    expect(numbers(one)).toEqual(["Article 1", "1.1", "1.2", "Article 2", "2.1", "2.1(a)", "2.1(b)"]);
    expect(one.text.clauses.map(({ heading }) => heading)).toEqual(["Grant", "Fee"]);
    expect(one.text.clauses[0]?.children.map(({ id }) => id)).toEqual(["1.1", "1.2"]);
  });

  it("numbers that repeat or jump are kept and told", async () => {
    const one = await text(
      "УСЛОВИЯ",
      "1.1. Первое условие договора.",
      "1.2. Второе условие.",
      "1.2. Ещё одно второе.",
      "1.5. Пятое условие.",
    );
    expect(numbers(one)).toEqual(["1.1", "1.2", "1.2", "1.5"]);
    expect(one.text.clauses.map(({ id }) => id)).toEqual(["1.1", "1.2", "1.2-2", "1.5"]);
    expect(rules(one)).toContain("number-repeat");
    expect(one.guesses).toContainEqual({ rule: "number-jump", line: 9, before: "1.2", after: "1.5" });
  });

  it("a table of contents is cut, a list that comes twice is not", async () => {
    const list = ["– при себе;", "– на складе;", "– в пути."];
    const one = await text(
      ...["ДОГОВОР ХРАНЕНИЯ", "Содержание", "1. Предмет .......... 1", "2. Срок .......... 1", "3. Цена .......... 2"],
      ...["1. Предмет", "1.1. Хранитель хранит вещи:", ...list, "2. Срок", "2.1. Срок считается, если вещи:", ...list],
      ...["3. Цена", "3.1. Цена указана в перечне вещей."],
    );
    expect(one.dropped.map(({ reason, text: cut }) => [reason, cut])).toEqual([
      ["contents", "Содержание\n1. Предмет .......... 1\n2. Срок .......... 1\n3. Цена .......... 2"],
    ]);
    expect(clause(one, "2.1").paragraphs.slice(1)).toEqual(list);
  });

  it("a stamp of approval and requisites are no menu", async () => {
    const one = await text(
      ...[
        "УТВЕРЖДЕНО",
        "приказ № 3",
        "от 01.02.2025 г.",
        "ПУБЛИЧНЫЙ ДОГОВОР",
        "Договор заключается в письменной форме путём присоединения.",
      ],
      ...[
        "1.1. Продавец продаёт, а покупатель покупает саженцы.",
        "1.2. Цена указана на сайте.",
        "УНП: 100000007",
        "г. Лида",
        "Сайт: sad.example",
      ],
    );
    expect(one.dropped).toEqual([]);
    expect(one.text.title).toBe("ПУБЛИЧНЫЙ ДОГОВОР");
    expect(one.text.clauses[0]?.paragraphs.slice(0, 3)).toEqual(["УТВЕРЖДЕНО", "приказ № 3", "от 01.02.2025 г."]);
  });
});
