import { asDay, type Day } from "#/lib/calendar/day.ts";

/** What a fact is about; the columns of the comparison. */
export const SUBJECTS = [
  "governs",
  "entity",
  "territory",
  "grace",
  "continuation",
  "deletion",
  "price-notice",
  "payment",
  "refund",
  "transfer",
  "use",
  "support",
  "termination",
  "liability",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * One thing that a document says, by its clause. `says` names the sentence in the messages; numbers are its parameters. A fact
 * that may be withdrawn ("may be 15 days") is not `certain`.
 */
export type Fact = {
  subject: Subject;
  says: Saying;
  clauses: readonly string[];
  days?: number;
  /** In working days where a document counts so; calendar days otherwise. */
  working?: true;
  certain?: false;
};

export type Saying =
  | "catalogue"
  | "residents"
  | "operator"
  | "ends-next-day"
  | "rules-elsewhere"
  | "no-refund-early"
  | "no-assignment"
  | "territory-belarus"
  | "grace-then-suspended"
  | "grace-may-be"
  | "grace-to-buy"
  | "continues"
  | "free-archived"
  | "free-suspended"
  | "free-deleted-after"
  | "deleted-after-suspension"
  | "deleted-within"
  | "price-notice"
  | "price-list-posted"
  | "paid-when-credited"
  | "no-refund"
  | "entities-without-belarus"
  | "territory-without-belarus"
  | "transfer-with-consent"
  | "transfer-once-consent"
  | "transfer-once-notice"
  | "one-copy"
  | "territory-ten"
  | "answers-critical"
  | "ends-with-notice"
  | "liability-last-period";

export type TermsDocument = {
  slug: string;
  kind: "offer" | "operator-terms" | "licence" | "vendor-licence";
  /** As it is cited; the language of the text itself is `language`. */
  title: string;
  language: "ru" | "en" | "kk";
  /** The date that names the edition. */
  edition: Day;
  inForceFrom: Day;
  /** Entities that conclude it, where the text names them. */
  entities: readonly string[];
  facts: readonly Fact[];
};

const day = asDay;

/** The seller's own contract (edition of 29.12.2025): what it says about portals. Bindings and clocks live in its editions. */
export const OFFER: TermsDocument = {
  slug: "license-bitrix24-market",
  kind: "offer",
  title: "Сублицензионный договор",
  language: "ru",
  edition: day("2025-12-29"),
  inForceFrom: day("2026-01-01"),
  entities: [],
  facts: [
    { subject: "governs", says: "catalogue", clauses: ["1.3"] },
    { subject: "governs", says: "residents", clauses: ["1.2"] },
    { subject: "governs", says: "rules-elsewhere", clauses: ["1.9", "2.2"] },
    { subject: "entity", says: "operator", clauses: ["1.6"] },
    { subject: "territory", says: "territory-belarus", clauses: ["2.3"] },
    { subject: "continuation", says: "ends-next-day", clauses: ["6.1"] },
    { subject: "refund", says: "no-refund-early", clauses: ["6.10"] },
    { subject: "transfer", says: "no-assignment", clauses: ["6.3"] },
  ],
};

const TOS = {
  slug: "bitrix24-terms-of-service",
  kind: "operator-terms",
  title: "Bitrix24 Terms of Service",
  language: "en",
} as const;

export const TOS_2021: TermsDocument = {
  ...TOS,
  edition: day("2021-09-30"),
  inForceFrom: day("2021-11-01"),
  entities: [],
  facts: [
    { subject: "entity", says: "entities-without-belarus", clauses: ["28"] },
    { subject: "grace", says: "grace-then-suspended", clauses: ["7.3"], days: 15 },
    { subject: "continuation", says: "continues", clauses: ["7.3"] },
    { subject: "deletion", says: "free-archived", clauses: ["21.1"], days: 30 },
    { subject: "deletion", says: "free-deleted-after", clauses: ["21.1"], days: 15 },
    { subject: "deletion", says: "deleted-after-suspension", clauses: ["21.4"], days: 50 },
    { subject: "refund", says: "no-refund", clauses: ["7.5"] },
  ],
};

export const TOS_2024: TermsDocument = {
  ...TOS,
  edition: day("2024-12-03"),
  inForceFrom: day("2024-12-10"),
  entities: ["Alaio Cloud Limited", "Bitrix24 India", "ALAIO ME", "Alaio Inc."],
  facts: [
    { subject: "entity", says: "entities-without-belarus", clauses: ["2.2", "35.3"] },
    { subject: "territory", says: "territory-without-belarus", clauses: ["2.2", "35.3"] },
    { subject: "grace", says: "grace-may-be", clauses: ["7.6"], days: 15, certain: false },
    { subject: "continuation", says: "continues", clauses: ["7.6"] },
    { subject: "deletion", says: "free-suspended", clauses: ["21.3.1"], days: 50 },
    { subject: "deletion", says: "deleted-within", clauses: ["21.3.4"], days: 90 },
    { subject: "price-notice", says: "price-notice", clauses: ["7.9"], days: 15 },
    { subject: "payment", says: "paid-when-credited", clauses: ["7.11"] },
    { subject: "transfer", says: "transfer-with-consent", clauses: ["22"] },
  ],
};

export const LICENCE_KZ: TermsDocument = {
  slug: "bitrix24-licence-kz",
  kind: "licence",
  title: "Лицензионное соглашение «1С-Битрикс24» для Казахстана",
  language: "kk",
  edition: day("2024-11-22"),
  // When it came into force is not among our facts: the day of the edition stands in.
  inForceFrom: day("2024-11-22"),
  entities: [],
  facts: [
    { subject: "grace", says: "grace-to-buy", clauses: ["6.7", "6.9"], days: 15 },
    { subject: "continuation", says: "continues", clauses: ["6.7", "6.9"] },
    { subject: "deletion", says: "free-suspended", clauses: ["7.3.1"], days: 50 },
    { subject: "deletion", says: "deleted-after-suspension", clauses: ["7.3.3"], days: 50 },
    { subject: "deletion", says: "deleted-within", clauses: ["7.3.6"], days: 90 },
    { subject: "price-notice", says: "price-list-posted", clauses: ["6.11"] },
    { subject: "transfer", says: "transfer-once-consent", clauses: ["5.1"] },
    { subject: "termination", says: "ends-with-notice", clauses: ["11.3"], days: 10 },
  ],
};

export const DEFIANT: TermsDocument = {
  slug: "defiant-licence",
  kind: "vendor-licence",
  title: "Лицензионный договор ООО «ДЕФИАНТ» на приложения Битрикс24.Маркет",
  language: "ru",
  edition: day("2026-02-20"),
  inForceFrom: day("2026-02-20"),
  entities: ["ООО «ДЕФИАНТ»"],
  facts: [
    { subject: "territory", says: "territory-ten", clauses: ["1.4"] },
    { subject: "use", says: "one-copy", clauses: ["3.1"] },
    { subject: "transfer", says: "transfer-once-notice", clauses: ["3.2"] },
    { subject: "support", says: "answers-critical", clauses: ["6.1"], days: 2, working: true },
    { subject: "termination", says: "ends-with-notice", clauses: ["7.2"], days: 7 },
    { subject: "liability", says: "liability-last-period", clauses: ["5.3"] },
  ],
};

/** All documents whose facts are known, the seller's own first. */
export const TERMS: readonly TermsDocument[] = [OFFER, TOS_2021, TOS_2024, LICENCE_KZ, DEFIANT];

/** Editions of one document, oldest first: what the comparison puts side by side. */
export const editionsOf = (slug: string): TermsDocument[] =>
  TERMS.filter((one) => one.slug === slug).sort((a, b) => (a.edition < b.edition ? -1 : 1));

/** The edition of a document in force on a day; null for an unknown document and before its first edition that we know. */
export const termsInForce = (slug: string, on: Day): TermsDocument | null =>
  editionsOf(slug).findLast(({ inForceFrom }) => inForceFrom <= on) ?? null;

export const factsOf = (document: TermsDocument, subject: Subject): Fact[] =>
  document.facts.filter((fact) => fact.subject === subject);
