import type { Day } from "#/lib/calendar/day.ts";
import type { Act, Contract, ContractEvent, Invoice } from "#/lib/contract/contract.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { invoiceModel } from "#/lib/documents/invoice/model.ts";
import type { BehalfNote } from "./body.ts";
import { customerContract } from "./paths.ts";
import type { ActData } from "./templates/act.ts";
import type { ForceMajeureData } from "./templates/force-majeure.ts";
import type { InvoiceData, PartPaidData, ReturnData } from "./templates/invoice.ts";

/** A step that was taken, as the evidence log keeps it. */
export type ToldEvent = Pick<ContractEvent, "step" | "data"> & {
  reason: string | null;
  actorKind: string;
  actorName?: string;
};
export type Told = { contract: Contract; event: ToldEvent };

/** The customer's word that a person of the house acted on, for the letter that tells the customer of it. */
export function behalfOf({ event }: Told): BehalfNote | undefined {
  const word = event.data.onBehalf as Pick<OnBehalf, "how" | "reason"> | undefined;
  return word && { how: word.how, reason: word.reason, by: event.actorName ?? "" };
}

export const editionNumber = ({ event }: Told) => Number(text(event, "edition"));

export const aboutEdition = (told: Told, path: string) => ({
  ...{ path, number: editionNumber(told), invoice: known(told.contract.invoices[0]).number },
  customer: told.contract.party.name,
  reason: told.event.reason,
});

export const editionRefused = (told: Told, path: string) => ({
  ...aboutEdition(told, path),
  refusedOn: day(told.event, "refusedOn"),
});

export const ending = ({ contract, event }: Told, path: string) => ({
  path,
  number: known(contract.invoices[0]).number,
  portals: portalsOf(contract),
  customer: contract.party.name,
  reason: event.reason,
});

export const terminated = (told: Told, path: string) => ({
  ...ending(told, path),
  terminatedOn: day(told.event, "terminatedOn"),
});

export function circumstance(told: Told, path: string): ForceMajeureData {
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

export function payable(told: Told): InvoiceData {
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

export const allocated = (told: Told): PartPaidData => ({
  ...payable(told),
  amount: BigInt(text(told.event, "amount")),
  rest: BigInt(text(told.event, "due")),
});

export function returned(told: Told): ReturnData {
  const { number, issuedOn } = invoiceOf(told);
  const { contract, event } = told;
  const amount = BigInt(text(event, "amount"));
  return { path: customerContract(contract.id), number, issuedOn, amount, reason: event.reason };
}

export function closed(told: Told) {
  const { number, issuedOn, validUntil } = invoiceOf(told);
  return { path: customerContract(told.contract.id), number, issuedOn, until: validUntil, reason: told.event.reason };
}

export function concluded(told: Told, path: string) {
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

export const refused = (told: Told, path: string) => ({
  ...actData(told, path),
  refusedOn: day(told.event, "refusedOn"),
  reason: told.event.reason,
});

export function actData(told: Told, path: string): ActData {
  const { number, issuedOn } = actOf(told);
  return { path, number, issuedOn, customer: told.contract.party.name };
}

export const portalsOf = (contract: Contract): string[] => contract.lines.map(({ portal }) => portal);
export const clauseOf = (act: Act): "3.6" | "3.7" => (act.channel === "edi" ? "3.6" : "3.7");

export const text = ({ data }: ToldEvent, key: string): string => String(known(data[key]));
export const day = (event: ToldEvent, key: string): Day => text(event, key) as Day;

/** A step without what it must have recorded is our own mistake: the message goes back to the queue and to the log. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the step does not say what its letter needs");
  return value;
}
