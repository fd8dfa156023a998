import "server-only";

import { asDay } from "#/lib/calendar/day.ts";
import { type Clock, clocksOf } from "#/lib/contract/clocks.ts";
import type { Act, Contract, ContractChange, Decision, Given } from "#/lib/contract/contract.ts";
import { clauseOf, placeAfter, type Step } from "#/lib/contract/machine.ts";
import { confirmActReceived } from "#/lib/contract/steps/confirm-act-received.ts";
import { deemAct } from "#/lib/contract/steps/deem-act.ts";
import { correctAct } from "#/lib/contract/steps/issue-act.ts";
import { refuseAct } from "#/lib/contract/steps/refuse-act.ts";
import { sendAct } from "#/lib/contract/steps/send-act.ts";
import { signAct } from "#/lib/contract/steps/sign-act.ts";
import { act, active, base, facts, givenOn } from "#/lib/contract/testing.ts";
import {
  type ActEvent,
  answerUntil,
  type Card,
  dayAfter,
  type Stamps,
  silentUntil,
  stamp,
  wordOf,
  workedAfter,
} from "./naive-act.ts";
import { defineProof } from "./proof.ts";

const REASON = "В акте указан не тот портал";
const FILE = "0197f000-0000-7000-8000-0000000000ff";
const ISSUED = "2026-04-22";
const ACCEPTED = "2026-04-16";

type Try = { event: ActEvent; date: string; today: string };
/** A place that some order of events leads to, with how many orders do. */
type Node = { contract: Contract; card: Card; today: string; orders: number };

/** Every event, on days that matter: the same, the next, the last silent day and the day after it; dated right and wrong. */
function* tries({ card: { top }, today }: Node): Generator<Try> {
  const last = top.sent ? silentUntil(top.sent) : today;
  const days = new Set([today, dayAfter(today, 1), last, dayAfter(last, 1)].filter((day) => day >= today));
  for (const day of days) {
    const dates = (from: string) => new Set([day, from, dayAfter(from, -1), dayAfter(day, 1)]);
    for (const date of dates(top.issued)) yield { event: "send", date, today: day };
    for (const date of dates(top.sent ?? top.issued)) yield { event: "receive", date, today: day };
    for (const date of dates(top.issued)) yield { event: "sign", date, today: day };
    for (const event of ["refuse", "deem", "correct"] as const) yield { event, date: day, today: day };
  }
}

function decide(of: Contract, { event, date }: Try, given: Given): Decision {
  const channel = of.party.kind === "individual" ? "post" : "edi";
  const sending = { channel, sentOn: date, ediDocumentId: "EDN-1", trackingNumber: "RR123456789BY" } as const;
  const decisions: Record<ActEvent, () => Decision> = {
    send: () => sendAct(of, { ...base, ...sending }, given, undefined),
    receive: () => confirmActReceived(of, { ...base, receivedOn: date }, given, undefined),
    sign: () => signAct(of, { ...base, signedOn: date, signedFileId: FILE }, given, undefined),
    refuse: () => refuseAct(of, { ...base, reason: REASON }, given, undefined),
    deem: () => deemAct(of, {}, given, undefined),
    correct: () =>
      correctAct(of, { ...base, reason: REASON }, given, { offer: facts.offer, requisites: facts.requisites }),
  };
  return decisions[event]();
}

/** What the database would do with the change, as mechanically. */
function stored(of: Contract, { stage, act: status, set, acts = [], newAct }: ContractChange): Contract {
  const changed = of.acts.map((one) => ({ ...one, ...acts.find(({ id }) => id === one.id)?.set }));
  const fresh = {
    sentOn: null,
    ediDocumentId: null,
    trackingNumber: null,
    deemedDueOn: null,
    status: "issued",
  } as const;
  const drawn = newAct ? [act({ ...fresh, ...newAct, id: `act-${changed.length + 1}` })] : [];
  return frozen({ ...of, ...set, stage, act: status, acts: [...drawn, ...changed] });
}

/** A decision that writes into what it was given would be found at once. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !(value instanceof Date) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

const root = (kind: Contract["party"]["kind"], stage: Contract["stage"]): Node => {
  const issued = act({
    status: "issued",
    issuedOn: asDay(ISSUED),
    sentOn: null,
    ediDocumentId: null,
    deemedDueOn: null,
  });
  const party = { kind, name: "ООО «Ромашка»", actChannel: kind === "individual" ? "post" : "edi" } as const;
  const ended = stage === "ended" ? { endedAt: new Date("2026-04-22T12:00:00+03:00") } : {};
  return {
    contract: frozen(active({ stage, act: "issued", acceptedOn: asDay(ACCEPTED), party, acts: [issued], ...ended })),
    card: { top: { issued: ISSUED }, under: 0 },
    today: ISSUED,
    orders: 1,
  };
};

export const proof = defineProof({
  what: "all orders of the events of an act, with backdated, future and late ones, against a card with stamps",
  sizes: { depth: { full: 6, smoke: 4 } },
  run({ violated }, { depth }) {
    const figures = { "events tried": 0, accepted: 0, "places reached": 0, "orders covered": 0 };
    const more = { "answers turned away after the silence": 0, "late signatures": 0, "acts sent again": 0 };
    for (const [kind, stage, dayOffRule] of [
      ["legalEntity", "active", "next-working"],
      ["legalEntity", "active", "keep"],
      ["individual", "active", "next-working"],
      ["soleProprietor", "ended", "keep"],
    ] as const) {
      let level = [root(kind, stage)];
      for (let step = 0; step < depth; step++) {
        const next = new Map<string, Node>();
        for (const node of level)
          for (const one of tries(node)) {
            const given = givenOn(one.today, { dayOffRule });
            const where = `${kind}, ${JSON.stringify(node.card)}, ${one.event} ${one.date} on ${one.today}`;
            const told = stamp(node.card, one.event, one.date, one.today);
            const done = decide(node.contract, one, given);
            figures["events tried"]++;
            if ((told !== null) !== done.ok) {
              violated(
                `${where}: by clauses ${told ? "may" : "may not"}, program ${done.ok ? "did" : done.error.code}`,
              );
              continue;
            }
            if (!done.ok && done.error.code === "act.silence_passed") more["answers turned away after the silence"]++;
            if (!told || !done.ok) continue;
            figures.accepted++;
            const contract = stored(node.contract, done.value);
            for (const fault of faults(node, told, contract, done.value, given)) violated(`${where}: ${fault}`);
            if (told.step === "attach-late-signature") more["late signatures"]++;
            if (told.step === "send-act" && told.card.under > 0) more["acts sent again"]++;
            const key = JSON.stringify([contract.acts, one.today]);
            const known = next.get(key);
            if (known) known.orders += node.orders;
            else next.set(key, { contract, card: told.card, today: one.today, orders: node.orders });
          }
        level = [...next.values()];
        figures["places reached"] += level.length;
        figures["orders covered"] += level.reduce((sum, { orders }) => sum + orders, 0);
      }
    }
    return { ...figures, ...more };
  },
});

/** Everything that must be so after an accepted event. */
function* faults(
  before: Node,
  told: { step: string; card: Card },
  contract: Contract,
  change: ContractChange,
  given: Given,
) {
  const { top, under } = told.card;
  const differ = (what: string, naive: unknown, program: unknown) =>
    naive === program ? [] : [`${what} should be ${String(naive)}, is ${String(program)}`];
  const [act, ...older] = contract.acts as [Act, ...Act[]];
  yield* differ("the step", told.step, change.event.step);
  yield* differ("the clause", clauseOf(told.step as Step), change.event.clause);
  yield* differ("the table's place", placeAfter(before.contract, told.step as Step)?.act, contract.act);
  yield* differ("the stage", before.contract.stage, contract.stage);
  yield* differ("the act", wordOf(top), contract.act);
  yield* differ("the act's own status", wordOf(top), act.status);
  yield* differ("the papers under it", under, older.length);
  if (older.some(({ status }) => status !== "replaced")) yield "an older act is not replaced";
  for (const [name, stamped, kept] of [
    ["sent", top.sent, act.sentOn],
    ["received", top.received, act.receivedOn],
    ["signed", top.signed, act.signedOn],
    ["refused", top.refused, act.refusedOn],
    ["deemed", top.deemed, act.deemedOn],
    ["late signature", top.lateSigned, act.lateSignedOn],
  ] as const)
    yield* differ(`the day of ${name}`, stamped ?? null, kept);
  const deemed = before.card.top.deemed;
  if (deemed && (act.deemedOn !== deemed || contract.act !== "deemed")) yield "deemed acceptance was undone";
  yield* clockFaults(top, contract, given);
}

/** Which clocks there are, to when they run, and what stopped them. */
function clockFaults(top: Stamps, contract: Contract, given: Given): string[] {
  const stopped = top.signed ?? top.refused ?? top.deemed ?? null;
  const naive = new Map<string, { due: string; stoppedOn: string | null }>();
  naive.set("act-sending", { due: workedAfter(ACCEPTED, 15), stoppedOn: top.sent ?? null });
  if (top.sent) naive.set("deemed-acceptance", { due: silentUntil(top.sent), stoppedOn: stopped });
  if (top.received)
    naive.set("answer", {
      due: answerUntil(top.received, given.settings.dayOffRule === "next-working"),
      stoppedOn: stopped,
    });
  const found: string[] = [];
  const own = clocksOf(contract, given).filter(({ name }) =>
    ["act-sending", "answer", "deemed-acceptance"].includes(name),
  );
  if (own.length !== naive.size)
    found.push(`${own.map(({ name }) => name).join()} run, by clauses ${[...naive.keys()].join()}`);
  const said = ({ due, stoppedOn, state }: Pick<Clock, "state"> & { due: string; stoppedOn: string | null }) =>
    `to ${due}, ${state}, by ${stoppedOn}`;
  for (const clock of own) {
    const told = naive.get(clock.name);
    if (!told) continue;
    const state = told.stoppedOn ? "stopped" : given.today > told.due ? "late" : "running";
    if (said(clock) !== said({ ...told, state }))
      found.push(`${clock.name} ${said(clock)}; by clauses ${said({ ...told, state })}`);
  }
  const [act] = contract.acts;
  const due = top.sent ? silentUntil(top.sent) : null;
  if (act!.deemedDueOn !== due) found.push(`the stored end of silence is ${act!.deemedDueOn}, by clauses ${due}`);
  return found;
}
