import type { Day } from "#/lib/calendar/day.ts";
import type { Act, Contract, ContractEvent, Invoice, MoneyOutcome } from "#/lib/contract/contract.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { invoiceModel } from "#/lib/documents/invoice/model.ts";
import type { BehalfNote } from "./body.ts";
import { cabinetEdition, customerContract, newOrder, STAFF_REFUSALS, staffContract } from "./paths.ts";
import type { ActData } from "./templates/act.ts";
import type { DeadlinesData, MovedBy } from "./templates/deadlines.ts";
import type { ForceMajeureData } from "./templates/force-majeure.ts";
import type { InvoiceData, PartPaidData, ReturnData } from "./templates/invoice.ts";
import type { MailData, Template } from "./templates.ts";

/** A step that was taken, as the evidence log keeps it. */
export type ToldEvent = Pick<ContractEvent, "step" | "data"> & {
  reason: string | null;
  actorKind: string;
  actorName?: string;
};
export type Told = { contract: Contract; event: ToldEvent };

export type ContractTemplate = Exclude<
  Template,
  | "confirm-email"
  | "reset-password"
  | "invitation"
  | "staff-invitation"
  | "already-registered"
  | "password-changed"
  | "new-device"
  | "subscription-ends"
  | "requisites-entered"
  | "edition-published"
  | "document-published"
  | "evidence-head"
  | "staff-digest"
  | "erasure-asked"
  | "staff-erasure-asked"
  | "erasure-refused"
  | "erasure-done"
>;

/** The customer's word that a person of the house acted on, for the letter that tells the customer of it. */
export function behalfOf({ event }: Told): BehalfNote | undefined {
  const word = event.data.onBehalf as Pick<OnBehalf, "how" | "reason"> | undefined;
  return word && { how: word.how, reason: word.reason, by: event.actorName ?? "" };
}

/**
 * What each letter needs, from the step as it was recorded and the frozen rows that it names. The contract may have moved on
 * since: a letter written late still speaks of its own invoice and act.
 */
export const NOTICE_DATA: { [T in ContractTemplate]: (told: Told) => MailData<T> } = {
  "invoice-issued": (told) => payable(told),
  "payment-part": (told) => allocated(told),
  "payment-discretion": (told) => ({ ...allocated(told), reason: told.event.reason }),
  "payment-released": (told) => ({ ...allocated(told), reason: told.event.reason }),
  "difference-asked": (told) => ({
    ...payable(told),
    replaces: text(told.event, "replaces"),
    carried: BigInt(text(told.event, "carried")),
    rest: BigInt(text(told.event, "due")),
    reason: told.event.reason,
  }),
  "payment-to-return": (told) => returned(told),
  "payment-kept": (told) => returned(told),
  "order-placed": ({ contract, event }) => ({
    path: customerContract(contract.id),
    portals: portalsOf(contract),
    reason: event.reason,
  }),
  "invoice-expired": (told) => closed(told),
  "invoice-cancelled": (told) => closed(told),
  "order-cancelled": ({ contract, event }) => ({
    path: customerContract(contract.id),
    portals: portalsOf(contract),
    reason: event.reason,
  }),
  "staff-order-cancelled": ({ contract, event }) => ({
    path: staffContract(contract.id),
    portals: portalsOf(contract),
    reason: event.reason,
  }),
  "contract-concluded": (told) => concluded(told, customerContract(told.contract.id)),
  "staff-contract-concluded": (told) => concluded(told, staffContract(told.contract.id)),
  "access-active": ({ contract, event }) => ({
    path: customerContract(contract.id),
    portal: text(event, "portal"),
    from: day(event, "from"),
    to: day(event, "to"),
  }),
  "activation-corrected": ({ contract, event }) => ({
    path: customerContract(contract.id),
    portal: text(event, "portal"),
    from: day(event, "from"),
    to: day(event, "to"),
    was: event.data.was as { from: Day; to: Day },
    replacesAct: (event.data.replacesAct as string | null) ?? null,
    reason: event.reason,
  }),
  "act-sent": (told) => {
    const { event, contract } = told;
    const act = actOf(told);
    return {
      ...actData(told, customerContract(contract.id)),
      channel: act.channel,
      sentOn: day(event, "sentOn"),
      carrierId: act.ediDocumentId ?? act.trackingNumber ?? "",
      answerDays: contract.bindings.answerCalendarDays,
      deemed: { date: day(event, "deemedDueOn"), days: contract.bindings.deemedWorkingDays },
      clause: clauseOf(act),
    };
  },
  "act-received": (told) => {
    const { event, contract } = told;
    const act = actOf(told);
    return {
      ...actData(told, customerContract(contract.id)),
      receivedOn: day(event, "receivedOn"),
      answer: { date: day(event, "answerDueOn"), days: contract.bindings.answerCalendarDays },
      deemed: { date: known(act.deemedDueOn), days: contract.bindings.deemedWorkingDays },
      clause: clauseOf(act),
    };
  },
  "act-signed": (told) => actData(told, customerContract(told.contract.id)),
  "staff-act-signed": (told) => actData(told, staffContract(told.contract.id)),
  "act-refused": (told) => refused(told, customerContract(told.contract.id)),
  "staff-act-refused": (told) => refused(told, staffContract(told.contract.id)),
  "act-corrected": (told) => ({
    ...actData(told, customerContract(told.contract.id)),
    replaces: text(told.event, "replaces"),
    reason: told.event.reason,
  }),
  "staff-act-to-send": (told) => ({
    ...actData(told, staffContract(told.contract.id)),
    actDue: { date: known(told.contract.actDueOn), days: told.contract.bindings.actWorkingDays },
  }),
  "act-deemed": (told) => ({
    ...actData(told, customerContract(told.contract.id)),
    deemedOn: day(told.event, "deemedOn"),
  }),
  "staff-act-deemed": (told) => ({
    ...actData(told, staffContract(told.contract.id)),
    deemedOn: day(told.event, "deemedOn"),
  }),
  "contract-ended": ({ contract, event }) => ({
    ...endedData(contract, day(event, "lastPaidDay")),
    path: newOrder(portalsOf(contract), false),
  }),
  "staff-contract-ended": ({ contract, event }) => ({
    ...endedData(contract, day(event, "lastPaidDay")),
    path: staffContract(contract.id),
  }),
  "activation-refused": (told) => ending(told, customerContract(told.contract.id)),
  "staff-activation-refused": (told) => ending(told, staffContract(told.contract.id)),
  "terminated-by-fault": (told) => terminated(told, customerContract(told.contract.id)),
  "staff-terminated-by-fault": (told) => terminated(told, staffContract(told.contract.id)),
  "terminated-early": (told) => terminated(told, customerContract(told.contract.id)),
  "staff-terminated-early": (told) => terminated(told, staffContract(told.contract.id)),
  withdrawn: (told) => terminated(told, customerContract(told.contract.id)),
  "staff-withdrawn": (told) => terminated(told, staffContract(told.contract.id)),
  "deadlines-moved": ({ contract, event }) => ({
    path: customerContract(contract.id),
    number: known(contract.invoices[0]).number,
    portals: portalsOf(contract),
    moved: event.data.moved as DeadlinesData["moved"],
    by: event.data.calendar as MovedBy,
    reason: event.reason,
  }),
  "force-majeure": (told) => circumstance(told, customerContract(told.contract.id)),
  "staff-force-majeure": (told) => circumstance(told, staffContract(told.contract.id)),
  "force-majeure-ended": (told) => circumstance(told, customerContract(told.contract.id)),
  "money-settled": (told) => ({
    ...ending(told, customerContract(told.contract.id)),
    outcome: text(told.event, "outcome") as MoneyOutcome,
  }),
  "edition-refused": (told) => editionRefused(told, cabinetEdition(editionNumber(told))),
  "staff-edition-refused": (told) => editionRefused(told, STAFF_REFUSALS),
  "edition-refusal-answered": (told) => aboutEdition(told, cabinetEdition(editionNumber(told))),
  "account-replaced": (told) => ({
    ...payable(told),
    replaces: text(told.event, "replaces"),
    from: text(told.event, "from"),
    reason: told.event.reason,
  }),
  "assignment-refused": (told) => ending(told, customerContract(told.contract.id)),
};

const editionNumber = ({ event }: Told) => Number(text(event, "edition"));

const aboutEdition = (told: Told, path: string) => ({
  ...{ path, number: editionNumber(told), invoice: known(told.contract.invoices[0]).number },
  customer: told.contract.party.name,
  reason: told.event.reason,
});

const editionRefused = (told: Told, path: string) => ({
  ...aboutEdition(told, path),
  refusedOn: day(told.event, "refusedOn"),
});

const ending = ({ contract, event }: Told, path: string) => ({
  path,
  number: known(contract.invoices[0]).number,
  portals: portalsOf(contract),
  customer: contract.party.name,
  reason: event.reason,
});

const terminated = (told: Told, path: string) => ({
  ...ending(told, path),
  terminatedOn: day(told.event, "terminatedOn"),
});

function circumstance(told: Told, path: string): ForceMajeureData {
  const { contract, event } = told;
  return {
    ...{
      path,
      number: known(contract.invoices[0]).number,
      portals: portalsOf(contract),
      customer: contract.party.name,
    },
    kind: text(event, "kind") as ForceMajeureKind,
    from: day(event, "from"),
    to: (event.data.to as Day | null) ?? null,
    expectedTo: day(event, "expectedTo"),
    moved: event.data.moved as ForceMajeureData["moved"],
  };
}

/** The invoice that the step names, newest where it names none. */
export function invoiceOf({ contract, event: { data } }: Told): Invoice {
  const named = contract.invoices.find(({ id, number }) => id === data.invoiceId || number === data.number);
  return known(named ?? contract.invoices[0]);
}

export function actOf({ contract, event: { data } }: Told): Act {
  const named = contract.acts.find(({ id, number }) => id === data.actId || number === data.number);
  return known(named ?? contract.acts[0]);
}

export const endedData = (contract: Contract, lastDay: Day) => ({
  number: known(contract.invoices[0]).number,
  lastDay,
  portals: portalsOf(contract),
});

function payable(told: Told): InvoiceData {
  const invoice = invoiceOf(told);
  const { seller, validityWorkingDays } = invoice.frozen;
  return {
    path: customerContract(told.contract.id),
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    total: invoice.total,
    payUntil: { date: invoice.validUntil, days: validityWorkingDays },
    purpose: invoiceModel(invoice).order.purpose,
    recipient: { name: seller.shortName, iban: seller.bank.iban, bank: seller.bank.name, bic: seller.bank.bic },
  };
}

const allocated = (told: Told): PartPaidData => ({
  ...payable(told),
  amount: BigInt(text(told.event, "amount")),
  rest: BigInt(text(told.event, "due")),
});

function returned(told: Told): ReturnData {
  const { number, issuedOn } = invoiceOf(told);
  const { contract, event } = told;
  const amount = BigInt(text(event, "amount"));
  return { path: customerContract(contract.id), number, issuedOn, amount, reason: event.reason };
}

function closed(told: Told) {
  const { number, issuedOn, validUntil } = invoiceOf(told);
  return { path: customerContract(told.contract.id), number, issuedOn, until: validUntil, reason: told.event.reason };
}

function concluded(told: Told, path: string) {
  const { contract, event } = told;
  const { number, issuedOn } = invoiceOf(told);
  return {
    path,
    number,
    issuedOn,
    acceptedOn: day(event, "acceptedOn"),
    access: { date: day(event, "activationDueOn"), days: contract.bindings.activationWorkingDays },
    actDue: { date: day(event, "actDueOn"), days: contract.bindings.actWorkingDays },
    portals: portalsOf(contract),
    customer: contract.party.name,
    ...(event.data.balance ? { balance: BigInt(text(event, "balance")) } : {}),
  };
}

const refused = (told: Told, path: string) => ({
  ...actData(told, path),
  refusedOn: day(told.event, "refusedOn"),
  reason: told.event.reason,
});

function actData(told: Told, path: string): ActData {
  const { number, issuedOn } = actOf(told);
  return { path, number, issuedOn, customer: told.contract.party.name };
}

const portalsOf = (contract: Contract): string[] => contract.lines.map(({ portal }) => portal);
const clauseOf = (act: Act): "3.6" | "3.7" => (act.channel === "edi" ? "3.6" : "3.7");

const text = ({ data }: ToldEvent, key: string): string => String(known(data[key]));
const day = (event: ToldEvent, key: string): Day => text(event, key) as Day;

/** A step without what it must have recorded is our own mistake: the message goes back to the queue and to the log. */
function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the step does not say what its letter needs");
  return value;
}
