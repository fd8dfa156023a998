import { asDay } from "#/lib/calendar/day.ts";
import type { Clause, Edition } from "#/lib/editions/edition.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { ChronologyEntry } from "../chronology/model.ts";

/** Invented texts of the library and an invented life of a contract, for previews of their templates. */
const TEXTS = {
  ru: {
    offer: "Публичный сублицензионный договор",
    prices: "Прейскурант",
    subtitle: "пример для шаблона",
    headings: [
      "Термины",
      "Предмет договора",
      "Порядок расчётов",
      "Ответственность сторон",
      "Форс-мажор",
      "Срок договора",
    ],
    clause: (heading: string, at: number) =>
      `Пример пункта раздела «${heading}»: ${at === 1 ? "Продавец предоставляет доступ в течение 15 рабочих дней со дня оплаты счёта" : "условие применяется к сторонам так, как написано в действующей редакции"}.`,
  },
  be: {
    offer: "Публічны субліцэнзійны дагавор",
    prices: "Прэйскурант",
    subtitle: "прыклад для шаблона",
    headings: ["Тэрміны", "Прадмет дагавора", "Парадак разлікаў", "Адказнасць бакоў", "Форс-мажор", "Тэрмін дагавора"],
    clause: (heading: string, at: number) =>
      `Прыклад пункта раздзела «${heading}»: ${at === 1 ? "Прадавец прадастаўляе доступ на працягу 15 рабочых дзён з дня аплаты рахунку" : "умова прымяняецца да бакоў так, як напісана ў дзейнай рэдакцыі"}.`,
  },
};

export function previewEdition(kind: "offer" | "price-list", language: PaperLanguage, clauses: number): Edition {
  const text = TEXTS[language];
  const sections = kind === "offer" ? text.headings : text.headings.slice(2, 3);
  return {
    ...{ slug: kind === "offer" ? "license-bitrix24-market" : "price-list", kind, language, number: 2 },
    ...{ subtitle: text.subtitle, orderNumber: "4/2026", orderDate: asDay("2026-03-27"), example: true },
    ...{ publishedOn: asDay("2026-04-01"), inForceFrom: asDay("2026-04-06"), sourceUrl: null },
    ...{ bindings: null, seller: null },
    text: {
      title: kind === "offer" ? text.offer : text.prices,
      clauses: sections.map((heading, section): Clause => {
        const number = String(section + 1);
        const children = Array.from({ length: clauses }, (_, at): Clause => {
          const own = `${number}.${at + 1}`;
          return { id: own, number: own, heading: null, paragraphs: [text.clause(heading, at + 1)], children: [] };
        });
        return { id: number, number, heading, paragraphs: [], children };
      }),
    },
    prices:
      kind === "offer"
        ? []
        : [
            { product: "market-plus", months: 1, amount: 4_900n },
            { product: "market-plus", months: 3, amount: 13_900n },
            { product: "market-plus", months: 12, amount: 48_000n },
          ],
  };
}

const LIFE = [
  ["2026-04-15T09:12:03Z", "customer", "place-order", "2.1", "Ромашкина Анна"],
  ["2026-04-15T09:12:03Z", "system", "draw-paper", "3.1", ""],
  ["2026-04-16T07:40:51Z", "staff", "allocate-payment", "3.4", "Павел"],
  ["2026-04-17T11:05:20Z", "staff", "activate-access", "3.5", "Павел"],
  ["2026-04-17T11:30:00Z", "staff", "send-act", "3.6", "Павел"],
  ["2026-04-20T08:15:44Z", "customer", "sign-act", "3.6", "Ромашкина Анна"],
] as const;

/** The same life as often as asked; hashes are invented like the people. */
export const previewLife = (times: number): ChronologyEntry[] =>
  Array.from({ length: times }, () => LIFE)
    .flat()
    .map(([at, actorKind, step, clause, actorName], index) => ({
      ...{ seq: index + 1, at, actorKind, actorName, onBehalfOf: null, step, clause, reason: null },
      data: step === "draw-paper" ? { kind: "invoice" } : {},
      hash: (index + 1).toString(16).padStart(2, "0").repeat(32),
    }));
