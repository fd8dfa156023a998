import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { Day } from "#/lib/calendar/day.ts";
import type { MoneyOutcome, TerminationGround } from "#/lib/contract/contract.ts";
import type { ActFrozen, InvoiceFrozen } from "#/lib/contract/frozen.ts";
import type { ActStatus, Stage } from "#/lib/contract/machine.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { editions } from "./documents.ts";
import { parties, requisitesVersions } from "./parties.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });
const day = () => date({ mode: "string" }).$type<Day>();
const kopecks = () => bigint({ mode: "bigint" });

/** From the order to its end. It is an order until acceptance, a contract after it (6.1). */
export const contracts = snakeCase.table(
  "contracts",
  {
    id: uuid().primaryKey(),
    partyId: uuid()
      .notNull()
      .references(() => parties.id),
    version: integer().notNull().default(1),
    stage: text().$type<Stage>().notNull(),
    act: text().$type<ActStatus>().notNull().default("none"),
    total: kopecks().notNull(),
    placedAt: at().notNull(),
    placedBy: text().notNull(),
    requisitesId: uuid()
      .notNull()
      .references(() => requisitesVersions.id),
    /** Editions that were on the screen when the order was placed. */
    shownOfferId: uuid()
      .notNull()
      .references(() => editions.id),
    shownPriceListId: uuid()
      .notNull()
      .references(() => editions.id),
    shownRulesId: uuid()
      .notNull()
      .references(() => editions.id),
    acceptedOfferId: uuid().references(() => editions.id),
    bindings: jsonb().$type<EditionBindings>().notNull(),
    /** 3.2: date of acceptance = date of payment; 3.4: the money on the account. Both are kept. */
    paidOn: day(),
    creditedOn: day(),
    acceptedOn: day(),
    concludedAt: at(),
    activationDueOn: day(),
    actDueOn: day(),
    activatedOn: day(),
    endsOn: day(),
    endedAt: at(),
    cancelledAt: at(),
    cancelReason: text(),
    activationRefusedOn: day(),
    activationRefusal: text(),
    terminatedOn: day(),
    terminationGround: text().$type<TerminationGround>(),
    moneyQuestion: text().$type<"open" | "settled">(),
    moneyOutcome: text().$type<MoneyOutcome>(),
    moneyDecision: text(),
    moneySettledOn: day(),
    assignmentRefusedOn: day(),
  },
  (t) => [
    index("contracts_party").on(t.partyId, t.placedAt.desc().nullsFirst(), t.id),
    index("contracts_placed").on(t.placedAt.desc().nullsFirst(), t.id),
    index("contracts_activation").on(t.activationDueOn, t.id).where(sql`${t.stage} = 'concluded'`),
    index("contracts_act").on(t.act, t.stage).where(sql`${t.act} <> 'none'`),
    index("contracts_money").on(t.terminatedOn, t.id).where(sql`${t.moneyQuestion} = 'open'`),
    index("contracts_end").on(t.endsOn).where(sql`${t.stage} = 'active'`),
  ],
);

/** One certificate for one portal and one paid period. */
export const contractLines = snakeCase.table(
  "contract_lines",
  {
    id: uuid().primaryKey(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    partyId: uuid().notNull(),
    position: integer().notNull(),
    product: text().notNull(),
    portal: text().notNull(),
    months: integer().notNull(),
    amount: kopecks().notNull(),
    /** A renewal continues the old period: the day after which this one starts. */
    continuesFrom: day(),
    activeFrom: day(),
    activeTo: day(),
    /** The day of the switch in «Мой тариф»; `activatedAt` is when it was written down. */
    activatedOn: day(),
    activatedAt: at(),
    activatedBy: text(),
    evidenceFileId: uuid(),
  },
  (t) => [
    unique("contract_lines_position").on(t.contractId, t.position),
    index("contract_lines_portal").on(t.portal),
    index("contract_lines_party").on(t.partyId),
    index("contract_lines_ending").on(t.activeTo).where(sql`${t.activeTo} is not null`),
  ],
);

export const invoices = snakeCase.table(
  "invoices",
  {
    id: uuid().primaryKey(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    partyId: uuid().notNull(),
    year: integer().notNull(),
    sequence: integer().notNull(),
    number: text().notNull().unique(),
    status: text().$type<"live" | "expired" | "cancelled" | "paid">().notNull(),
    issuedAt: at().notNull(),
    issuedOn: day().notNull(),
    validUntil: day().notNull(),
    total: kopecks().notNull(),
    /** Kept by the trigger of `allocations`; never over the total. */
    paid: kopecks().notNull().default(0n),
    frozen: jsonb().$type<InvoiceFrozen>().notNull(),
    replacesId: uuid(),
    closedReason: text(),
  },
  (t) => [
    unique("invoices_sequence").on(t.year, t.sequence),
    uniqueIndex("invoices_one_live").on(t.contractId).where(sql`${t.status} = 'live'`),
    index("invoices_party").on(t.partyId, t.issuedAt.desc().nullsFirst()),
    // The oldest invoices of one sum, for payments that say nothing else.
    index("invoices_live_sum").on(t.total, t.issuedOn, t.number).where(sql`${t.status} = 'live'`),
    index("invoices_expiry").on(t.validUntil).where(sql`${t.status} = 'live'`),
    index("invoices_contract").on(t.contractId),
    // Papers are large and stored apart: the day's count of old accounts must not open each.
    index("invoices_live_account").on(sql`(${t.frozen} #>> '{seller,bank,iban}')`).where(sql`${t.status} = 'live'`),
    index("invoices_part_paid")
      .on(t.validUntil, t.id)
      .where(sql`${t.status} in ('live', 'expired') and ${t.paid} > 0 and ${t.paid} < ${t.total}`),
  ],
);

export const acts = snakeCase.table(
  "acts",
  {
    id: uuid().primaryKey(),
    contractId: uuid()
      .notNull()
      .references(() => contracts.id),
    partyId: uuid().notNull(),
    year: integer().notNull(),
    sequence: integer().notNull(),
    number: text().notNull().unique(),
    status: text().$type<Exclude<ActStatus, "none"> | "replaced">().notNull(),
    issuedAt: at().notNull(),
    issuedOn: day().notNull(),
    channel: text().$type<"edi" | "post">().notNull(),
    frozen: jsonb().$type<ActFrozen>().notNull(),
    sentOn: day(),
    ediDocumentId: text(),
    trackingNumber: text(),
    receivedOn: day(),
    answerDueOn: day(),
    deemedDueOn: day(),
    signedOn: day(),
    signedFileId: uuid(),
    /** Of a container of ЭДиН: who signed as the operator reports it. Nothing here checked it. */
    signer: text(),
    refusedOn: day(),
    refusalReason: text(),
    refusalFileId: uuid(),
    deemedOn: day(),
    lateSignedOn: day(),
    replacesId: uuid(),
    correctionReason: text(),
  },
  (t) => [
    unique("acts_sequence").on(t.year, t.sequence),
    uniqueIndex("acts_one_live").on(t.contractId).where(sql`${t.status} <> 'replaced'`),
    index("acts_party").on(t.partyId, t.issuedAt.desc().nullsFirst()),
    index("acts_contract").on(t.contractId),
    index("acts_deemed").on(t.deemedDueOn).where(sql`${t.status} in ('sent', 'received')`),
  ],
);
