import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { answerClause, type Clock, type ClockName, clocksOf } from "./clocks.ts";
import { type Act, type Contract, currentAct, currentInvoice, type Given, type Invoice } from "./contract.ts";
import { affecting } from "./force-majeure.ts";
import type { Way } from "./machine.ts";
import { newerEditions } from "./timeline-editions.ts";
import { corrections, returns, withWords } from "./timeline-notes.ts";

export type TimelineState = "done" | "running" | "to-come" | "late" | "skipped";
export type Paper = {
  kind: "invoice" | "act" | "deemed-protocol" | "signed-act" | "activation" | "refusal" | "refusal-letter" | "behalf";
  id: string;
  number?: string;
};

/** One line of a contract's course, for both sides; words come from messages by `code`. */
export type TimelineEntry = {
  key: string;
  code: string;
  state: TimelineState;
  clause: string;
  on: Day | null;
  clocks: Clock[];
  params: Record<string, string | number>;
  papers: Paper[];
  /** The customer's word on which a person of the house did it. */
  word?: { how: Way; reason: string; by: string };
};

/** Every step done and to come, in the order of the contract: order, invoices, payment, access, act, answer, end of the period. */
export function timelineOf(contract: Contract, given: Given): TimelineEntry[] {
  const clocks = clocksOf(contract, given);
  const clock = (...names: ClockName[]) =>
    clocks.filter(({ name, state }) => names.includes(name) && state !== "stopped");
  const entries: TimelineEntry[] = [entry("order", "1.10", "done", dayInMinsk(contract.placedAt))];

  for (const invoice of [...contract.invoices].reverse()) {
    entries.push(
      entry(`invoice:${invoice.id}`, "3.1", "done", invoice.issuedOn, { code: "invoice", number: invoice.number }, [
        paperOf(invoice),
      ]),
    );
    if (invoice.status === "expired")
      entries.push(
        entry(`expired:${invoice.id}`, "3.2", "late", invoice.validUntil, {
          code: "invoice-expired",
          number: invoice.number,
        }),
      );
    if (invoice.status === "cancelled" && contract.stage !== "cancelled")
      entries.push(
        entry(`void:${invoice.id}`, "3.2", "skipped", null, { code: "invoice-cancelled", number: invoice.number }),
      );
  }
  if (contract.stage === "cancelled") {
    const on = contract.cancelledAt && dayInMinsk(contract.cancelledAt);
    return withWords([...entries, entry("cancelled", "1.10", "skipped", on), ...returns(contract)], contract);
  }
  entries.push(...payment(contract, clock("invoice-validity")));
  entries.push(...returns(contract));
  entries.push(...access(contract, clock("activation")));
  entries.push(...acts(contract, clock));
  entries.push(...end(contract, given.today));
  entries.push(...newerEditions(contract, given.today));
  entries.push(...circumstances(contract, given.today));
  const asked = contract.assignmentRefusedOn;
  if (asked) entries.push(entry("assignment-refused", "6.3", "skipped", asked));
  return withWords(entries, contract);
}

function payment(contract: Contract, clocks: Clock[]): TimelineEntry[] {
  const invoice = currentInvoice(contract);
  if (contract.acceptedOn) {
    const params = { paidOn: contract.paidOn ?? "", creditedOn: contract.creditedOn ?? "" };
    return [
      entry("paid", "3.4", "done", contract.acceptedOn, params),
      entry("concluded", "6.1", "done", contract.acceptedOn),
    ];
  }
  const part: Record<string, string> =
    invoice && invoice.paid > 0n
      ? { paid: invoice.paid.toString(), due: (invoice.total - invoice.paid).toString() }
      : {};
  return [{ ...entry("pay", "3.2", invoice?.status === "live" ? "running" : "to-come", null, part), clocks }];
}

function access(contract: Contract, clocks: Clock[]): TimelineEntry[] {
  const done = contract.lines.filter(({ activeFrom }) => activeFrom !== null);
  const entries = done.map((line) =>
    entry(
      `active:${line.id}`,
      "3.5",
      "done",
      line.activatedAt && dayInMinsk(line.activatedAt),
      { code: "activated", portal: line.portal, from: line.activeFrom ?? "", to: line.activeTo ?? "" },
      line.evidenceFileId ? [{ kind: "activation", id: line.evidenceFileId }] : [],
    ),
  );
  entries.push(...corrections(contract));
  const { activationRefusedOn: refusedOn, activationRefusal: reason } = contract;
  if (refusedOn) entries.push(entry("activation-refused", "4.4.2", "late", refusedOn, { reason: reason ?? "" }));
  if (done.length === contract.lines.length || contract.stage === "terminated") return entries;
  const [running] = clocks;
  const params = {
    portals: contract.lines
      .filter(({ activeFrom }) => !activeFrom)
      .map(({ portal }) => portal)
      .join(", "),
  };
  return [...entries, { ...entry("activate", "3.5", stateOf(running), null, params), clocks }];
}

function acts(contract: Contract, clock: (...names: ClockName[]) => Clock[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const act of [...contract.acts].reverse())
    entries.push(...actCourse(act, act === currentAct(contract), contract, clock));
  if (contract.acts.length === 0 && (contract.stage !== "terminated" || contract.activatedOn)) {
    const clocks = clock("act-sending");
    entries.push({
      ...entry("act-to-come", "3.5", contract.activatedOn ? stateOf(clocks[0]) : "to-come", null),
      clocks,
    });
    entries.push(entry("answer-to-come", contract.party.actChannel === "edi" ? "3.6" : "3.7", "to-come", null));
  }
  return entries;
}

function actCourse(
  act: Act,
  current: boolean,
  contract: Contract,
  clock: (...names: ClockName[]) => Clock[],
): TimelineEntry[] {
  const about = { number: act.number, channel: act.channel };
  const answer = act.channel === "edi" ? "3.6" : "3.7";
  const at = (code: string, clause: string, state: TimelineState, on: Day | null, papers: Paper[] = [], more = {}) =>
    entry(`${code}:${act.id}`, clause, state, on, { code, ...about, ...more }, papers);
  const entries = [at("act-issued", "3.5", "done", act.issuedOn, [{ kind: "act", id: act.id, number: act.number }])];
  if (act.sentOn)
    entries.push(
      at("act-sent", answer, "done", act.sentOn, [], { reference: act.ediDocumentId ?? act.trackingNumber ?? "" }),
    );
  else if (current)
    entries.push({ ...at("act-to-send", "3.5", stateOf(clock("act-sending")[0]), null), clocks: clock("act-sending") });
  if (act.receivedOn) entries.push(at("act-received", answer, "done", act.receivedOn));
  if (act.refusedOn)
    entries.push(
      at(
        "act-refused",
        answer,
        "late",
        act.refusedOn,
        act.refusalFileId ? [{ kind: "refusal", id: act.refusalFileId }] : [],
        { reason: act.refusalReason ?? "" },
      ),
    );
  if (act.signedOn) entries.push(at("act-signed", answer, "done", act.signedOn, signedCopy(act)));
  if (act.deemedOn)
    entries.push(at("act-deemed", "3.8", "done", act.deemedOn, [{ kind: "deemed-protocol", id: act.id }]));
  if (act.lateSignedOn) entries.push(at("act-signed-late", "3.8", "done", act.lateSignedOn, signedCopy(act)));
  if (current && (act.status === "sent" || act.status === "received"))
    entries.push({
      ...at("answer", answerClause(contract), "running", null),
      clocks: clock("answer", "deemed-acceptance"),
    });
  return entries;
}

function end(contract: Contract, today: Day): TimelineEntry[] {
  if (contract.stage === "ended") return [entry("ended", "6.1", "done", contract.endsOn)];
  if (contract.terminatedOn) return terminated(contract);
  return [
    entry(
      "period",
      "6.1",
      contract.endsOn && contract.activatedOn && contract.activatedOn <= today ? "running" : "to-come",
      contract.endsOn,
    ),
  ];
}

/** 5.2: what put the terms of this contract off, or still does. */
const circumstances = ({ forceMajeure, acceptedOn }: Contract, today: Day): TimelineEntry[] =>
  affecting(forceMajeure, acceptedOn).map(({ id, kind, from, to, expectedTo }) =>
    entry(`force-majeure:${id}`, "5.2", to && to < today ? "done" : "running", from, {
      code: to && to < today ? "force-majeure-ended" : "force-majeure",
      ...{ kind, from, to: to ?? expectedTo },
    }),
  );

const GROUNDS = {
  fault: { clause: "4.4.2", code: "terminated-by-fault" },
  early: { clause: "6.10", code: "terminated-early" },
  "force-majeure": { clause: "5.4", code: "withdrawn" },
} as const;

function terminated(contract: Contract): TimelineEntry[] {
  const { clause, code } = GROUNDS[contract.terminationGround ?? "fault"];
  const entries = [entry("terminated", clause, "done", contract.terminatedOn, { code })];
  if (contract.moneyQuestion === "open") entries.push(entry("money-open", "4.4.2", "running", null));
  if (contract.moneyQuestion === "settled")
    entries.push(
      entry("money-settled", "4.4.2", "done", contract.moneySettledOn, {
        outcome: contract.moneyOutcome ?? "",
        reason: contract.moneyDecision ?? "",
      }),
    );
  return entries;
}

const stateOf = (clock: Clock | undefined): TimelineState =>
  clock === undefined ? "to-come" : clock.state === "late" ? "late" : "running";

const paperOf = (invoice: Invoice): Paper => ({ kind: "invoice", id: invoice.id, number: invoice.number });
const signedCopy = (act: Act): Paper[] => (act.signedFileId ? [{ kind: "signed-act", id: act.signedFileId }] : []);

function entry(
  key: string,
  clause: string,
  state: TimelineState,
  on: Day | null,
  { code = key, ...params }: { code?: string } & Record<string, string | number> = {},
  papers: Paper[] = [],
): TimelineEntry {
  return { key, code, state, clause, on, clocks: [], params, papers };
}
