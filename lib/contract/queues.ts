import type { StaffRole } from "#/lib/access/actor.ts";
import type { Permission } from "#/lib/access/permissions.ts";

/** One number of the day: a queue's length, or the part of it that is late or due today. */
export type Figure =
  | "activations"
  | "activationsLate"
  | "activationsToday"
  | "payments"
  | "paymentsLate"
  | "unidentified"
  | "secondPerson"
  | "actsToSend"
  | "actsToSendLate"
  | "actsToSendToday"
  | "actsWaiting"
  | "actsRefused"
  | "ediArrivals"
  | "ediArrivalsLate"
  | "ediUnsent"
  | "ediUnsentLate"
  | "scansWaiting"
  | "invoicesExpiring"
  | "moneyQuestions"
  | "editionRefusals"
  | "oldAccounts"
  | "forceMajeure"
  | "privacyRequests"
  | "privacyLate"
  | "privacyToday"
  | "draftsToCheck"
  | "draftsToRelease"
  | "mailFailed"
  | "booksDiffer"
  | "refundsToDecide"
  | "refundsToPrepare"
  | "refundsToApprove"
  | "refundsAtBank";
/** `unmatched`: lines that the program itself has not looked at yet; nobody's work. */
export type QueueCounts = Record<Figure | "unmatched", number>;

type Part = { figure: Figure; path: string };
type Queue = {
  /** The list where these rows are. */
  path: string;
  allow: Permission;
  /** Whose work it is; the director answers for all of it. */
  role: StaffRole;
  late?: Part;
  today?: Part;
};

/** The queues of the back office in the order of the day's work: the today page and the morning letter read this table. */
export const QUEUES = {
  activations: {
    path: "/staff/activations",
    allow: "staff.read",
    role: "sales",
    late: { figure: "activationsLate", path: "/staff/activations?due=late" },
    today: { figure: "activationsToday", path: "/staff/activations?due=today" },
  },
  payments: {
    path: "/staff/payments?state=decide",
    allow: "payment.read",
    role: "accountant",
    late: { figure: "paymentsLate", path: "/staff/payments?state=decide" },
  },
  unidentified: { path: "/staff/payments?state=unidentified", allow: "payment.read", role: "accountant" },
  secondPerson: { path: "/staff/payments/match?state=second", allow: "payment.second-person", role: "accountant" },
  actsToSend: {
    path: "/staff/acts?state=send",
    allow: "staff.read",
    role: "accountant",
    late: { figure: "actsToSendLate", path: "/staff/acts?state=send" },
    today: { figure: "actsToSendToday", path: "/staff/acts?state=send" },
  },
  actsWaiting: { path: "/staff/acts?state=waiting", allow: "staff.read", role: "accountant" },
  actsRefused: { path: "/staff/acts?state=refused", allow: "staff.read", role: "lawyer" },
  ediArrivals: {
    path: "/staff/acts/edi",
    allow: "edi.settle",
    role: "accountant",
    late: { figure: "ediArrivalsLate", path: "/staff/acts/edi" },
  },
  ediUnsent: {
    path: "/staff/acts/edi",
    allow: "contract.send-act",
    role: "accountant",
    late: { figure: "ediUnsentLate", path: "/staff/acts/edi" },
  },
  scansWaiting: { path: "/staff/acts/scans", allow: "scan.intake", role: "accountant" },
  invoicesExpiring: { path: "/staff/contracts?stage=invoiced", allow: "staff.read", role: "sales" },
  moneyQuestions: { path: "/staff/contracts?money=open", allow: "contract.settle-money-question", role: "lawyer" },
  refundsToDecide: { path: "/staff/refunds?state=requested", allow: "refund.decide", role: "lawyer" },
  refundsToPrepare: { path: "/staff/refunds?state=granted", allow: "refund.prepare", role: "accountant" },
  refundsToApprove: { path: "/staff/refunds?state=prepared", allow: "refund.approve", role: "director" },
  refundsAtBank: { path: "/staff/refunds?state=approved", allow: "refund.close", role: "accountant" },
  editionRefusals: { path: "/staff/documents/refusals", allow: "staff.read", role: "lawyer" },
  oldAccounts: { path: "/staff/documents/accounts", allow: "staff.read", role: "accountant" },
  forceMajeure: { path: "/staff/force-majeure", allow: "force-majeure.read", role: "lawyer" },
  privacyRequests: {
    path: "/staff/privacy",
    allow: "privacy.read",
    role: "lawyer",
    late: { figure: "privacyLate", path: "/staff/privacy" },
    today: { figure: "privacyToday", path: "/staff/privacy" },
  },
  draftsToCheck: { path: "/staff/documents", allow: "edition.check", role: "lawyer" },
  draftsToRelease: { path: "/staff/documents", allow: "edition.release", role: "director" },
  booksDiffer: { path: "/staff/books/close", allow: "books.read", role: "accountant" },
  mailFailed: { path: "/staff/mail?state=failed", allow: "mail.read", role: "admin" },
} as const satisfies Partial<Record<Figure, Queue>>;

export type QueueName = keyof typeof QUEUES;
export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];
export const queueOf = (name: QueueName): Queue => QUEUES[name];
