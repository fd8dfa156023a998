import * as account from "./templates/account.ts";
import * as act from "./templates/act.ts";
import { booksAlarm } from "./templates/books.ts";
import * as contract from "./templates/contract.ts";
import * as deadlines from "./templates/deadlines.ts";
import { digest } from "./templates/digest.ts";
import * as edition from "./templates/edition.ts";
import * as evidence from "./templates/evidence.ts";
import * as forceMajeure from "./templates/force-majeure.ts";
import * as invoice from "./templates/invoice.ts";
import * as privacy from "./templates/privacy.ts";
import * as reconciliation from "./templates/reconciliation.ts";
import * as refund from "./templates/refund.ts";
import * as termination from "./templates/termination.ts";

/** Every letter that the shop can write. The name is stored with the mail. */
export const TEMPLATES = {
  "invoice-issued": invoice.invoiceIssued,
  "invoice-expired": invoice.invoiceExpired,
  "invoice-cancelled": invoice.invoiceCancelled,
  "payment-part": invoice.paymentPart,
  "payment-discretion": invoice.paymentDiscretion,
  "purpose-hint": invoice.purposeHint,
  "payment-released": invoice.paymentReleased,
  "difference-asked": invoice.differenceAsked,
  "payment-to-return": invoice.paymentReturn("paymentToReturn"),
  "payment-kept": invoice.paymentReturn("paymentKept"),
  "order-placed": invoice.orderPlaced,
  "requisites-entered": contract.requisitesEntered,
  "order-cancelled": invoice.orderCancelled("customer"),
  "contract-concluded": contract.concluded("customer"),
  "access-active": contract.accessActive,
  "activation-corrected": contract.activationCorrected,
  "act-sent": act.actSent,
  "act-received": act.actReceived,
  "act-signed": act.actSigned("customer"),
  "act-refused": act.actRefused("customer"),
  "act-corrected": act.actCorrected,
  "act-deemed": act.actDeemed("customer"),
  "contract-ended": contract.ended("customer"),
  "subscription-ends": contract.subscriptionEnds,
  "staff-contract-concluded": contract.concluded("staff"),
  "staff-act-to-send": act.actToSend,
  "staff-act-signed": act.actSigned("staff"),
  "staff-act-refused": act.actRefused("staff"),
  "staff-act-deemed": act.actDeemed("staff"),
  "staff-order-cancelled": invoice.orderCancelled("staff"),
  "staff-contract-ended": contract.ended("staff"),
  "activation-refused": termination.activationRefused("customer"),
  "staff-activation-refused": termination.activationRefused("staff"),
  "terminated-by-fault": termination.terminatedByFault("customer"),
  "staff-terminated-by-fault": termination.terminatedByFault("staff"),
  "terminated-early": termination.terminatedEarly("customer"),
  "staff-terminated-early": termination.terminatedEarly("staff"),
  withdrawn: termination.withdrawn("customer"),
  "staff-withdrawn": termination.withdrawn("staff"),
  "force-majeure": forceMajeure.forceMajeure("customer"),
  "staff-force-majeure": forceMajeure.forceMajeure("staff"),
  "force-majeure-ended": forceMajeure.forceMajeureEnded,
  "money-settled": termination.moneySettled,
  "assignment-refused": termination.assignmentRefused,
  "edition-published": edition.editionPublished,
  "document-published": edition.documentPublished,
  "edition-refused": edition.editionRefused("customer"),
  "staff-edition-refused": edition.editionRefused("staff"),
  "edition-refusal-answered": edition.refusalAnswered,
  "account-replaced": edition.accountReplaced,
  "deadlines-moved": deadlines.deadlinesMoved,
  "reconciliation-drawn": reconciliation.toCustomer("reconciliationDrawn"),
  "reconciliation-answered": reconciliation.toCustomer("reconciliationAnswered"),
  "reconciliation-agreed": reconciliation.toCustomer("reconciliationAgreed"),
  "staff-reconciliation-disputed": reconciliation.toStaff("reconciliationDisputed"),
  "staff-reconciliation-agreed": reconciliation.toStaff("reconciliationAgreed"),
  "month-pack": reconciliation.monthPack,
  "evidence-head": evidence.head,
  refund: refund.refund,
  "staff-refund": refund.staffRefund,
  "erasure-asked": privacy.erasureAsked("customer"),
  "staff-erasure-asked": privacy.erasureAsked("staff"),
  "erasure-refused": privacy.erasureRefused,
  "erasure-done": privacy.erasureDone,
  "staff-books-alarm": booksAlarm,
  "staff-digest": digest,
  "confirm-email": account.oneTime("confirmEmail"),
  "reset-password": account.oneTime("resetPassword"),
  invitation: account.oneTime("invitation"),
  "staff-invitation": account.oneTime("staffInvitation"),
  "already-registered": account.told("alreadyRegistered"),
  "password-changed": account.told("passwordChanged"),
  "new-device": account.told("newDevice"),
} as const;

export type Template = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as Template[];
export const isTemplate = (name: string): name is Template => Object.hasOwn(TEMPLATES, name);
export type MailData<T extends Template> = Parameters<(typeof TEMPLATES)[T]>[1];

/** Their letters carry a usable secret: the stored body is blanked once they are on their way. */
export const ONE_TIME: ReadonlySet<string> = new Set<Template>([
  "confirm-email",
  "reset-password",
  "invitation",
  "staff-invitation",
]);
