import { asDay } from "#/lib/calendar/day.ts";
import type { Individual, LegalEntity, SoleProprietor } from "#/lib/requisites/requisites.ts";

/** Invented customers of each kind: for previews of templates and for tests. */
const contact = { phone: "+375172000001", resident: true } as const;

export const legalEntity: LegalEntity = {
  ...contact,
  kind: "legalEntity",
  fullName: "Общество с дополнительной ответственностью «Ромашка и партнёры»",
  shortName: "ОДО «Ромашка и партнёры»",
  unp: "190000018",
  legalAddress: "220030, г. Минск, пр-т Независимости, д. 11, корп. 2, пом. 305",
  postalAddress: "220050, г. Минск, а/я 25",
  email: "buh@romashka.example",
  iban: "BY68PJCB30120000000000000002",
  bic: "PJCBBY2X",
  bankName: "ОАО «Приорбанк»",
  signatoryName: "Ромашкина Анна Петровна",
  signatoryPosition: "Генеральный директор",
  authorityBasis: "доверенности № 5 от 01.02.2026",
  gln: null,
};

export const soleProprietor: SoleProprietor = {
  ...contact,
  kind: "soleProprietor",
  fullName: "Васильков Пётр Ильич",
  unp: "290000014",
  registration: {
    number: "290000014",
    date: asDay("2019-03-04"),
    authority: "администрация Ленинского района г. Бреста",
  },
  address: "224005, г. Брест, ул. Советская, д. 1",
  postalAddress: "224005, г. Брест, ул. Советская, д. 1",
  email: "vasilkov@example.by",
  iban: null,
  bic: null,
  bankName: null,
  authorityBasis: "свидетельства о государственной регистрации № 290000014 от 04.03.2019",
  gln: null,
};

export const individual: Individual = {
  ...contact,
  kind: "individual",
  fullName: "Незабудкина Ольга",
  unp: null,
  iban: null,
  postalAddress: "230023, г. Гродно, ул. Ожешко, д. 22, кв. 5",
  email: "olga@example.by",
};
