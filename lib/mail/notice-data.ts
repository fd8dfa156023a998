import type { Day } from "#/lib/calendar/day.ts";
import type { MoneyOutcome } from "#/lib/contract/contract.ts";
import { cabinetEdition, customerContract, newOrder, STAFF_REFUSALS, staffContract } from "./paths.ts";
import type { DeadlinesData, MovedBy } from "./templates/deadlines.ts";
import type { MailData, Template } from "./templates.ts";
import {
  aboutEdition,
  actData,
  actOf,
  allocated,
  circumstance,
  clauseOf,
  closed,
  concluded,
  day,
  editionNumber,
  editionRefused,
  endedData,
  ending,
  known,
  payable,
  portalsOf,
  refused,
  returned,
  type Told,
  terminated,
  text,
} from "./told.ts";

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
  | "staff-books-alarm"
  | "reconciliation-drawn"
  | "reconciliation-answered"
  | "reconciliation-agreed"
  | "staff-reconciliation-disputed"
  | "staff-reconciliation-agreed"
  | "month-pack"
  | "refund"
  | "staff-refund"
  | "erasure-asked"
  | "staff-erasure-asked"
  | "erasure-refused"
  | "erasure-done"
>;

/**
 * What each letter needs, from the step as it was recorded and the frozen rows that it names. The contract may have moved on
 * since: a letter written late still speaks of its own invoice and act.
 */
export const NOTICE_DATA: { [T in ContractTemplate]: (told: Told) => MailData<T> } = {
  "invoice-issued": (told) => payable(told),
  "payment-part": (told) => allocated(told),
  "payment-discretion": (told) => ({ ...allocated(told), reason: told.event.reason }),
  "purpose-hint": (told) => allocated(told),
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
