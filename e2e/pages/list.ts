import fs from "node:fs";
import path from "node:path";

import type { Permission } from "#/lib/access/permissions.ts";
import type { Ids } from "../access/objects.ts";
import { DIST } from "../fixtures/house.ts";

export type Audience =
  | "everybody"
  /** Ways in: whoever is in already is sent on. */
  | "signed-out"
  | "newcomer-or-customer"
  | "customer"
  /** Members whose role has this line of the matrix. */
  | { customer: Permission }
  /** Staff with this line of the matrix. */
  | { staff: Permission };

export type PageRow = {
  for: Audience;
  /** What stands in the brackets of the address: an id of these things, or a fixed word. */
  fill?: (ids: Ids) => string[];
  /** A crossing that shows nothing itself. */
  crossing?: true;
};

const staff = (permission: Permission, fill?: PageRow["fill"]): PageRow => ({
  for: { staff: permission },
  ...(fill && { fill }),
});
const customer: PageRow = { for: "customer" };
const token = () => ["x".repeat(43)];

/** Every page of the house. The suites take the list of pages from Next's manifest: one without a row here fails. */
export const PAGES: Record<string, PageRow> = {
  "/": { for: "everybody" },
  "/help": { for: "everybody" },
  "/dates": { for: "everybody" },
  "/evidence": { for: "everybody" },
  "/staff/documents/papers": staff("edition.read"),
  "/staff/documents/papers/[kind]": staff("edition.read", () => ["act"]),
  "/verify": { for: "everybody" },
  "/verify/[code]": { for: "everybody", fill: () => ["K7QM2X9D4RTN"] },
  "/order": { for: "everybody", crossing: true },
  "/check": { for: "everybody" },
  "/catalog": { for: "everybody" },
  "/catalog/[product]": { for: "everybody", fill: () => ["defiant-apps"] },
  "/documents": { for: "everybody" },
  "/documents/compare": { for: "everybody" },
  "/documents/[slug]": { for: "everybody", fill: () => ["license-bitrix24-market"] },
  "/documents/[slug]/[edition]": { for: "everybody", fill: () => ["price-list", "1"] },
  "/documents/[slug]/[edition]/diff/[other]": { for: "everybody", fill: () => ["price-list", "1", "1"] },
  "/demo/mailbox": { for: "everybody" },
  "/demo/mailbox/codes": { for: "everybody" },
  "/demo/mailbox/[id]": { for: "everybody", fill: ({ mailId }) => [mailId] },

  "/sign-in": { for: "signed-out" },
  "/sign-in/second-factor": { for: "signed-out", crossing: true },
  "/sign-up": { for: "signed-out" },
  "/reset": { for: "signed-out" },
  "/reset/[token]": { for: "signed-out", fill: token },
  "/confirm/[token]": { for: "signed-out", fill: token },
  "/invitation/[token]": { for: "signed-out", fill: token },
  "/account": { for: "everybody", crossing: true },

  "/cabinet": customer,
  "/cabinet/account": { for: "newcomer-or-customer" },
  "/cabinet/account/data": { for: "newcomer-or-customer" },
  "/cabinet/account/second-factor": { for: "newcomer-or-customer" },
  "/cabinet/acts": customer,
  "/cabinet/calendar": customer,
  "/cabinet/company": customer,
  "/cabinet/company/edit": { for: { customer: "party.update-requisites" } },
  "/cabinet/company/new": { for: "newcomer-or-customer" },
  "/cabinet/contracts": customer,
  "/cabinet/contracts/[id]": { for: "customer", fill: ({ contractId }) => [contractId] },
  "/cabinet/contracts/[id]/text": { for: "customer", fill: ({ contractId }) => [contractId] },
  "/cabinet/editions/[edition]": { for: "customer", fill: () => ["1"] },
  "/cabinet/invoices": customer,
  "/cabinet/notices": customer,
  "/cabinet/notices/settings": customer,
  "/cabinet/orders/new": customer,
  "/cabinet/people": customer,
  "/cabinet/portals": customer,
  "/cabinet/refunds": customer,
  "/cabinet/reconciliations": customer,
  "/cabinet/reconciliations/[id]": { for: "customer", fill: ({ reconciliationId }) => [reconciliationId] },
  "/cabinet/statement": customer,

  "/staff": staff("staff.read"),
  "/staff/account": staff("account.manage"),
  "/staff/activations": staff("staff.read"),
  "/staff/acts": staff("staff.read"),
  "/staff/acts/edi": staff("staff.read"),
  "/staff/acts/post": staff("contract.send-act"),
  "/staff/acts/scans": staff("scan.intake"),
  "/staff/acts/scans/[id]": staff("scan.intake", ({ stackId }) => [stackId]),
  "/staff/books": staff("books.read"),
  "/staff/books/close": staff("books.read"),
  "/staff/books/entries": staff("books.read"),
  "/staff/calendar": staff("staff.read"),
  "/staff/documents": staff("edition.read"),
  "/staff/documents/new": staff("edition.draft"),
  "/staff/documents/snapshots": staff("edition.read"),
  "/staff/documents/import/[fileId]": staff("edition.draft", ({ editionFileId }) => [editionFileId]),
  "/staff/documents/drafts/[id]": staff("edition.read", ({ draftId }) => [draftId]),
  "/staff/documents/drafts/[id]/text": staff("edition.read", ({ draftId }) => [draftId]),
  "/staff/documents/drafts/[id]/terms": staff("edition.read", ({ draftId }) => [draftId]),
  "/staff/documents/drafts/[id]/preview": staff("edition.read", ({ draftId }) => [draftId]),
  "/staff/documents/drafts/[id]/diff": staff("edition.read", ({ draftId }) => [draftId]),
  "/staff/documents/accounts": staff("staff.read"),
  "/staff/documents/refusals": staff("staff.read"),
  "/staff/force-majeure": staff("force-majeure.read"),
  "/staff/calendar/ending": staff("staff.read"),
  "/staff/catalog": staff("staff.read"),
  "/staff/catalog/new": staff("catalog.edit"),
  "/staff/catalog/import": staff("catalog.edit"),
  "/staff/catalog/import/[fileId]": staff("catalog.edit", ({ catalogFileId }) => [catalogFileId]),
  "/staff/catalog/[id]": staff("staff.read", ({ productId }) => [productId]),
  "/staff/clock": staff("clock.move"),
  "/staff/contracts": staff("contract.read"),
  "/staff/contracts/[id]": staff("contract.read", ({ contractId }) => [contractId]),
  "/staff/contracts/[id]/text": staff("contract.read", ({ contractId }) => [contractId]),
  "/staff/help": staff("staff.read"),
  "/staff/mail": staff("mail.read"),
  "/staff/mail/templates": staff("mail.read"),
  "/staff/mail/templates/[name]": staff("mail.read", () => ["act-sent"]),
  "/staff/numbers": staff("staff.read"),
  "/staff/parties": staff("party.read"),
  "/staff/parties/[id]": staff("party.read", ({ partyId }) => [partyId]),
  "/staff/parties/[id]/order": staff("contract.place-order", ({ partyId }) => [partyId]),
  "/staff/parties/[id]/requisites": staff("party.update-requisites", ({ partyId }) => [partyId]),
  "/staff/payments": staff("payment.read"),
  "/staff/payments/match": staff("payment.read"),
  "/staff/payments/[id]": staff("payment.read", ({ paymentId }) => [paymentId]),
  "/staff/payments/statements": staff("statement.read"),
  "/staff/payments/statements/[id]": staff("statement.read", ({ statementId }) => [statementId]),
  "/staff/payments/statements/new": staff("statement.import"),
  "/staff/payments/statements/balances": staff("statement.import"),
  "/staff/payments/statements/bank": staff("statement.import"),
  "/staff/payments/statements/profiles": staff("statement.import"),
  "/staff/payments/statements/profiles/map": staff("statement.import"),
  "/staff/payments/statements/preview/[fileId]": staff("statement.import", ({ statementFileId }) => [statementFileId]),
  "/staff/privacy": staff("privacy.read"),
  "/staff/privacy/[id]": staff("privacy.read", ({ privacyRequestId }) => [privacyRequestId]),
  "/staff/prices": staff("discount.read"),
  "/staff/reconciliations": staff("party.read"),
  "/staff/reconciliations/[id]": staff("party.read", ({ reconciliationId }) => [reconciliationId]),
  "/staff/refunds": staff("refund.read"),
  "/staff/refunds/[id]": staff("refund.read", ({ refundId }) => [refundId]),
  "/staff/reports": staff("books.read"),
  "/staff/reports/analysis": staff("books.read"),
  "/staff/reports/export": staff("books.export"),
  "/staff/reports/months": staff("books.read"),
  "/staff/settings": staff("settings.read"),
  "/staff/users": staff("user.add-staff"),
};

/** Everything that answers to an address, by Next's own list: `pages` as people know them, `routes` for programs. */
export function addressesOfTheBuild(): { pages: string[]; routes: string[] } {
  const file = path.join(DIST, "server/app-paths-manifest.json");
  const keys = Object.keys(JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, string>).sort();
  const of = (end: string) =>
    keys
      .filter((key) => key.endsWith(end) && !/^\/_(not-found|global-error)\//.test(key))
      .map((key) => key.slice(0, -end.length).replace(/\/\([^)]+\)/g, "") || "/")
      .sort();
  return { pages: of("/page"), routes: of("/route") };
}

/** The address of a page about these things. */
export function fillIn(pattern: string, row: PageRow, ids: Ids): string {
  const values = row.fill?.(ids) ?? [];
  return pattern.replace(/\[[^\]]+\]/g, () => encodeURIComponent(values.shift() ?? "x"));
}
