import type { RequisitesInput } from "#/lib/requisites/requisites.ts";

/** The demonstration: invented parties with lawful numbers, and what happened to their orders, in days before today. */
export const PASSWORD = "demo-market-2026";

export const STAFF = [
  { role: "sales", name: "Ольга Продажная", email: "sales@seller.example" },
  { role: "accountant", name: "Мария Счётова", email: "accountant@seller.example" },
  { role: "lawyer", name: "Павел Правов", email: "lawyer@seller.example" },
  { role: "director", name: "Игорь Главный", email: "director@seller.example" },
  { role: "admin", name: "Антон Системный", email: "admin@seller.example" },
] as const;

const address = "220030, г. Минск, ул. Примерная, д. 1, офис 10";

export const PARTIES = {
  romashka: {
    people: [
      { role: "owner", name: "Анна Ромашкина", email: "director@romashka.example" },
      { role: "accountant", name: "Вера Балансова", email: "buh@romashka.example" },
    ],
    requisites: {
      kind: "legalEntity",
      fullName: "Общество с ограниченной ответственностью «Ромашка Тест»",
      shortName: "ООО «Ромашка Тест»",
      unp: "190000018",
      legalAddress: address,
      iban: "BY48AKBB30120000000000000001",
      signatoryName: "Ромашкина Анна Сергеевна",
      signatoryPosition: "директор",
      authorityBasis: "устава",
      email: "director@romashka.example",
      phone: "+375 29 100-00-01",
      gln: "4819001510007",
      resident: true,
    },
  },
  vector: {
    people: [{ role: "owner", name: "Виктор Векторов", email: "director@vector.example" }],
    requisites: {
      kind: "legalEntity",
      fullName: "Частное унитарное предприятие «Вектор Тест»",
      shortName: "ЧУП «Вектор Тест»",
      unp: "190000033",
      legalAddress: "224030, г. Брест, ул. Образцовая, д. 7",
      iban: "BY68PJCB30120000000000000002",
      signatoryName: "Векторов Виктор Викторович",
      signatoryPosition: "директор",
      authorityBasis: "устава",
      email: "director@vector.example",
      phone: "+375 29 100-00-02",
      resident: true,
    },
  },
  petrov: {
    people: [{ role: "owner", name: "Пётр Петров", email: "petrov@ip.example" }],
    requisites: {
      kind: "soleProprietor",
      fullName: "Петров Пётр Петрович",
      unp: "290000014",
      registration: { number: "290000014", date: "01.02.2021", authority: "Брестский горисполком" },
      address: "224000, г. Брест, ул. Советская, д. 2, кв. 5",
      iban: "BY29UNBS30120000000000000003",
      email: "petrov@ip.example",
      phone: "+375 29 100-00-03",
      resident: true,
    },
  },
  sidorova: {
    people: [{ role: "owner", name: "Елена Сидорова", email: "sidorova@mail.example" }],
    requisites: {
      kind: "individual",
      fullName: "Сидорова Елена Ивановна",
      postalAddress: "230000, г. Гродно, ул. Садовая, д. 3, кв. 4",
      iban: "BY19ALFA30140000000000000006",
      email: "sidorova@mail.example",
      phone: "+375 29 100-00-04",
      resident: true,
    },
  },
} satisfies Record<
  string,
  { people: { role: "owner" | "accountant"; name: string; email: string }[]; requisites: RequisitesInput }
>;

export type PartyKey = keyof typeof PARTIES;

/** `ago` is in days before today; what happens on one day happens in this order. */
export type Happening =
  | { ago: number; what: "order"; order: string; party: PartyKey; portal: string; months: number }
  | {
      ago: number;
      what: "statement";
      pays: { order?: string; payer?: PartyKey; amount?: bigint; purpose?: string; name?: string }[];
    }
  | { ago: number; what: "activate" | "send-act" | "receive-act" | "sign-act"; order: string }
  | { ago: number; what: "refuse-act"; order: string; reason: string };

export const HAPPENINGS: Happening[] = [
  { ago: 96, what: "order", order: "deemed", party: "petrov", portal: "petrov-studio.bitrix24.by", months: 6 },
  { ago: 94, what: "statement", pays: [{ order: "deemed" }] },
  { ago: 90, what: "activate", order: "deemed" },
  { ago: 89, what: "send-act", order: "deemed" },
  { ago: 62, what: "order", order: "signed", party: "romashka", portal: "romashka.bitrix24.by", months: 12 },
  { ago: 60, what: "statement", pays: [{ order: "signed" }] },
  { ago: 54, what: "activate", order: "signed" },
  { ago: 53, what: "send-act", order: "signed" },
  { ago: 52, what: "receive-act", order: "signed" },
  { ago: 51, what: "sign-act", order: "signed" },
  { ago: 33, what: "order", order: "lapsed", party: "vector", portal: "vector-sklad.bitrix24.by", months: 3 },
  { ago: 30, what: "order", order: "ending", party: "romashka", portal: "crm.romashka.example", months: 1 },
  { ago: 29, what: "statement", pays: [{ order: "ending" }] },
  { ago: 26, what: "activate", order: "ending" },
  { ago: 25, what: "send-act", order: "ending" },
  { ago: 24, what: "sign-act", order: "ending" },
  { ago: 23, what: "order", order: "refused", party: "petrov", portal: "petrov-shop.bitrix24.by", months: 3 },
  { ago: 21, what: "statement", pays: [{ order: "refused" }] },
  { ago: 17, what: "activate", order: "refused" },
  { ago: 16, what: "send-act", order: "refused" },
  {
    ago: 14,
    what: "refuse-act",
    order: "refused",
    reason: "В акте указан адрес, по которому мы больше не работаем; просим исправить.",
  },
  { ago: 13, what: "order", order: "waiting", party: "sidorova", portal: "elena-design.bitrix24.by", months: 1 },
  { ago: 12, what: "statement", pays: [{ order: "waiting", purpose: "Оплата по счёту № {number} от {date}" }] },
  { ago: 10, what: "order", order: "paid", party: "vector", portal: "vector.bitrix24.by", months: 12 },
  { ago: 8, what: "statement", pays: [{ order: "paid" }] },
  { ago: 5, what: "activate", order: "waiting" },
  { ago: 4, what: "send-act", order: "waiting" },
  { ago: 3, what: "order", order: "to-pay", party: "romashka", portal: "romashka-opt.bitrix24.by", months: 12 },
  {
    ago: 1,
    what: "statement",
    pays: [
      { order: "lapsed" },
      { order: "to-pay", amount: 40_000n, purpose: "OTHR 122601 ОПЛАТА ПО СЧЕТУ{number} ОТ {date}" },
      { name: "ИВАНОВ ИВАН ИВАНОВИЧ", amount: 4_500n, purpose: "Оплата подписки" },
    ],
  },
];
