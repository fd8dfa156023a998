import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, asDay } from "#/lib/calendar/day.ts";
import type { Contract, Decision, Given } from "./contract.ts";
import { ACT_STATUSES, LIFE, type Place, placeAfter, SIDES, STAGES, STEPS, type Step } from "./machine.ts";
import { acceptOffer } from "./steps/accept-offer.ts";
import { activateAccess } from "./steps/activate-access.ts";
import { allocateAtDiscretion, allocatePayment } from "./steps/allocate-payment.ts";
import { cancelInvoice, cancelOrder } from "./steps/cancel-order.ts";
import { confirmActReceived } from "./steps/confirm-act-received.ts";
import { correctActivation } from "./steps/correct-activation.ts";
import { deemAct } from "./steps/deem-act.ts";
import { endContract } from "./steps/end-contract.ts";
import { expireInvoice } from "./steps/expire-invoice.ts";
import { correctAct, issueAct } from "./steps/issue-act.ts";
import { issueInvoice, reissueInvoice } from "./steps/issue-invoice.ts";
import { refuseAct } from "./steps/refuse-act.ts";
import { refuseActivation } from "./steps/refuse-activation.ts";
import { answerRefusedEdition, refuseEdition } from "./steps/refuse-edition.ts";
import { releaseAllocation } from "./steps/release-allocation.ts";
import { replaceAccount } from "./steps/replace-account.ts";
import { requestAssignment } from "./steps/request-assignment.ts";
import { sendAct } from "./steps/send-act.ts";
import { settleMoneyQuestion } from "./steps/settle-money-question.ts";
import { signAct } from "./steps/sign-act.ts";
import { terminateByFault, terminateEarly, withdrawForForceMajeure } from "./steps/terminate.ts";
import { act, active, base, concluded, contract, facts, givenOn, invoice, newerOffer } from "./testing.ts";
import { type StepWhy, whyStep, whySteps } from "./why.ts";
import type { History } from "./why-since.ts";

const given = givenOn("2026-04-29");

/** A contract that may stand in a place, with the papers and days that such a place has. */
function at({ stage, act: status }: Place, changes: Partial<Contract> = {}): Contract {
  const made = stage === "ordered" || stage === "invoiced" || stage === "lapsed" || stage === "cancelled";
  const from = made ? contract : stage === "concluded" ? concluded : active;
  const sent = { sentOn: asDay("2026-04-22"), deemedDueOn: asDay("2026-04-28") };
  const acts = {
    none: [],
    issued: [act({ status: "issued", sentOn: null, deemedDueOn: null })],
    sent: [act(sent)],
    received: [act({ ...sent, status: "received", receivedOn: asDay("2026-04-23") })],
    signed: [act({ ...sent, status: "signed", signedOn: asDay("2026-04-24") })],
    refused: [act({ ...sent, status: "refused", refusedOn: asDay("2026-04-24") })],
    deemed: [act({ ...sent, status: "deemed", deemedOn: asDay("2026-04-28") })],
  }[status];
  const invoices = {
    ordered: [],
    invoiced: [invoice({ validUntil: asDay("2026-05-05") })],
    lapsed: [invoice({ status: "expired" })],
    cancelled: [invoice({ status: "cancelled" })],
    concluded: [invoice({ status: "paid", paid: 48_000n })],
    active: [invoice({ status: "paid", paid: 48_000n })],
    ended: [invoice({ status: "paid", paid: 48_000n })],
    terminated: [invoice({ status: "paid", paid: 48_000n })],
  }[stage];
  const over = stage === "terminated" ? { terminatedOn: asDay("2026-04-27"), terminationGround: "early" as const } : {};
  return from({ stage, act: status, acts, invoices, ...over, ...changes });
}
const places = STAGES.flatMap((stage) => ACT_STATUSES.map((status): Place => ({ stage, act: status })));
const refusedOf = (why: StepWhy) => {
  if (why.allowed) throw new Error(`${why.step} is allowed`);
  return why;
};

/** Told a second time, by the table alone: whether any walk from a place meets the step again. */
function everAgain(from: Place, step: Step): boolean {
  const seen = new Set<string>();
  const go = (place: Place): boolean => {
    const key = `${place.stage}/${place.act}`;
    if (seen.has(key)) return false;
    seen.add(key);
    if (placeAfter(place, step)) return true;
    return STEPS.some((one) => {
      const next = placeAfter(place, one);
      return next !== null && go(next);
    });
  };
  return go(from);
}
/** What the places of the table forget: no access was given before the end, or the end was nobody's fault. */
const FORGOTTEN: readonly Step[] = ["settle-money-question"];

const neverFrom = (place: Place): Step[] =>
  whySteps(at(place), given, []).flatMap((why) =>
    !why.allowed && why.outlook.kind === "never" && !placeAfter(place, why.step) && !FORGOTTEN.includes(why.step)
      ? [why.step]
      : [],
  );

describe("every cell", () => {
  test(`${places.length * STEPS.length * SIDES.length} of them: allowed, or a reason with what opens it or never again`, () => {
    for (const place of places)
      for (const step of STEPS)
        for (const side of SIDES) {
          const name = `${place.stage}/${place.act} ${step} ${side}`;
          const why = whyStep(at(place), step, given, [], side);
          const by = (LIFE[step].by as readonly string[]).includes(side);
          if (!by) {
            expect(why, name).toMatchObject({ allowed: false, reason: "side", outlook: { kind: "others" } });
            continue;
          }
          if (why.allowed) {
            expect(placeAfter(place, step), name).not.toBeNull();
            continue;
          }
          expect(why.reason, name).toMatch(placeAfter(place, step) ? /^[a-z-]+$/ : /^(stage|act)\./);
          expect(why.clause).toBe(LIFE[step].clause);
          const { outlook } = why;
          if (outlook.kind === "after") {
            let reached: Place | null = place;
            for (const one of outlook.steps) reached = reached && (placeAfter(reached, one) ?? reached);
            expect(outlook.steps.length, name).toBeGreaterThan(0);
            expect(reached && placeAfter(reached, step), `${name} after ${outlook.steps.join()}`).not.toBeNull();
          } else if (outlook.kind === "publication") expect(why.clause, name).toBe("6.2");
          else if (outlook.kind === "from") expect(outlook.on > given.today, name).toBe(true);
          else {
            expect(outlook.kind, name).toBe("never");
            if (!placeAfter(place, step) && !FORGOTTEN.includes(step)) expect(everAgain(place, step), name).toBe(false);
          }
        }
  });

  test("an act of a contract that was given up before any access is never to come", () => {
    const early = at({ stage: "terminated", act: "none" }, { activatedOn: null });
    expect(refusedOf(whyStep(early, "issue-act", given, []))).toMatchObject({
      reason: "no-access",
      outlook: { kind: "never" },
      since: { on: "2026-04-27" },
    });
    expect(refusedOf(whyStep(early, "sign-act", given, []))).toMatchObject({
      reason: "act.none",
      outlook: { kind: "never" },
    });
  });

  test("the way that is named gives nothing up where another way exists", () => {
    const way = (place: Place, step: Step) => refusedOf(whyStep(at(place), step, given, [])).outlook;
    const concludedOne: Place = { stage: "concluded", act: "none" };
    expect(way(concludedOne, "sign-act")).toEqual({
      kind: "after",
      steps: ["activate-access", "issue-act", "send-act"],
    });
    expect(way(concludedOne, "settle-money-question")).toEqual({ kind: "after", steps: ["terminate-by-fault"] });
    expect(way({ stage: "active", act: "none" }, "settle-money-question")).toEqual({ kind: "never" });
    expect(way({ stage: "invoiced", act: "none" }, "issue-invoice")).toEqual({
      kind: "after",
      steps: ["cancel-invoice"],
    });
    expect(way({ stage: "invoiced", act: "none" }, "reissue-invoice")).toEqual({
      kind: "after",
      steps: ["expire-invoice"],
    });
    expect(way({ stage: "active", act: "issued" }, "correct-act")).toEqual({
      kind: "after",
      steps: ["send-act", "refuse-act"],
    });
  });

  test("what is never is never, whatever is done", () => {
    const told = new Map(places.map((place) => [place, neverFrom(place)]));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.array(fc.constantFrom(...STEPS), { maxLength: 30 }), (start, walk) => {
        let place = start;
        for (const step of walk) {
          const next = placeAfter(place, step);
          if (!next) continue;
          place = next;
          for (const one of told.get(start)!) expect(placeAfter(place, one), one).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});

const payment = {
  id: "p",
  amount: 48_000n,
  allocated: 0n,
  toReturn: false,
  documentDate: asDay("2026-04-20"),
  creditDate: asDay("2026-04-20"),
};
const long = "Довольно длинная причина";
const ids = { ...base, lineId: "line-1", evidenceFileId: base.contractId, note: "" };
const bank = (iban: string) => ({ shortName: "ООО «Продавец»", bank: { iban } }) as typeof facts.offer.seller;
/** Every invoice of this suite is on another account than the offer of today names: that is asked of the offer, not of the contract. */
const otherAccount = { ...facts, offer: { ...facts.offer, seller: bank("BY00NEW") } };
/** Each decision asked with all that a person could give it: what it still refuses, it refuses for the contract's own sake. */
const DECIDE: Partial<Record<Step, (contract: Contract, given: Given) => Decision>> = {
  "issue-invoice": (c, g) => issueInvoice(c, base, g, facts),
  "reissue-invoice": (c, g) => reissueInvoice(c, base, g, facts),
  "expire-invoice": (c, g) => expireInvoice(c, base, g, undefined),
  "cancel-invoice": (c, g) => cancelInvoice(c, { ...base, reason: long }, g, undefined),
  "cancel-order": (c, g) => cancelOrder(c, { ...base, reason: long }, g, undefined),
  "accept-offer": (c, g) =>
    acceptOffer(c, base, g, {
      payments: [payment],
      offers: [{ id: "offer-1", number: 1, publishedOn: asDay("2026-01-01"), sha256: "0", bindings: c.bindings }],
    }),
  "allocate-payment": (c, g) =>
    allocatePayment(c, { ...base, paymentId: "p", invoiceId: "invoice-1", amount: 1n }, g, {
      payment,
      by: "automatic",
    }),
  "allocate-at-discretion": (c, g) =>
    allocateAtDiscretion(c, { ...base, paymentId: "p", invoiceId: "invoice-1", amount: 1n, reason: long }, g, {
      payment,
    }),
  "release-allocation": (c, g) =>
    (c.invoices[0]?.paid ?? 0n) > 0n
      ? releaseAllocation(c, { ...base, allocationId: base.contractId, reason: long }, g, {
          allocation: { id: "a", paymentId: "p", invoiceId: "invoice-1", amount: 1n, released: false, toReturn: false },
        })
      : { ok: false, error: { code: "record.not_found" } },
  "activate-access": (c, g) =>
    activateAccess(c, { ...ids, activatedOn: "2026-04-28" }, g, { runningUntil: null, operator: "o" }),
  "correct-activation": (c, g) =>
    correctActivation(c, { ...ids, activatedOn: "2026-04-21", startsOn: "", reason: long }, g, {
      periods: [],
      act: facts,
    }),
  "refuse-activation": (c, g) => refuseActivation(c, { ...base, reason: long }, g, undefined),
  "issue-act": (c, g) => issueAct(c, base, g, facts),
  "send-act": (c, g) =>
    sendAct(
      c,
      { ...base, channel: "edi", sentOn: "2026-04-28", ediDocumentId: "123", trackingNumber: "" },
      g,
      undefined,
    ),
  "confirm-act-received": (c, g) => confirmActReceived(c, { ...base, receivedOn: "2026-04-28" }, g, undefined),
  "sign-act": (c, g) =>
    c.act === "deemed"
      ? { ok: false, error: { code: "step.not_allowed" } }
      : signAct(c, { ...base, signedOn: "2026-04-28", signedFileId: base.contractId }, g, undefined),
  "attach-late-signature": (c, g) =>
    c.act === "deemed"
      ? signAct(c, { ...base, signedOn: "2026-04-28", signedFileId: base.contractId }, g, undefined)
      : { ok: false, error: { code: "step.not_allowed" } },
  "refuse-act": (c, g) => refuseAct(c, { ...base, reason: long, fileId: null }, g, undefined),
  "correct-act": (c, g) => correctAct(c, { ...base, reason: long }, g, facts),
  "deem-act": (c, g) => deemAct(c, base, g, undefined),
  "end-contract": (c, g) => endContract(c, base, g, undefined),
  "terminate-by-fault": (c, g) => terminateByFault(c, { ...base, reason: "" }, g, undefined),
  "terminate-early": (c, g) => terminateEarly(c, { ...base, understood: true }, g, undefined),
  "settle-money-question": (c, g) => settleMoneyQuestion(c, { ...base, outcome: "none", reason: long }, g, undefined),
  "withdraw-for-force-majeure": (c, g) => withdrawForForceMajeure(c, base, g, undefined),
  "replace-account": (c, g) => replaceAccount(c, { ...base, reason: long }, g, otherAccount),
  // A notice that came on the day of publication and is written down only now.
  "refuse-edition": (c, g) => {
    const edition = c.newerOffers.find(({ refusedOn }) => refusedOn === null) ?? newerOffer();
    const onBehalf = { how: "mail", reason: long } as const;
    return refuseEdition(
      c,
      { ...base, editionId: edition.id, reason: "", receivedOn: edition.publishedOn, onBehalf },
      g,
      undefined,
    );
  },
  "answer-refused-edition": (c, g) => {
    const edition = c.newerOffers.find(({ refusedOn, answeredAt }) => refusedOn && !answeredAt) ?? newerOffer();
    return answerRefusedEdition(c, { ...base, editionId: edition.id, reason: long }, g, undefined);
  },
  "request-assignment": (c, g) => requestAssignment(c, { ...base, reason: long }, g, undefined),
};
/** Their decisions hang on a case that the contract alone does not name. */
const OF_A_CASE: readonly Step[] = ["declare-force-majeure", "end-force-majeure"];
/** Theirs on a payment. */
const OF_A_PAYMENT: readonly Step[] = ["return-payment", "keep-payment", "ask-difference"];

describe("why and the decisions say the same", () => {
  const strike = (from: string, to: string | null) => ({
    ...{
      id: "f",
      kind: "strike" as const,
      from: asDay(from),
      to: to ? asDay(to) : null,
      expectedTo: asDay("2027-12-31"),
    },
    ...{ declaredBy: "seller" as const, declaredOn: asDay(from), late: false },
  });
  const april = newerOffer({ publishedOn: asDay("2026-04-27"), inForceFrom: asDay("2026-05-02") });
  const refused = { refusedOn: asDay("2026-04-28"), refusedAt: new Date("2026-04-28T10:00:00Z") };
  const answered = { ...refused, answeredAt: new Date("2026-04-29T06:00:00Z"), answer: long };
  const money = { terminatedOn: asDay("2026-04-27"), terminationGround: "fault" as const };
  const lives: [string, Contract, Given][] = [
    ...places
      .filter(
        ({ stage, act: status }) =>
          status === "none" || stage === "active" || stage === "ended" || stage === "terminated",
      )
      .map((place): [string, Contract, Given] => [`${place.stage}/${place.act}`, at(place), given]),
    [
      "part-paid",
      at({ stage: "invoiced", act: "none" }, { invoices: [invoice({ paid: 1000n, validUntil: asDay("2026-05-05") })] }),
      given,
    ],
    [
      "lapsed part-paid",
      at({ stage: "lapsed", act: "none" }, { invoices: [invoice({ status: "expired", paid: 1000n })] }),
      given,
    ],
    [
      "past validity",
      at({ stage: "invoiced", act: "none" }, { invoices: [invoice({ validUntil: asDay("2026-04-28") })] }),
      given,
    ],
    ["late activation", at({ stage: "concluded", act: "none" }), givenOn("2026-05-12")],
    ["last day of activation", at({ stage: "concluded", act: "none" }), givenOn("2026-05-11")],
    [
      "refused activation",
      at({ stage: "concluded", act: "none" }, { activationRefusedOn: asDay("2026-04-20") }),
      given,
    ],
    [
      "no access, given up",
      at({ stage: "terminated", act: "none" }, { activatedOn: null, lines: concluded().lines }),
      given,
    ],
    ["money open", at({ stage: "terminated", act: "none" }, { ...money, moneyQuestion: "open" }), given],
    [
      "money settled",
      at(
        { stage: "terminated", act: "none" },
        { ...money, moneyQuestion: "settled", moneySettledOn: asDay("2026-04-28") },
      ),
      given,
    ],
    [
      "late signature",
      at({ stage: "active", act: "deemed" }, { acts: [act({ status: "deemed", lateSignedOn: asDay("2026-04-29") })] }),
      given,
    ],
    ["a newer edition", at({ stage: "active", act: "none" }, { newerOffers: [april] }), given],
    ["its window closed", at({ stage: "active", act: "none" }, { newerOffers: [april] }), givenOn("2026-05-04")],
    ["it was refused", at({ stage: "active", act: "none" }, { newerOffers: [{ ...april, ...refused }] }), given],
    ["and answered", at({ stage: "active", act: "none" }, { newerOffers: [{ ...april, ...answered }] }), given],
    ["silence not over", at({ stage: "active", act: "sent" }), givenOn("2026-04-28")],
    ["paid period over", at({ stage: "active", act: "signed" }), givenOn("2027-04-22")],
    ["young strike", at({ stage: "active", act: "none" }, { forceMajeure: [strike("2026-04-27", null)] }), given],
    [
      "old strike",
      at({ stage: "active", act: "none" }, { forceMajeure: [strike("2026-04-27", null)] }),
      givenOn("2026-11-01"),
    ],
    [
      "old strike that ended",
      at({ stage: "active", act: "none" }, { forceMajeure: [strike("2026-04-27", "2026-10-29")] }),
      givenOn("2026-11-01"),
    ],
  ];
  test.each(lives)("%s", (_name, life, when) => {
    for (const step of STEPS) {
      if (OF_A_CASE.includes(step) || OF_A_PAYMENT.includes(step)) continue;
      const decided = DECIDE[step]?.(life, when);
      if (!decided) throw new Error(`${step} has a decision that this test does not ask`);
      const why = whyStep(life, step, when, []);
      const told = why.allowed ? "" : why.reason;
      expect(why.allowed, `${step}: ${told || "allowed"}, ${decided.ok ? "" : decided.error.code}`).toBe(decided.ok);
    }
  });

  test("the day that is promised is the first one on which it is so", () => {
    for (const [name, life, when] of lives)
      for (const step of STEPS) {
        const why = whyStep(life, step, when, []);
        if (why.allowed || why.outlook.kind !== "from") continue;
        const on = why.outlook.on;
        expect(whyStep(life, step, givenOn(on), []).allowed, `${name} ${step} on ${on}`).toBe(true);
        expect(whyStep(life, step, givenOn(addDays(on, -1)), []).allowed, `${name} ${step} before ${on}`).toBe(false);
      }
  });
});

describe("a newer edition for its customer (6.2)", () => {
  const why = (changes: Parameters<typeof newerOffer>[0], day: string) =>
    whyStep(active({ newerOffers: [newerOffer(changes)] }), "refuse-edition", givenOn(day), [], "customer");

  test("the last day of the window is theirs, the next one is silence; the house may still write down what came in time", () => {
    expect(why({}, "2026-04-18").allowed).toBe(true);
    expect(refusedOf(why({}, "2026-04-19"))).toMatchObject({
      reason: "window-closed",
      since: { on: "2026-04-19", by: null },
      outlook: { kind: "publication" },
    });
    const house = whyStep(
      active({ newerOffers: [newerOffer()] }),
      "refuse-edition",
      givenOn("2026-04-19"),
      [],
      "behalf",
    );
    expect(house.allowed).toBe(true);
  });

  test("before its publication there is nothing to refuse", () => {
    expect(refusedOf(why({}, "2026-04-12")).reason).toBe("no-newer-edition");
  });

  test("a refusal is said once", () => {
    expect(refusedOf(why({ refusedOn: asDay("2026-04-14") }, "2026-04-15"))).toMatchObject({
      reason: "edition-refused",
      since: { on: "2026-04-14", by: "refuse-edition" },
    });
  });
});

describe("since when", () => {
  const log: History = [
    ["2026-04-15", "place-order"],
    ["2026-04-15", "issue-invoice"],
    ["2026-04-16", "allocate-payment"],
    ["2026-04-16", "accept-offer"],
    ["2026-04-20", "recount-deadlines"],
    ["2026-04-22", "activate-access"],
    ["2026-04-22", "issue-act"],
    ["2026-04-23", "send-act"],
    ["2026-04-24", "refuse-act"],
    ["2026-04-27", "correct-act"],
  ].map(([day, step]) => ({ step: step!, at: new Date(`${day}T12:00:00+03:00`) }));
  const since = (step: Step, place: Place, until = log.length) => {
    const why = whyStep(at(place), step, given, log.slice(0, until));
    return why.allowed ? "allowed" : why.since;
  };
  const now: Place = { stage: "active", act: "issued" };

  test("the step that closed it, on its day in Minsk", () => {
    expect(since("cancel-order", now)).toEqual({ on: "2026-04-16", by: "accept-offer", wasOpen: true });
    expect(since("terminate-by-fault", now)).toEqual({ on: "2026-04-22", by: "activate-access", wasOpen: true });
    expect(since("sign-act", now)).toEqual({ on: "2026-04-24", by: "refuse-act", wasOpen: true });
    expect(since("correct-act", now)).toEqual({ on: "2026-04-27", by: "correct-act", wasOpen: true });
    expect(since("send-act", now)).toBe("allowed");
  });

  test("what never was open says which step led to the place that keeps it closed", () => {
    expect(since("activate-access", { stage: "invoiced", act: "none" }, 2)).toEqual({
      on: "2026-04-15",
      by: "issue-invoice",
      wasOpen: false,
    });
    expect(since("sign-act", { stage: "concluded", act: "none" }, 5)).toEqual({
      on: "2026-04-16",
      by: "accept-offer",
      wasOpen: false,
    });
    expect(since("reissue-invoice", { stage: "ordered", act: "none" }, 1)).toEqual({
      on: "2026-04-15",
      by: "place-order",
      wasOpen: false,
    });
  });

  test("every refusal of the table has a day once there is a log", () => {
    for (const [until, place] of [
      [1, { stage: "ordered", act: "none" }],
      [2, { stage: "invoiced", act: "none" }],
      [4, { stage: "concluded", act: "none" }],
      [10, now],
    ] as [number, Place][])
      for (const step of STEPS)
        if (!placeAfter(place, step)) expect(since(step, place, until), step).toMatchObject({ by: expect.any(String) });
  });

  test("part of the money: since it came", () => {
    const part = at({ stage: "invoiced", act: "none" }, { invoices: [invoice({ paid: 1000n })] });
    expect(refusedOf(whyStep(part, "cancel-order", given, log.slice(0, 3)))).toMatchObject({
      reason: "partly-paid",
      since: { on: "2026-04-16", by: "allocate-payment" },
      outlook: { kind: "after", steps: ["release-allocation"] },
    });
  });
});
