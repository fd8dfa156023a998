import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asDay } from "#/lib/calendar/day.ts";
import { parseEdition } from "../parse-markdown.ts";
import { lintEdition } from "./lint-edition.ts";
import { contract, found, NO_FACTS, offer, offerFacts, offerWith } from "./testing/contract.ts";

const inOffer = (rule: Parameters<typeof found>[0], passage: string, planted: string) =>
  found(rule, offerWith(passage, planted), offerFacts());

describe("alphabets", () => {
  it("finds a word of two alphabets", () => {
    expect(found("alphabet.mixed", contract("1.1. доступом к КATALOGу и в Kаталог"))).toEqual([
      "1.1: КATALOGу",
      "1.1: Kаталог",
    ]);
  });

  it("leaves hyphened words, addresses, e-mail and the trade mark alone", () => {
    const near =
      "1.1. IT-отдел, e-mail, сайт https://пример.by/doc, info@фирма.by, «1С-Битрикс24.Маркет Плюс», SMS-код";
    expect(found("alphabet.mixed", contract(near))).toEqual([]);
  });

  it("finds a Latin letter that poses as a Russian word, and a company in Latin letters", () => {
    const text = "1.1. Срок считается c даты оплаты; договор заключает OOO «Ромашка».";
    expect(found("alphabet.foreign", contract(text))).toEqual(["1.1: c даты", "1.1: OOO «Ромашка»."]);
    expect(found("alphabet.foreign", contract("1.1. Срок с даты оплаты: ООО «Ромашка», пункт a) и B2B."))).toEqual([]);
  });
});

describe("numbers of clauses", () => {
  it("repeats", () => {
    const text = contract("3.1. Первый пункт.\n3.2. Второй.\n3.2. Ещё один второй.");
    expect(found("number.repeat", text)).toEqual(["3.2: 3.2. Ещё один второй."]);
  });

  it("jumps, inside a section and from section to section", () => {
    const text = contract("1.1. А.\n1.2. Б.\n1.4. В.\n3.1. Г.");
    expect(found("number.jump", text)).toEqual(["1.4: 1.4. В.", "3.1: 3.1. Г."]);
  });

  it("is content with 3.9 and 3.10, nested clauses and headed sections", () => {
    const ten = Array.from({ length: 11 }, (_, at) => `1.${at + 1}. Пункт.`).join("\n");
    const text = contract(`${ten}\n2.1. Обязан:\n2.1.1. раз;\n2.1.2. два.\n2.2. Вправе.`);
    expect([...found("number.jump", text), ...found("number.repeat", text)]).toEqual([]);
  });
});

describe("references", () => {
  const clauses = "3.5. Доступ.\n3.6. Акт.\n3.7. Почта.\n3.8. Молчание.\n";

  it("finds the one that leads nowhere, in lists and ranges too", () => {
    const text = contract(`${clauses}3.9. По п. 3.15, пунктам 3.6 и 3.77, пп. 3.6–3.10 и разделу 9.`);
    expect(found("reference.missing", text)).toEqual([
      "3.9: п. 3.15",
      "3.9: пунктам 3.6 и 3.77",
      "3.9: пп. 3.6–3.10",
      "3.9: разделу 9",
    ]);
  });

  it("is content with what exists, with laws, other contracts, dates and sums", () => {
    const near = `${clauses}3.9. По пп. 3.6–3.8 и разделу 3, п.2 ст.407 Гражданского Кодекса, пунктам 2 и 3 статьи 404, пункту 9.9 Правил,
п. 12.1 публичного договора; с 15.04.2026, не позднее п. 3.5, 15 рабочих дней.`;
    expect(found("reference.missing", contract(near))).toEqual([]);
  });

  it("a price list that says «пункт 9.1 договора» means the contract", () => {
    const text = contract("1.1. По пункту 9.1 договора.");
    expect(found("reference.missing", text, { ...NO_FACTS, kind: "price-list" })).toEqual([]);
    expect(found("reference.missing", text, { ...NO_FACTS, kind: "offer" })).toEqual(["1.1: пункту 9.1"]);
  });
});

describe("dates", () => {
  const HEAD = (order: string, published: string) =>
    contract(
      `УТВЕРЖДЕНО\nприказ И. О. №12/2025-П\nот ${order} г. настоящий\nПубличный договор опубликован\n${published} г.\n1.1. Текст.`,
    );
  const none = { ...NO_FACTS, kind: "offer" };

  it("finds days that no calendar has", () => {
    const text = contract("1.1. До 31.02.2026, 30 февраля 2026 года и 2026-13-01; с 29.02.2028 и 31 декабря 2026 г.");
    expect(found("date.impossible", text)).toEqual(["1.1: 31.02.2026", "1.1: 30 февраля 2026", "1.1: 2026-13-01"]);
  });

  it("finds an order of later than the publication", () => {
    expect(found("date.order", HEAD("29.12.2026", "01.01.2026"), none)).toEqual(["preamble: 29.12.2026"]);
    expect(found("date.order", HEAD("29.12.2025", "01.01.2026"), none)).toEqual([]);
  });

  it("finds a date that differs from the edition's own facts", () => {
    const facts = { ...none, orderDate: asDay("2025-12-29"), publishedOn: asDay("2026-01-02") };
    expect(found("date.differs", HEAD("29.12.2025", "01.01.2026"), facts)).toEqual(["preamble: 01.01.2026"]);
    expect(found("date.differs", HEAD("29.12.2025", "02.01.2026"), facts)).toEqual([]);
  });

  it("finds effect before the five days of 6.2 are over, except for the first edition", () => {
    const at = (inForceFrom: string, successor: boolean) =>
      found("date.in_force", offer().text, { ...offerFacts(), inForceFrom: asDay(inForceFrom), successor });
    expect(at("2026-01-05", true)).toEqual(["null: 05.01.2026"]);
    expect(at("2026-01-06", true)).toEqual([]);
    expect(at("2026-01-01", false)).toEqual([]);
    expect(at("2025-12-31", false)).toEqual(["null: 31.12.2025"]);
  });

  it("reads the day of effect from the text", () => {
    const text = contract("Опубликован 01.01.2026, вступает в силу с 03.01.2026.\n1.1. Текст.");
    expect(found("date.in_force", text, { ...none, bindings: offer().bindings })).toEqual(["preamble: 03.01.2026"]);
  });
});

describe("figures and words", () => {
  it("finds those that disagree", () => {
    const text = contract("1.1. В течение 15 (десяти) дней, двадцати пяти (20) дней и within ten (5) days.");
    expect(found("term.words", text)).toEqual(["1.1: 15 (десяти)", "1.1: двадцати пяти (20)", "1.1: ten (5)"]);
  });

  it("is content with those that agree, in any case and language", () => {
    const near =
      "1.1. 15 (пятнадцати) дней, 25 (двадцать пять), 3 (трёх), 10 (дзесяці), thirty (30), 5 (рабочих) и 2 (экземпляра).";
    expect(found("term.words", contract(near))).toEqual([]);
  });
});

describe("numbers that the engine obeys", () => {
  it.each([
    [
      "3.5",
      "не позднее 15 (пятнадцати) рабочих дней после оплаты",
      "не позднее 20 (двадцати) рабочих дней после оплаты",
      "20 (двадцати) рабочих дней",
    ],
    [
      "3.5",
      "направить Пользователю не позднее 15 (пятнадцати) рабочих дней",
      "направить Пользователю не позднее десяти рабочих дней",
      "десяти рабочих дней",
    ],
    ["3.8", "5 (пять) рабочих дней", "5 (пять) календарных дней", "5 (пять) календарных дней"],
    ["6.2", "через 5 (пять) календарных дней", "через 3 (три) календарных дня", "3 (три) календарных дня"],
    ["5.3", "10 (десяти) календарных дней", "14 (четырнадцати) календарных дней", "14 (четырнадцати) календарных дней"],
    ["5.4", "6 (шести) месяцев", "трёх месяцев", "трёх месяцев"],
    ["7.1", "1 (одного) рабочего дня", "двух рабочих дней", "двух рабочих дней"],
    ["3.3", "https://smart-cg.by/documents/price-list", "https://smart-cg.by/price", "https://smart-cg.by/price"],
    [
      "1.9",
      "https://helpdesk.bitrix24.ru/open/20703042/",
      "https://helpdesk.bitrix24.ru/open/1/",
      "https://helpdesk.bitrix24.ru/open/1/",
    ],
  ])("in %s finds another one than the settings have", (clause, passage, planted, words) => {
    expect(inOffer("binding.differs", passage, planted)).toEqual([`${clause}: ${words}`]);
  });

  it("is content with the same number in words alone, and with the address without its last slash", () => {
    expect(inOffer("binding.differs", "5 (пять) рабочих дней", "пяти рабочих дней")).toEqual([]);
    expect(inOffer("binding.differs", "/open/20703042/", "/open/20703042")).toEqual([]);
    expect(found("binding.differs", offer().text, { ...offerFacts(), kind: "usage-rules" })).toEqual([]);
  });

  it("the edition's own numbers count: a changed term with a changed binding is right", () => {
    const { bindings } = offer();
    const facts = { ...offerFacts(), bindings: bindings && { ...bindings, deemedWorkingDays: 10 } };
    const text = offerWith("5 (пять) рабочих дней", "10 (десять) рабочих дней");
    expect(found("binding.differs", text, facts)).toEqual([]);
    expect(found("binding.differs", offer().text, facts)).toEqual(["3.8: 5 (пять) рабочих дней"]);
  });

  it("finds a clause that no longer states its number", () => {
    expect(inOffer("binding.absent", "длится более 6 (шести) месяцев", "длится долго")).toEqual([
      "5.4: Если форс-мажор длится долго, каждая из Сторон может…",
    ]);
    expect(found("binding.absent", offer().text, offerFacts())).toEqual([]);
  });
});

describe("requisites", () => {
  it("finds a taxpayer's number that does not pass its check", () => {
    expect(inOffer("requisites.unp", "УНП 192853716", "УНП 192853717")).toEqual(["7.2: 192853717"]);
    expect(found("requisites.unp", contract("7.2. УНП: 192853716, УНП банка 101541947."))).toEqual([]);
  });

  it("finds an account that does not pass mod 97, also one too short", () => {
    const account = "BY03 ALFA 3012 2J07 1300 1027 0000";
    expect(inOffer("requisites.iban", account, "BY03 ALFA 3012 2J07 1300 1027 0001")).toEqual([
      "7.2: BY03 ALFA 3012 2J07 1300 1027 0001",
    ]);
    expect(inOffer("requisites.iban", account, "BY03 ALFA 3012 2J07 1300 1027")).toHaveLength(1);
    expect(
      found("requisites.iban", contract(`7.2. Счёт ${account} УНП 192853716, BY03ALFA30122J07130010270000.`)),
    ).toEqual([]);
  });

  it("finds a bank code of another bank than the account's", () => {
    expect(inOffer("requisites.bank", "SWIFT ALFABY2X", "SWIFT PJCBBY2X")).toEqual(["7.2: PJCBBY2X"]);
    expect(found("requisites.bank", offer().text, offerFacts())).toEqual([]);
  });

  it("finds what differs from the seller's settings; another document may name others", () => {
    const { seller } = offer();
    const facts = offerFacts();
    const other = seller && {
      ...seller,
      unp: "101541947",
      bank: { ...seller.bank, iban: "BY86AKBB10100000002966000000" },
    };
    expect(found("requisites.seller", offer().text, { ...facts, seller: other })).toEqual([
      "7.2: 192853716",
      "7.2: BY03 ALFA 3012 2J07 1300 1027 0000",
    ]);
    expect(found("requisites.seller", offer().text, { ...facts, seller: other, kind: "privacy-policy" })).toEqual([]);
    expect(found("requisites.seller", offer().text, facts)).toEqual([]);
  });
});

describe("terms", () => {
  const DEFINED = `Договор (далее – Договор) для Лицензиата.
# Термины и определения
1.1. Продавец – ООО «Ромашка».
1.2. Личный кабинет – раздел сайта Продавца.
1.3. Личный сертификат «Плюс» (Сертификат) – право доступа.
# Прочее
`;

  it("finds a defined term that nothing uses", () => {
    const text = contract(`${DEFINED}2.1. По Договору Продавец открывает доступ в личном кабинете.`);
    expect(found("definition.unused", text)).toEqual(["1.3: Сертификат"]);
  });

  it("knows a term in any case, and by its short name", () => {
    const near = `${DEFINED}2.1. Продавцом по Договору выдаются Сертификаты через Личные кабинеты.`;
    expect(found("definition.unused", contract(near))).toEqual([]);
    expect(
      found("definition.unused", contract("Фирма (далее по тексту — «Лицензиат») продаёт.\n1.1. Она вправе.")),
    ).toEqual(["preamble: Лицензиат"]);
  });

  it("finds a word written like a term that nothing defines", () => {
    const text = contract(
      `${DEFINED}2.1. Продавец направляет Акт. Подписанный Акт хранится.\n2.2. Каждой из Сторон и другой Стороне.`,
    );
    expect(found("definition.missing", text)).toEqual(["2.1: Акт", "2.2: Сторон"]);
  });

  it("takes names, quotations, beginnings of sentences and defined words for what they are", () => {
    const near = `${DEFINED}2.1. Право Республики Беларусь и Гражданского кодекса; суд Республики Беларусь. Акт подписан. Акт принят.
2.2. В разделе «Мой Тариф» и ещё раз «Мой Тариф» действует директор Иванов Иван Иванович.`;
    expect(found("definition.missing", contract(near))).toEqual([]);
  });

  it("a price list speaks in the offer's terms", () => {
    const text = contract("1.1. Цена за Сертификат на период Подписки.\n1.2. Каждый Сертификат и каждой Подписки.");
    expect(found("definition.missing", text)).toEqual(["1.1: Сертификат", "1.1: Подписки"]);
    expect(found("definition.missing", text, { ...NO_FACTS, offer: offer().text })).toEqual([]);
  });
});

describe("clocks that race", () => {
  const receipt =
    "3.6. Пользователь в течение 3 (трёх) календарных дней с даты получения электронного Акта подписывает его.\n";

  it("finds terms for one paper counted from its receipt and from its sending", () => {
    const text = contract(
      `${receipt}3.8. Если в течение 5 (пяти) рабочих дней с даты направления Акта ответа нет, он принят.`,
    );
    expect(found("clocks.race", text)).toEqual([
      "3.8: 5 (пяти) рабочих дней с даты направления Акта / 3 (трёх) календарных дней с даты получения электронного Акта (3.6)",
    ]);
  });

  it("two papers, or one event, do not race", () => {
    expect(
      found("clocks.race", contract(`${receipt}3.8. Ответ на претензию: 5 дней с даты направления Претензии.`)),
    ).toEqual([]);
    expect(
      found("clocks.race", contract(`${receipt}3.8. Если за 5 рабочих дней с даты получения Акта ответа нет.`)),
    ).toEqual([]);
  });
});

describe("kinds of customers", () => {
  const kinds = "1.2. Пользователь – юридическое лицо либо индивидуальный предприниматель, либо физическое лицо.\n";
  const company = "3.6. Акт для Пользователя-юридического лица направляется через ЭДиН.\n";

  it("finds a kind that no clause gives a way for its acts", () => {
    const text = contract(`${kinds}${company}3.7. Акт для Пользователя-физического лица направляется почтой.`);
    expect(found("kind.no_channel", text)).toEqual(["1.2: индивидуальный предприниматель"]);
  });

  it("is content where each has one, or one serves all", () => {
    const near = `${kinds}${company}3.7. Акт для физического лица и ИП направляется почтой.`;
    expect(found("kind.no_channel", contract(near))).toEqual([]);
    expect(found("kind.no_channel", contract(`${kinds}3.6. Акт направляется Пользователю почтой.`))).toEqual([]);
  });
});

describe("outside pages", () => {
  const text = contract(
    "1.9. Правила: <https://helpdesk.bitrix24.ru/open/1/>, сервис https://edn.by/, цены https://smart-cg.by/documents/price-list.",
  );

  it("finds a page that no snapshot was kept of, not a bare service and not the seller's own site", () => {
    const { seller, bindings } = offer();
    expect(found("page.no_snapshot", text, { ...NO_FACTS, seller, bindings })).toEqual([
      "1.9: https://helpdesk.bitrix24.ru/open/1/",
    ]);
  });

  it("is content with a snapshot", () => {
    const facts = { ...offerFacts(), pinned: ["https://helpdesk.bitrix24.ru/open/1"] };
    expect(found("page.no_snapshot", text, facts)).toEqual([]);
  });
});

describe("our own documents", () => {
  it("the offer has no error, and the warnings that its contract deserves", () => {
    const { errors, warnings } = lintEdition(offer().text, { ...offerFacts(), successor: false });
    expect(errors).toEqual([]);
    expect(warnings.map(({ rule, clause, text }) => `${rule} ${clause}: ${text.slice(0, 40)}`)).toEqual([
      "definition.unused preamble: Лицензиат",
      "kind.no_channel 1.2: индивидуальный предприниматель",
      "page.no_snapshot 1.3: https://www.bitrix24.by/apps/?filter_plu",
      "page.no_snapshot 1.9: https://helpdesk.bitrix24.ru/open/207030",
      "definition.missing 1.11: Стороны",
      "definition.missing 3.5: Актом",
      "clocks.race 3.8: 5 (пять) рабочих дней со дня, когда Прод",
    ]);
  });

  it.each(["price-list", "usage-rules", "privacy-policy"])("%s has nothing to mend", (slug) => {
    const parsed = parseEdition(readFileSync(`db/seed/documents/${slug}.ru.md`, "utf8"));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { text, kind, sourceUrl, ...dates } = parsed.value;
    const own = { ...offerFacts(), ...dates, kind, successor: false, offer: offer().text };
    const facts = { ...own, bindings: offer().bindings, seller: offer().seller, pinned: sourceUrl ? [sourceUrl] : [] };
    expect(lintEdition(text, facts)).toEqual({ errors: [], warnings: [] });
  });
});
