import type { Refusal } from "#/lib/action-result.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { OfferedRule } from "#/lib/price-list/discount.ts";
import type { Ground } from "#/lib/refund/refund.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import type { Result } from "#/lib/result.ts";
import type { OfferEdition } from "./accepted-edition.ts";
import type { ForceMajeureCase } from "./force-majeure.ts";
import type { ActFrozen, EditionRef, InvoiceFrozen } from "./frozen.ts";
import type { ActStatus, Stage, Step } from "./machine.ts";
import type { Settings } from "./settings.ts";

export type ContractLine = {
  id: string;
  position: number;
  product: string;
  portal: string;
  months: number;
  amount: Kopecks;
  continuesFrom: Day | null;
  activeFrom: Day | null;
  activeTo: Day | null;
  /** The day of the switch in «Мой тариф»; `activatedAt` is when it was written down. */
  activatedOn: Day | null;
  activatedAt: Date | null;
  activatedBy: string | null;
  evidenceFileId: string | null;
};

export type InvoiceStatus = "live" | "expired" | "cancelled" | "paid";
export type Invoice = {
  id: string;
  number: string;
  status: InvoiceStatus;
  issuedAt: Date;
  issuedOn: Day;
  validUntil: Day;
  total: Kopecks;
  paid: Kopecks;
  frozen: InvoiceFrozen;
  replacesId: string | null;
  closedReason: string | null;
};

export type ActChannel = "edi" | "post";
export type Act = {
  id: string;
  number: string;
  status: Exclude<ActStatus, "none"> | "replaced";
  issuedAt: Date;
  issuedOn: Day;
  channel: ActChannel;
  frozen: ActFrozen;
  sentOn: Day | null;
  ediDocumentId: string | null;
  trackingNumber: string | null;
  receivedOn: Day | null;
  answerDueOn: Day | null;
  deemedDueOn: Day | null;
  signedOn: Day | null;
  signedFileId: string | null;
  /** Of a container of ЭДиН: who signed, as reported; nothing here checked it. */
  signer: string | null;
  refusedOn: Day | null;
  refusalReason: string | null;
  refusalFileId: string | null;
  deemedOn: Day | null;
  lateSignedOn: Day | null;
  replacesId: string | null;
  correctionReason: string | null;
};

/** An order until acceptance, a contract after it (6.1), with everything that its steps decide on. */
export type Contract = {
  id: string;
  partyId: string;
  version: number;
  stage: Stage;
  act: ActStatus;
  total: Kopecks;
  placedAt: Date;
  bindings: EditionBindings;
  shownOfferId: string;
  shownPriceListId: string;
  shownRulesId: string;
  acceptedOfferId: string | null;
  paidOn: Day | null;
  creditedOn: Day | null;
  acceptedOn: Day | null;
  concludedAt: Date | null;
  activationDueOn: Day | null;
  actDueOn: Day | null;
  activatedOn: Day | null;
  endsOn: Day | null;
  endedAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** 4.4.2: the seller said that it will give no access. */
  activationRefusedOn: Day | null;
  activationRefusal: string | null;
  /** The last day of access and of the contract; `terminationGround` is the clause's own word for why. */
  terminatedOn: Day | null;
  terminationGround: TerminationGround | null;
  /** Whether money goes back after 4.4.2 is a question to a lawyer; the program never answers it. */
  moneyQuestion: "open" | "settled" | null;
  moneyOutcome: MoneyOutcome | null;
  moneyDecision: string | null;
  moneySettledOn: Day | null;
  /** 6.3: the last time that the customer asked to hand the contract over and was refused. */
  assignmentRefusedOn: Day | null;
  /** Circumstances declared for this contract or for all (5.2), those before its conclusion too. */
  forceMajeure: ForceMajeureCase[];
  /** Editions of the offer newer than the accepted one, oldest first; none before conclusion. */
  newerOffers: NewerOffer[];
  /** Entries of the log that no record of the contract keeps, oldest first. */
  notes: ContractNote[];
  party: { kind: Requisites["kind"]; name: string; actChannel: ActChannel };
  lines: ContractLine[];
  /** Newest first; the live one, where there is one, is the first. */
  invoices: Invoice[];
  /** Newest first; all but the first are replaced. */
  acts: Act[];
};

/** A later edition as this contract met it (6.2). `refusedOn` is the day of the notice, which staff may write down later. */
export type NewerOffer = OfferEdition & {
  sha256: string;
  refusedOn: Day | null;
  refusedAt: Date | null;
  refusalReason: string | null;
  answeredAt: Date | null;
  answer: string | null;
};

/** What staff did on the customer's word (`data.onBehalf`), a corrected activation, money that is to go back. */
export type ContractNote = {
  seq: number;
  step: string;
  at: Date;
  /** Who wrote it down. */
  by: string;
  reason: string | null;
  data: Record<string, unknown>;
  /** The circumstance whose own chain it stands in. */
  caseId: string | null;
};

export const TERMINATION_GROUNDS = ["fault", "early", "force-majeure"] as const;
export type TerminationGround = (typeof TERMINATION_GROUNDS)[number];
export const MONEY_OUTCOMES = ["refund", "part", "none"] as const;
export type MoneyOutcome = (typeof MONEY_OUTCOMES)[number];

/** What every decision is given besides the contract: the time, the calendar of that time and the seller's settings. */
export type Given = { now: Date; today: Day; calendar: Calendar; settings: Settings };

export type NewInvoice = Pick<Invoice, "issuedOn" | "validUntil" | "total" | "frozen" | "replacesId">;
export type NewAct = Pick<Act, "issuedOn" | "channel" | "frozen" | "replacesId" | "correctionReason">;
export type NewAllocation = {
  paymentId: string;
  invoiceId: string;
  amount: Kopecks;
  kind: "automatic" | "accountant" | "discretion";
  reason: string | null;
  /** The allocation that this one takes back; its amount is negative then. */
  reversesId?: string;
};
export type NewSubscription = { lineId: string; portal: string; from: Day; to: Day };

type Changed<T, K extends keyof T> = { id: string; set: Partial<Pick<T, K>> };

/** One line of history, exactly as the evidence log keeps it (6.7). `data` is plain JSON. */
export type ContractEvent = {
  /** Placing an order founds the contract and a changed calendar moves its terms: neither is a move of the table of life. */
  step: Step | "place-order" | "recount-deadlines";
  clause: string;
  reason?: string;
  data: Record<string, unknown>;
};

/** A decided change: data only, stored mechanically in one transaction with its event and its follow-up work. */
export type ContractChange = {
  stage: Stage;
  act: ActStatus;
  set?: Partial<
    Pick<
      Contract,
      | "total"
      | "bindings"
      | "shownOfferId"
      | "shownPriceListId"
      | "acceptedOfferId"
      | "paidOn"
      | "creditedOn"
      | "acceptedOn"
      | "concludedAt"
      | "activationDueOn"
      | "actDueOn"
      | "activatedOn"
      | "endsOn"
      | "endedAt"
      | "cancelledAt"
      | "cancelReason"
      | "activationRefusedOn"
      | "activationRefusal"
      | "terminatedOn"
      | "terminationGround"
      | "moneyQuestion"
      | "moneyOutcome"
      | "moneyDecision"
      | "moneySettledOn"
      | "assignmentRefusedOn"
    > & { requisitesId: string }
  >;
  lines?: Changed<
    ContractLine,
    | "amount"
    | "continuesFrom"
    | "activeFrom"
    | "activeTo"
    | "activatedOn"
    | "activatedAt"
    | "activatedBy"
    | "evidenceFileId"
  >[];
  invoices?: Changed<Invoice, "status" | "validUntil" | "closedReason">[];
  newInvoice?: NewInvoice;
  acts?: Changed<
    Act,
    | "status"
    | "channel"
    | "sentOn"
    | "ediDocumentId"
    | "trackingNumber"
    | "receivedOn"
    | "answerDueOn"
    | "deemedDueOn"
    | "signedOn"
    | "signedFileId"
    | "signer"
    | "refusedOn"
    | "refusalReason"
    | "refusalFileId"
    | "deemedOn"
    | "lateSignedOn"
  >[];
  newAct?: NewAct;
  allocations?: NewAllocation[];
  /** What is left of payments, asked to go back to their payers; and such refunds taken back. */
  returns?: { paymentId: string; invoiceId: string; amount: Kopecks; ground: Ground; reason: string }[];
  kept?: { id: string; paymentId: string; reason: string }[];
  subscriptions?: NewSubscription[];
  refusesEdition?: { editionId: string; on: Day; reason: string | null };
  answersRefusal?: { editionId: string; answer: string };
  /** A wrongly entered period of access, entered anew; the database asks for the entry of evidence that says so. */
  correctedAccess?: Pick<NewSubscription, "lineId" | "from" | "to">[];
  /** Access of every portal of the contract ends with this day; what was paid for stays written on the lines. */
  accessEndsOn?: Day;
  event: ContractEvent;
};

export type Decision = Result<ContractChange, Refusal>;

/** A contract step: `facts` is what this step alone must know besides contract and `given`. */
export type Decide<Input, Facts = undefined> = (
  contract: Contract,
  input: Input,
  given: Given,
  facts: Facts,
) => Decision;

/** What an order and an invoice need from the document library on a day. */
export type OfferFacts = {
  offer: EditionRef & { bindings: EditionBindings; seller: InvoiceFrozen["seller"] };
  priceList: EditionRef & { prices: { product: string; months: number; amount: Kopecks }[] };
  rules: EditionRef;
  /** Rules off the price list that concern this party on that day. */
  discounts: readonly OfferedRule[];
  requisites: { id: string; version: number; value: Requisites; paperLanguage: PaperLanguage };
};

export const currentInvoice = (contract: Contract): Invoice | null => contract.invoices[0] ?? null;
export const currentAct = (contract: Contract): Act | null => contract.acts[0] ?? null;
