import type { CustomerRole, StaffRole } from "#/lib/access/actor.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { dueOn } from "./clocks.ts";
import { type Contract, currentAct, currentInvoice, type Given, type Invoice } from "./contract.ts";
import { affecting, withdrawalCase, withdrawalFrom } from "./force-majeure.ts";
import { type ActStatus, clauseOf, LIFE, placeAfter, type Side, STEPS, type Stage, type Step } from "./machine.ts";
import { standingOf, windowOf } from "./steps/refuse-edition.ts";
import { sellerFault } from "./steps/terminate.ts";
import { closedSince, type History, lastOf, type Since } from "./why-since.ts";
import { spotAfter, spotOf, wayTo } from "./why-way.ts";

/** What of the contract itself closes a step that its place would allow. */
export const OWN_REASONS = [
  "partly-paid",
  "not-paid",
  "still-valid",
  "no-access",
  "nothing-activated",
  "answer-open",
  "silence-passed",
  "still-paid",
  "refused-already",
  "attached-already",
  "no-fault",
  "fault-applies",
  "no-question",
  "settled",
  "no-circumstance",
  "circumstance-young",
  "validity-over",
  "no-newer-edition",
  "edition-refused",
  "window-closed",
  "nothing-refused",
  "refusal-answered",
] as const;
export type OwnReason = (typeof OWN_REASONS)[number];
export type Reason = "side" | "role" | `stage.${Stage}` | `act.${ActStatus}` | OwnReason;

/** Whose role the matrix lets take a step, of the asker's own side. */
export type RolesThen = { customer: readonly CustomerRole[] } | { staff: readonly StaffRole[] };
/** What opens it: steps in their order, the first day that time opens it, a new edition, nothing any more, or other people. */
export type Outlook =
  | { kind: "after"; steps: Step[] }
  | { kind: "from"; on: Day }
  | { kind: "publication" }
  | { kind: "never" }
  | { kind: "others"; roles?: RolesThen };

export type StepWhy = {
  step: Step;
  clause: string;
  /** The sides that may ever take it. */
  by: readonly Side[];
} & ({ allowed: true } | { allowed: false; reason: Reason; since: Since | null; outlook: Outlook });

/**
 * Whether a step may be taken now, and if not: why, since when, and what opens it. Without `side` it is asked for whoever takes
 * the step. The answer is that of the table of life and of the steps' own conditions; the tests hold it against the decisions.
 */
export function whyStep(contract: Contract, step: Step, given: Given, history: History, side?: Side): StepWhy {
  const by: readonly Side[] = LIFE[step].by;
  const about = { step, clause: clauseOf(step), by };
  const refused = (reason: Reason, outlook: Outlook, since: Since | null) =>
    ({ ...about, allowed: false, reason, outlook, since }) as const;
  if (side && !by.includes(side)) return refused("side", { kind: "others" }, null);
  if (placeAfter(contract, step) === null) {
    const way = wayTo(spotOf(contract), step);
    return refused(
      placeReason(contract, step),
      way ? { kind: "after", steps: way } : { kind: "never" },
      closedSince(history, step),
    );
  }
  const own = ownReason(contract, step, given, side);
  if (!own) return { ...about, allowed: true };
  const since = own.since ? { on: own.since, by: own.by ?? null, wasOpen: true } : null;
  return refused(own.reason, own.outlook, own.reason === "partly-paid" ? lastOf(history, PAID_BY) : since);
}

/** The same step for somebody whose role the matrix does not let take it: others of the same side may. */
export const byRole = ({ step, clause, by }: StepWhy, roles: RolesThen): StepWhy => ({
  ...{ step, clause, by },
  allowed: false,
  reason: "role",
  since: null,
  outlook: { kind: "others", roles },
});

export const whySteps = (contract: Contract, given: Given, history: History, side?: Side): StepWhy[] =>
  STEPS.map((step) => whyStep(contract, step, given, history, side));

function placeReason({ stage, act }: Contract, step: Step): Reason {
  return (LIFE[step].stages as readonly Stage[]).includes(stage) ? `act.${act}` : `stage.${stage}`;
}

type Own = { reason: OwnReason; outlook: Outlook; since?: Day | null; by?: Step };
const NEVER: Outlook = { kind: "never" };
const PUBLICATION: Outlook = { kind: "publication" };
/** A part of the sum came. */
const PAID_BY = ["allocate-payment", "allocate-at-discretion"] as const;
const after = (...steps: Step[]): Outlook => ({ kind: "after", steps });
const dayAfter = (day: Day): Outlook => ({ kind: "from", on: addDays(day, 1) });

function ownReason(contract: Contract, step: Step, given: Given, side?: Side): Own | null {
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  const { today } = given;
  const paid = invoice?.paid ?? 0n;
  switch (step) {
    case "cancel-order":
    case "cancel-invoice":
    case "reissue-invoice":
      return paid > 0n ? { reason: "partly-paid", outlook: after("release-allocation") } : null;
    case "replace-account":
      if (paid > 0n) return { reason: "partly-paid", outlook: after("release-allocation") };
      return invoice && today > invoice.validUntil
        ? {
            reason: "validity-over",
            outlook: after("expire-invoice", "reissue-invoice"),
            since: addDays(invoice.validUntil, 1),
          }
        : null;
    case "release-allocation":
      return paid > 0n ? null : notPaid(invoice);
    case "accept-offer":
      return invoice && paid === invoice.total ? null : notPaid(invoice);
    case "expire-invoice":
      return invoice && today <= invoice.validUntil
        ? { reason: "still-valid", outlook: dayAfter(invoice.validUntil), since: invoice.issuedOn, by: "issue-invoice" }
        : null;
    case "deem-act": {
      const due = dueOn(contract, "deemed-acceptance", act?.deemedDueOn ?? null, given);
      return due && today <= due
        ? { reason: "answer-open", outlook: dayAfter(due), since: act?.sentOn, by: "send-act" }
        : null;
    }
    case "sign-act":
    case "refuse-act": {
      const due = dueOn(contract, "deemed-acceptance", act?.deemedDueOn ?? null, given);
      return due && today > due ? { reason: "silence-passed", outlook: NEVER, since: addDays(due, 1) } : null;
    }
    case "end-contract":
      return contract.endsOn && today <= contract.endsOn
        ? {
            reason: "still-paid",
            outlook: dayAfter(contract.endsOn),
            since: contract.activatedOn,
            by: "activate-access",
          }
        : null;
    case "attach-late-signature":
      return act?.lateSignedOn
        ? { reason: "attached-already", outlook: NEVER, since: act.lateSignedOn, by: step }
        : null;
    case "correct-activation":
      return contract.lines.some(({ activeFrom }) => activeFrom !== null)
        ? null
        : {
            reason: "nothing-activated",
            outlook: after("activate-access"),
            since: contract.acceptedOn,
            by: "accept-offer",
          };
    case "refuse-activation": {
      const since = contract.activationRefusedOn;
      return since ? { reason: "refused-already", outlook: NEVER, since, by: step } : null;
    }
    case "settle-money-question":
      if (contract.moneyQuestion === "settled")
        return { reason: "settled", outlook: NEVER, since: contract.moneySettledOn, by: step };
      return contract.moneyQuestion ? null : { reason: "no-question", outlook: NEVER, since: contract.terminatedOn };
    case "terminate-by-fault":
    case "terminate-early":
      return faultReason(contract, step, given);
    case "refuse-edition":
      return editionReason(contract, given, side);
    case "answer-refused-edition":
      return answerReason(contract);
    case "withdraw-for-force-majeure":
      return circumstanceReason(contract, given);
    default:
      return spotAfter(spotOf(contract), step)
        ? null
        : { reason: "no-access", outlook: NEVER, since: contract.terminatedOn };
  }
}

const notPaid = (invoice: Invoice | null): Own => ({
  reason: "not-paid",
  outlook: after("allocate-payment"),
  since: invoice?.issuedOn,
  by: "issue-invoice",
});

/** 4.4.2 and 6.10 exclude each other: while the seller is at fault nobody gives the money question away by 6.10. */
function faultReason(contract: Contract, step: "terminate-by-fault" | "terminate-early", given: Given): Own | null {
  const fault = sellerFault(contract, given);
  if (step === "terminate-early")
    return (
      fault && {
        reason: "fault-applies",
        outlook: after("activate-access"),
        since: fault.since,
        ...(fault.kind === "refused" && { by: "refuse-activation" }),
      }
    );
  if (fault) return null;
  const due = dueOn(contract, "activation", contract.activationDueOn, given);
  return {
    reason: "no-fault",
    outlook: due ? dayAfter(due) : after("refuse-activation"),
    since: contract.acceptedOn,
    by: "accept-offer",
  };
}

/**
 * 6.2: a customer refuses while the window of any newer edition is open; of several that are not, the newest one tells why. A
 * notice that came in time may be written down later, so for the house only a refusal closes it.
 */
function editionReason(contract: Contract, { today }: Given, side: Side | undefined): Own | null {
  const published = contract.newerOffers.filter(({ publishedOn }) => publishedOn <= today);
  const newest = published.at(-1);
  if (!newest) return noEdition("no-newer-edition", contract);
  const standings = published.map((edition) => standingOf(contract, edition, today));
  if (standings.includes("open") || (side !== "customer" && standings.includes("silent"))) return null;
  return newest.refusedOn
    ? { reason: "edition-refused", outlook: PUBLICATION, since: newest.refusedOn, by: "refuse-edition" }
    : { reason: "window-closed", outlook: PUBLICATION, since: addDays(windowOf(contract, newest).to, 1) };
}

/** A refusal of an edition is answered once. */
function answerReason(contract: Contract): Own | null {
  const refused = contract.newerOffers.filter(({ refusedOn }) => refusedOn !== null);
  if (refused.some(({ answeredAt }) => answeredAt === null)) return null;
  const last = refused.at(-1)?.answeredAt;
  if (!last) return noEdition("nothing-refused", contract);
  return { reason: "refusal-answered", outlook: PUBLICATION, since: dayInMinsk(last), by: "answer-refused-edition" };
}

const noEdition = (reason: OwnReason, { acceptedOn }: Contract): Own => ({
  ...{ reason, outlook: PUBLICATION, since: acceptedOn, by: "accept-offer" },
});

/** 5.4: a circumstance that has lasted over six months and still lasts. */
function circumstanceReason(contract: Contract, { today }: Given): Own | null {
  if (withdrawalCase(contract, today)) return null;
  const months = contract.bindings.forceMajeureMonths;
  const since = contract.acceptedOn;
  const lasting = affecting(contract.forceMajeure, since).find(({ to }) => to === null || to >= today);
  const on = lasting && withdrawalFrom(lasting, months);
  if (lasting && on && (lasting.to === null || lasting.to >= on))
    return {
      reason: "circumstance-young",
      outlook: { kind: "from", on },
      since: lasting.from,
      by: "declare-force-majeure",
    };
  return { reason: "no-circumstance", outlook: after("declare-force-majeure"), since, by: "accept-offer" };
}
