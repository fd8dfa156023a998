import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { requisitesInput } from "#/lib/requisites/requisites.ts";
import type { Act, Contract, ContractLine, Given, Invoice, NewerOffer, OfferFacts } from "./contract.ts";
import { defaultSettings } from "./settings.ts";

/** Plain contracts for tests of decisions: a paid-up example with every field, changed by each test where it matters. */
const bindings = {
  activationWorkingDays: 15,
  actWorkingDays: 15,
  answerCalendarDays: 3,
  deemedWorkingDays: 5,
  editionCalendarDays: 5,
  forceMajeureNoticeCalendarDays: 10,
  forceMajeureMonths: 6,
  requisitesWorkingDays: 1,
  priceListUrl: "https://example.by/documents/price-list",
  rulesUrl: "https://example.by/rules",
};
const requisites = requisitesInput.parse({
  kind: "legalEntity",
  fullName: "ООО «Ромашка»",
  shortName: "ООО «Ромашка»",
  unp: "190000018",
  legalAddress: "г. Минск, ул. Ленина, 1",
  iban: "BY48AKBB30120000000000000001",
  signatoryName: "Иванов И. И.",
  signatoryPosition: "директор",
  authorityBasis: "устава",
  email: "a@example.by",
  phone: "+375291234567",
  resident: true,
});
const edition = {
  id: "offer-1",
  slug: "license-bitrix24-market",
  number: 1,
  sha256: "0",
  orderNumber: "12/2025-П",
  orderDate: asDay("2025-12-29"),
};
const seller = {
  shortName: "ООО «Продавец»",
  bank: { iban: "BY48AKBB30120000000000000001" },
} as OfferFacts["offer"]["seller"];

export const facts: OfferFacts = {
  offer: { ...edition, bindings, seller },
  priceList: {
    ...edition,
    id: "prices-1",
    slug: "price-list",
    prices: [{ product: "market-plus", months: 12, amount: 48_000n }],
  },
  rules: { ...edition, id: "rules-1", slug: "usage-rules" },
  discounts: [],
  requisites: { id: "requisites-1", version: 1, value: requisites, paperLanguage: "ru" },
};

export const givenOn = (day: string, settings: Partial<Given["settings"]> = {}): Given => ({
  now: new Date(`${day}T12:00:00+03:00`),
  today: asDay(day),
  calendar: belarusCalendar,
  settings: { ...defaultSettings, ...settings },
});

const ID = "0197f000-0000-7000-8000-000000000001";
export const base = { contractId: ID, version: 1 };

/** The second edition, published on 13.04.2026: in force from the 18th, which is the last day to refuse it. */
export const newerOffer = (changes: Partial<NewerOffer> = {}): NewerOffer => ({
  ...{ id: "0197f000-0000-7000-8000-000000000002", number: 2, sha256: "2" },
  ...{ publishedOn: asDay("2026-04-13"), inForceFrom: asDay("2026-04-18") },
  ...{ refusedOn: null, refusedAt: null, refusalReason: null, answeredAt: null, answer: null },
  ...changes,
});

export const line = (changes: Partial<ContractLine> = {}): ContractLine => ({
  id: "line-1",
  position: 1,
  product: "market-plus",
  portal: "romashka.bitrix24.by",
  months: 12,
  amount: 48_000n,
  continuesFrom: null,
  activeFrom: null,
  activeTo: null,
  activatedOn: null,
  activatedAt: null,
  activatedBy: null,
  evidenceFileId: null,
  ...changes,
});

export const invoice = (changes: Partial<Invoice> = {}): Invoice => ({
  id: "invoice-1",
  number: "26-000145-7",
  status: "live",
  issuedAt: new Date("2026-04-15T12:00:00+03:00"),
  issuedOn: asDay("2026-04-15"),
  validUntil: asDay("2026-04-24"),
  total: 48_000n,
  paid: 0n,
  frozen: {
    seller,
    buyer: requisites,
    lines: [],
    vat: defaultSettings.vat,
    offer: edition,
    priceList: edition,
    validityWorkingDays: 5,
    activationWorkingDays: 15,
    paymentCode: null,
    paymentOrder: null,
  },
  replacesId: null,
  closedReason: null,
  ...changes,
});

export const act = (changes: Partial<Act> = {}): Act => ({
  id: "act-1",
  number: "26-000001-2",
  status: "sent",
  issuedAt: new Date("2026-04-22T12:00:00+03:00"),
  issuedOn: asDay("2026-04-22"),
  channel: "edi",
  frozen: {} as Act["frozen"],
  sentOn: asDay("2026-04-22"),
  ediDocumentId: "002-1",
  trackingNumber: null,
  receivedOn: null,
  answerDueOn: null,
  deemedDueOn: asDay("2026-04-28"),
  signedOn: null,
  signedFileId: null,
  signer: null,
  refusedOn: null,
  refusalReason: null,
  refusalFileId: null,
  deemedOn: null,
  lateSignedOn: null,
  replacesId: null,
  correctionReason: null,
  ...changes,
});

export const contract = (changes: Partial<Contract> = {}): Contract => ({
  id: ID,
  partyId: "party-1",
  version: 1,
  stage: "invoiced",
  act: "none",
  total: 48_000n,
  placedAt: new Date("2026-04-15T12:00:00+03:00"),
  bindings,
  shownOfferId: "offer-1",
  shownPriceListId: "prices-1",
  shownRulesId: "rules-1",
  acceptedOfferId: null,
  paidOn: null,
  creditedOn: null,
  acceptedOn: null,
  concludedAt: null,
  activationDueOn: null,
  actDueOn: null,
  activatedOn: null,
  endsOn: null,
  endedAt: null,
  cancelledAt: null,
  cancelReason: null,
  activationRefusedOn: null,
  activationRefusal: null,
  terminatedOn: null,
  terminationGround: null,
  moneyQuestion: null,
  moneyOutcome: null,
  moneyDecision: null,
  moneySettledOn: null,
  assignmentRefusedOn: null,
  forceMajeure: [],
  newerOffers: [],
  notes: [],
  party: { kind: "legalEntity", name: "ООО «Ромашка»", actChannel: "edi" },
  lines: [line()],
  invoices: [invoice()],
  acts: [],
  ...changes,
});

/** Concluded on 16.04.2026: both clocks of 3.5 end on 11.05.2026. */
export const concluded = (changes: Partial<Contract> = {}): Contract =>
  contract({
    stage: "concluded",
    acceptedOfferId: "offer-1",
    paidOn: asDay("2026-04-15"),
    creditedOn: asDay("2026-04-16"),
    acceptedOn: asDay("2026-04-16"),
    activationDueOn: asDay("2026-05-11"),
    actDueOn: asDay("2026-05-11"),
    invoices: [invoice({ status: "paid", paid: 48_000n })],
    ...changes,
  });

export const active = (changes: Partial<Contract> = {}): Contract =>
  concluded({
    stage: "active",
    activatedOn: asDay("2026-04-22"),
    endsOn: asDay("2027-04-21"),
    lines: [
      line({
        activeFrom: asDay("2026-04-22"),
        activeTo: asDay("2027-04-21"),
        activatedOn: asDay("2026-04-22"),
        activatedAt: new Date("2026-04-22T12:00:00+03:00"),
      }),
    ],
    ...changes,
  });
