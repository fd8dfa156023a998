import { createTranslator } from "use-intl/core";

import beAccident from "./be/accident.json" with { type: "json" };
import beAuth from "./be/auth.json" with { type: "json" };
import beBank from "./be/bank.json" with { type: "json" };
import beBooks from "./be/books.json" with { type: "json" };
import beCabinet from "./be/cabinet.json" with { type: "json" };
import beCalendar from "./be/calendar.json" with { type: "json" };
import beCatalog from "./be/catalog.json" with { type: "json" };
import beCommon from "./be/common.json" with { type: "json" };
import beContract from "./be/contract.json" with { type: "json" };
import beDates from "./be/dates.json" with { type: "json" };
import beDiff from "./be/diff.json" with { type: "json" };
import beEdi from "./be/edi.json" with { type: "json" };
import beEditions from "./be/editions.json" with { type: "json" };
import beErrors from "./be/errors.json" with { type: "json" };
import beEvidence from "./be/evidence.json" with { type: "json" };
import beForm from "./be/form.json" with { type: "json" };
import beLayout from "./be/layout.json" with { type: "json" };
import beLetters from "./be/letters.json" with { type: "json" };
import beLibrary from "./be/library.json" with { type: "json" };
import beLint from "./be/lint.json" with { type: "json" };
import beLiving from "./be/living.json" with { type: "json" };
import beMail from "./be/mail.json" with { type: "json" };
import beMatching from "./be/matching.json" with { type: "json" };
import beNotices from "./be/notices.json" with { type: "json" };
import bePapers from "./be/papers.json" with { type: "json" };
import bePrices from "./be/prices.json" with { type: "json" };
import bePrivacy from "./be/privacy.json" with { type: "json" };
import bePublic from "./be/public.json" with { type: "json" };
import bePublication from "./be/publication.json" with { type: "json" };
import beReconciliation from "./be/reconciliation.json" with { type: "json" };
import beRefunds from "./be/refunds.json" with { type: "json" };
import beSettlements from "./be/settlements.json" with { type: "json" };
import beStaff from "./be/staff.json" with { type: "json" };
import beTables from "./be/tables.json" with { type: "json" };
import beTerms from "./be/terms.json" with { type: "json" };
import beVerify from "./be/verify.json" with { type: "json" };
import beWhy from "./be/why.json" with { type: "json" };
import enAccident from "./en/accident.json" with { type: "json" };
import enAuth from "./en/auth.json" with { type: "json" };
import enBank from "./en/bank.json" with { type: "json" };
import enBooks from "./en/books.json" with { type: "json" };
import enCabinet from "./en/cabinet.json" with { type: "json" };
import enCalendar from "./en/calendar.json" with { type: "json" };
import enCatalog from "./en/catalog.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enContract from "./en/contract.json" with { type: "json" };
import enDates from "./en/dates.json" with { type: "json" };
import enDiff from "./en/diff.json" with { type: "json" };
import enEdi from "./en/edi.json" with { type: "json" };
import enEditions from "./en/editions.json" with { type: "json" };
import enErrors from "./en/errors.json" with { type: "json" };
import enEvidence from "./en/evidence.json" with { type: "json" };
import enForm from "./en/form.json" with { type: "json" };
import enLayout from "./en/layout.json" with { type: "json" };
import enLetters from "./en/letters.json" with { type: "json" };
import enLibrary from "./en/library.json" with { type: "json" };
import enLint from "./en/lint.json" with { type: "json" };
import enLiving from "./en/living.json" with { type: "json" };
import enMail from "./en/mail.json" with { type: "json" };
import enMatching from "./en/matching.json" with { type: "json" };
import enNotices from "./en/notices.json" with { type: "json" };
import enPapers from "./en/papers.json" with { type: "json" };
import enPrices from "./en/prices.json" with { type: "json" };
import enPrivacy from "./en/privacy.json" with { type: "json" };
import enPublic from "./en/public.json" with { type: "json" };
import enPublication from "./en/publication.json" with { type: "json" };
import enReconciliation from "./en/reconciliation.json" with { type: "json" };
import enRefunds from "./en/refunds.json" with { type: "json" };
import enSettlements from "./en/settlements.json" with { type: "json" };
import enStaff from "./en/staff.json" with { type: "json" };
import enTables from "./en/tables.json" with { type: "json" };
import enTerms from "./en/terms.json" with { type: "json" };
import enVerify from "./en/verify.json" with { type: "json" };
import enWhy from "./en/why.json" with { type: "json" };
import type { ErrorWords } from "./error-words.ts";
import { type Locale, locales } from "./locales.ts";
import { makeErrorWords } from "./make-error-words.ts";
import ruAccident from "./ru/accident.json" with { type: "json" };
import ruAuth from "./ru/auth.json" with { type: "json" };
import ruBank from "./ru/bank.json" with { type: "json" };
import ruBooks from "./ru/books.json" with { type: "json" };
import ruCabinet from "./ru/cabinet.json" with { type: "json" };
import ruCalendar from "./ru/calendar.json" with { type: "json" };
import ruCatalog from "./ru/catalog.json" with { type: "json" };
import ruCommon from "./ru/common.json" with { type: "json" };
import ruContract from "./ru/contract.json" with { type: "json" };
import ruDates from "./ru/dates.json" with { type: "json" };
import ruDiff from "./ru/diff.json" with { type: "json" };
import ruEdi from "./ru/edi.json" with { type: "json" };
import ruEditions from "./ru/editions.json" with { type: "json" };
import ruErrors from "./ru/errors.json" with { type: "json" };
import ruEvidence from "./ru/evidence.json" with { type: "json" };
import ruForm from "./ru/form.json" with { type: "json" };
import ruLayout from "./ru/layout.json" with { type: "json" };
import ruLetters from "./ru/letters.json" with { type: "json" };
import ruLibrary from "./ru/library.json" with { type: "json" };
import ruLint from "./ru/lint.json" with { type: "json" };
import ruLiving from "./ru/living.json" with { type: "json" };
import ruMail from "./ru/mail.json" with { type: "json" };
import ruMatching from "./ru/matching.json" with { type: "json" };
import ruNotices from "./ru/notices.json" with { type: "json" };
import ruPapers from "./ru/papers.json" with { type: "json" };
import ruPrices from "./ru/prices.json" with { type: "json" };
import ruPrivacy from "./ru/privacy.json" with { type: "json" };
import ruPublic from "./ru/public.json" with { type: "json" };
import ruPublication from "./ru/publication.json" with { type: "json" };
import ruReconciliation from "./ru/reconciliation.json" with { type: "json" };
import ruRefunds from "./ru/refunds.json" with { type: "json" };
import ruSettlements from "./ru/settlements.json" with { type: "json" };
import ruStaff from "./ru/staff.json" with { type: "json" };
import ruTables from "./ru/tables.json" with { type: "json" };
import ruTerms from "./ru/terms.json" with { type: "json" };
import ruVerify from "./ru/verify.json" with { type: "json" };
import ruWhy from "./ru/why.json" with { type: "json" };

export { type Locale, localeOr, locales } from "./locales.ts";

/** A new room: its three imports above and its line here. The types and the equality test follow by themselves. */
export const rooms = {
  accident: { ru: ruAccident, be: beAccident, en: enAccident },
  auth: { ru: ruAuth, be: beAuth, en: enAuth },
  books: { ru: ruBooks, be: beBooks, en: enBooks },
  cabinet: { ru: ruCabinet, be: beCabinet, en: enCabinet },
  calendar: { ru: ruCalendar, be: beCalendar, en: enCalendar },
  catalog: { ru: ruCatalog, be: beCatalog, en: enCatalog },
  common: { ru: ruCommon, be: beCommon, en: enCommon },
  contract: { ru: ruContract, be: beContract, en: enContract },
  dates: { ru: ruDates, be: beDates, en: enDates },
  diff: { ru: ruDiff, be: beDiff, en: enDiff },
  editions: { ru: ruEditions, be: beEditions, en: enEditions },
  edi: { ru: ruEdi, be: beEdi, en: enEdi },
  errors: { ru: ruErrors, be: beErrors, en: enErrors },
  evidence: { ru: ruEvidence, be: beEvidence, en: enEvidence },
  form: { ru: ruForm, be: beForm, en: enForm },
  layout: { ru: ruLayout, be: beLayout, en: enLayout },
  living: { ru: ruLiving, be: beLiving, en: enLiving },
  matching: { ru: ruMatching, be: beMatching, en: enMatching },
  letters: { ru: ruLetters, be: beLetters, en: enLetters },
  library: { ru: ruLibrary, be: beLibrary, en: enLibrary },
  lint: { ru: ruLint, be: beLint, en: enLint },
  mail: { ru: ruMail, be: beMail, en: enMail },
  notices: { ru: ruNotices, be: beNotices, en: enNotices },
  prices: { ru: ruPrices, be: bePrices, en: enPrices },
  papers: { ru: ruPapers, be: bePapers, en: enPapers },
  privacy: { ru: ruPrivacy, be: bePrivacy, en: enPrivacy },
  public: { ru: ruPublic, be: bePublic, en: enPublic },
  publication: { ru: ruPublication, be: bePublication, en: enPublication },
  reconciliation: { ru: ruReconciliation, be: beReconciliation, en: enReconciliation },
  settlements: { ru: ruSettlements, be: beSettlements, en: enSettlements },
  refunds: { ru: ruRefunds, be: beRefunds, en: enRefunds },
  staff: { ru: ruStaff, be: beStaff, en: enStaff },
  tables: { ru: ruTables, be: beTables, en: enTables },
  bank: { ru: ruBank, be: beBank, en: enBank },
  terms: { ru: ruTerms, be: beTerms, en: enTerms },
  verify: { ru: ruVerify, be: beVerify, en: enVerify },
  why: { ru: ruWhy, be: beWhy, en: enWhy },
} satisfies Record<string, Record<Locale, object>>;

export type Room = keyof typeof rooms;

const make = <R extends Room>(locale: Locale, room: R) =>
  createTranslator<(typeof rooms)[R]["ru"]>({
    locale,
    // Key sets of the three languages are equal (messages.test.ts), so the Russian file types all of them.
    messages: rooms[room][locale] as (typeof rooms)[R]["ru"],
    timeZone: "Europe/Minsk",
  });

export type Words<R extends Room> = ReturnType<typeof make<R>>;

const made = new Map<string, unknown>();

/** `translator("be", "layout")("nav.documents")`: keys are checked by the compiler. Each (language, room) is made once. */
export function translator<R extends Room>(locale: Locale, room: R): Words<R> {
  const name = `${locale}/${room}`;
  if (!made.has(name)) made.set(name, make(locale, room));
  return made.get(name) as Words<R>;
}

const sentences = Object.fromEntries(
  locales.map((locale) => [locale, makeErrorWords(locale, rooms.errors[locale])]),
) as Record<Locale, ErrorWords>;

/** Sentences for refusal codes on servers: `errorWords("ru")("unp.check_digit", { expected: 6 })`. */
export const errorWords = (locale: Locale): ErrorWords => sentences[locale];
