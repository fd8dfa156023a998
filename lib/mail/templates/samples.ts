import { asDay } from "#/lib/calendar/day.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import { type Frame, type RenderedMail, renderMail } from "../render.ts";
import type { MailData, Template } from "../templates.ts";

export const FRAME: Frame = {
  origin: "https://shop.example",
  sender: { shortName: "ООО «Пример»", unp: "190000018", phone: "+375 17 000-00-00", email: "legal@shop.example" },
};

const on = asDay("2026-04-20");
const path = "/cabinet/contracts/1";
const payUntil = { date: asDay("2026-04-28"), days: 5 };
const access = { date: asDay("2026-05-12"), days: 15 };
const recipient = { name: "ООО «Пример»", iban: "BY03ALFA30122J07130010270000", bank: "Альфа-Банк", bic: "ALFABY2X" };
const invoice = {
  path,
  number: "26-000001-1",
  issuedOn: on,
  total: 48_000n,
  payUntil,
  purpose: "Оплата по счету",
  recipient,
};
const act = { path, number: "26-000002-2", issuedOn: on, customer: "ООО «Ромашка»" };
const portals = ["romashka.bitrix24.by", "second.bitrix24.by"];
const lastDay = asDay("2026-07-20");
const link = { path: "/confirm/token", minutes: 30 };
const concluded = {
  path,
  number: "26-000001-1",
  issuedOn: on,
  acceptedOn: on,
  access,
  actDue: access,
  portals,
  customer: "ООО «Ромашка»",
};
const closed = { path, number: "26-000001-1", issuedOn: on, until: on, reason: "Ошибка в счёте" };
const part = { ...invoice, amount: 20_000n, rest: 28_000n };
const deemed = { date: asDay("2026-04-28"), days: 5 };
const termination = { path, number: "26-000001-1", portals, customer: "ООО «Ромашка»", reason: "Портал не наш" };
const reconciliation = {
  ...{ path: "/cabinet/reconciliations/1", number: "26-000007-6", issuedOn: on, customer: "ООО «Ромашка»" },
  ...{ from: asDay("2026-01-01"), to: on, closing: 4900n },
};
const circumstance = {
  ...{ path, number: "26-000001-1", portals, customer: "ООО «Ромашка»", kind: "strike" as const, from: on, to: null },
  expectedTo: lastDay,
  moved: [{ clause: "3.5", from: on, to: lastDay }],
};
const ended = { path, number: "26-000001-1", lastDay, portals };

const published = {
  ...{ path: "/cabinet/editions/2", title: "Публичный сублицензионный договор", number: 2, publishedOn: on },
  ...{ inForceFrom: asDay("2026-04-25"), changes: "Изменены 3.5 и 6.2.", diffPath: "/documents/offer/2/diff/1" },
};
const editionRefused = {
  ...{ path: "/cabinet/editions/2", number: 2, invoice: "26-000001-1", customer: "ООО «Ромашка»" },
  reason: "Не согласны с новым сроком активации",
};

/** One of each letter, with everything in it; the people are invented. A template without a sample does not compile. */
export const SAMPLES: { [T in Template]: MailData<T> } = {
  "invoice-issued": invoice,
  "invoice-expired": closed,
  "invoice-cancelled": closed,
  "payment-part": part,
  "payment-discretion": { ...part, reason: "Номер счёта не указан" },
  "purpose-hint": part,
  "payment-released": { ...part, reason: "Зачислено по ошибке" },
  "difference-asked": { ...part, replaces: "26-000001-9", carried: 20_000n, reason: "Деньги пришли после срока счёта" },
  "payment-to-return": {
    path,
    number: "26-000001-1",
    issuedOn: on,
    amount: 20_000n,
    reason: "Счёт истёк, клиент отказался",
  },
  refund: {
    ...{ path: "/cabinet/refunds", event: "close-refund", clause: "3.4", amount: 20_000n, number: "R26-000003-1" },
    reason: "Переплата по счёту подтверждена",
  },
  "staff-refund": {
    ...{ path: "/staff/refunds/1", event: "prepare-refund", clause: "3.4", amount: 20_000n, number: "R26-000003-1" },
    ...{ payer: "ООО «Ромашка»", reason: "Переплата по счёту подтверждена" },
  },
  "payment-kept": { path, number: "26-000001-1", issuedOn: on, amount: 20_000n, reason: "Клиент передумал" },
  "requisites-entered": { path: "/cabinet/company", validFrom: on },
  "order-placed": { path, portals, reason: null },
  "order-cancelled": { path, portals, reason: "Передумали" },
  "contract-concluded": concluded,
  "activation-corrected": {
    ...{ path, portal: "romashka.bitrix24.by", from: on, to: lastDay, was: { from: asDay("2026-04-19"), to: lastDay } },
    ...{ replacesAct: "26-000002-2", reason: "Дата введена с ошибкой" },
  },
  "access-active": { path, portal: "romashka.bitrix24.by", from: on, to: lastDay },
  "act-sent": { ...act, channel: "edi", sentOn: on, carrierId: "EDN-1", answerDays: 3, deemed, clause: "3.6" },
  "act-received": { ...act, receivedOn: on, answer: { date: asDay("2026-04-23"), days: 3 }, deemed, clause: "3.7" },
  "act-signed": act,
  "act-refused": { ...act, refusedOn: on, reason: "Не тот портал" },
  "act-corrected": { ...act, replaces: "26-000001-9", reason: "Исправлен портал" },
  "act-deemed": { ...act, deemedOn: on },
  "contract-ended": ended,
  "subscription-ends": { ...ended, days: 7, safePayment: { date: asDay("2026-06-26"), days: 15 } },
  "staff-contract-concluded": concluded,
  "staff-act-to-send": { ...act, actDue: access },
  "staff-act-signed": act,
  "staff-act-refused": { ...act, refusedOn: on, reason: "Не тот портал" },
  "staff-act-deemed": { ...act, deemedOn: on },
  "staff-order-cancelled": { path, portals, reason: null },
  "staff-contract-ended": ended,
  "activation-refused": termination,
  "staff-activation-refused": termination,
  "terminated-by-fault": { ...termination, terminatedOn: on },
  "staff-terminated-by-fault": { ...termination, terminatedOn: on },
  "terminated-early": { ...termination, reason: null, terminatedOn: on },
  "staff-terminated-early": { ...termination, reason: null, terminatedOn: on },
  withdrawn: { ...termination, reason: null, terminatedOn: on },
  "staff-withdrawn": { ...termination, reason: null, terminatedOn: on },
  "force-majeure": circumstance,
  "staff-force-majeure": circumstance,
  "force-majeure-ended": { ...circumstance, to: lastDay },
  "money-settled": { ...termination, outcome: "refund" },
  "assignment-refused": { ...termination, reason: null },
  "edition-published": { ...published, refuseUntil: { date: asDay("2026-04-25"), days: 5 }, toPay: true },
  "document-published": { ...published, path: "/documents/price-list/2", title: "Прейскурант" },
  "edition-refused": { ...editionRefused, refusedOn: on },
  "staff-edition-refused": { ...editionRefused, path: "/staff/documents/refusals", refusedOn: on },
  "edition-refusal-answered": editionRefused,
  "account-replaced": {
    ...invoice,
    ...{ replaces: "26-000001-9", from: "BY48AKBB30120000000000000001", reason: "Продавец сменил банк" },
  },
  "deadlines-moved": {
    path,
    number: "26-000001-1",
    portals,
    moved: [{ clock: "activation", clause: "3.5", from: on, to: asDay("2026-05-12") }],
    by: { kind: "transfer", off: on, worked: asDay("2026-04-25"), resolution: "постановление от 22.07.2025 № 397" },
    reason: "Введён перенос",
  },
  "reconciliation-drawn": reconciliation,
  "reconciliation-answered": reconciliation,
  "reconciliation-agreed": reconciliation,
  "staff-reconciliation-disputed": { ...reconciliation, path: "/staff/reconciliations/1" },
  "staff-reconciliation-agreed": { ...reconciliation, path: "/staff/reconciliations/1" },
  "month-pack": {
    ...{ path: "/cabinet/statement", from: asDay("2026-03-01"), to: asDay("2026-03-31") },
    ...{ papers: 4, missing: 1, closing: -4900n, attached: true },
  },
  "evidence-head": { path: "/evidence", day: on, entries: 57, seq: 12, root: "0f".repeat(32) },
  "staff-books-alarm": {
    path: "/staff/books/close",
    findings: [
      { law: "bank-balance", count: 1, example: "-48000" },
      { law: "allocation-not-as-it-is", count: 2, example: "0198c0de-0000-7000-8000-000000000001" },
      {
        ...{ law: "invoice-number", count: 1, example: "26-000145-7" },
        gap: {
          ...{ year: 2026, cause: "row-gone" },
          before: { number: "26-000144-0", at: "2026-04-20T08:00:00Z" },
          after: { number: "26-000146-2", at: "2026-04-20T09:30:00Z" },
        },
      },
    ],
  },
  "staff-digest": {
    path: "/staff",
    day: on,
    lines: [
      { group: "late", figure: "activationsLate", count: 1, path: "/staff/activations?due=late" },
      { group: "today", figure: "actsToSendToday", count: 2, path: "/staff/acts?state=send" },
      { group: "waits", figure: "unidentified", count: 5, path: "/staff/payments?state=unidentified" },
    ],
  },
  "erasure-asked": { path: "/cabinet/account/data", askedOn: on, due: asDay("2026-05-05") },
  "staff-erasure-asked": { path: "/staff/privacy/1", askedOn: on, due: asDay("2026-05-05") },
  "erasure-refused": { path: "/cabinet/account/data", reason: "Идёт договор: данные нужны, чтобы его исполнить" },
  "erasure-done": { path: "/documents/privacy-policy", on, kept: ["invoices", "acts", "running"] },
  "confirm-email": link,
  "reset-password": link,
  invitation: link,
  "staff-invitation": link,
  "already-registered": { path: "/sign-in" },
  "password-changed": { path: "/account" },
  "new-device": { path: "/account" },
};

/** A letter as it would be written about the sample: the preview of the back office. */
export const sampleMail = <T extends Template>(template: T, locale: Locale): RenderedMail =>
  renderMail(template, locale, SAMPLES[template], FRAME);
