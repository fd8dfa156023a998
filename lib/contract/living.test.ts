import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { findClause, walk } from "#/lib/editions/edition.ts";
import { parseEdition } from "#/lib/editions/parse-markdown.ts";
import type { Act, Contract, ContractChange, Decision, Given } from "./contract.ts";
import type { ForceMajeureCase } from "./force-majeure.ts";
import { livingNotes } from "./living.ts";
import type { LivingEvent } from "./living-entry.ts";
import { marginOf, onlyNoted } from "./living-margin.ts";
import { clauseOf, placeAfter, STEPS, type Step } from "./machine.ts";
import { acceptOffer } from "./steps/accept-offer.ts";
import { activateAccess } from "./steps/activate-access.ts";
import { allocatePayment } from "./steps/allocate-payment.ts";
import { confirmActReceived } from "./steps/confirm-act-received.ts";
import { deemAct } from "./steps/deem-act.ts";
import { expireInvoice } from "./steps/expire-invoice.ts";
import { correctAct, issueAct } from "./steps/issue-act.ts";
import { issueInvoice, reissueInvoice } from "./steps/issue-invoice.ts";
import { refuseAct } from "./steps/refuse-act.ts";
import { sendAct } from "./steps/send-act.ts";
import { signAct } from "./steps/sign-act.ts";
import { act, active, base, concluded, contract, facts, givenOn, invoice, line } from "./testing.ts";

const seeded = parseEdition(readFileSync("db/seed/documents/license-bitrix24-market.ru.md", "utf8"));
if (!seeded.ok) throw new Error(seeded.error.code);
const { clauses } = seeded.value.text;

const FILE = "0197f000-0000-7000-8000-0000000000f1";
const event = (seq: number, step: Step, at: string, data = {}): LivingEvent => ({
  ...{ seq, step, clause: clauseOf(step), at: new Date(`${at}T12:00:00+03:00`), data },
});

/** A contract that its own decisions lead, with the log as the database keeps it. */
class Life {
  contract: Contract = contract({ stage: "ordered", invoices: [] });
  readonly log: LivingEvent[] = [
    { seq: 1, step: "place-order", clause: "1.10", at: new Date("2026-04-15T12:00:00+03:00"), data: {} },
  ];

  take<I>(
    day: string,
    decide: (contract: Contract, input: never, given: Given, facts: never) => Decision,
    input: I,
    known?: unknown,
  ) {
    const given = givenOn(day);
    const done = decide(this.contract, { ...base, ...input } as never, given, known as never);
    if (!done.ok) throw new Error(`${decide.name} on ${day}: ${done.error.code}`);
    const stored = this.apply(done.value);
    const { step, clause, data } = done.value.event;
    this.log.push({ seq: this.log.length + 1, step, clause, at: given.now, data: { ...data, ...stored } });
    return this;
  }

  private apply({ stage, act: status, set, newInvoice, newAct, ...change }: ContractChange) {
    const changed = <T extends { id: string }>(rows: T[], changes: { id: string; set: object }[] = []) =>
      rows.map((row) => ({ ...row, ...changes.find(({ id }) => id === row.id)?.set }));
    const { lines, invoices, acts } = this.contract;
    const n = invoices.length + 1;
    const m = acts.length + 1;
    const drawn = newInvoice ? [invoice({ ...newInvoice, id: `invoice-${n}`, number: `26-00000${n}` })] : [];
    const written = newAct
      ? [
          {
            ...act({ ...newAct, id: `act-${m}`, number: `26-90000${m}`, status: "issued" }),
            sentOn: null,
            deemedDueOn: null,
          },
        ]
      : [];
    this.contract = {
      ...{ ...this.contract, ...set, stage, act: status },
      lines: changed(lines, change.lines),
      invoices: [...drawn, ...changed(invoices, change.invoices)],
      acts: [...written, ...changed(acts, change.acts)],
    };
    for (const { amount } of change.allocations ?? [])
      this.contract.invoices = this.contract.invoices.map((one, at) =>
        at === 0 ? { ...one, paid: one.paid + amount } : one,
      );
    return {
      ...(drawn[0] && { invoiceId: drawn[0].id, invoiceNumber: drawn[0].number }),
      ...(written[0] && { actId: written[0].id, actNumber: written[0].number }),
    };
  }

  notes = (day: string) => livingNotes(this.contract, givenOn(day), this.log);
}

const paid = (life: Life, day: string) => {
  const payment = { id: "pay", amount: 48_000n, allocated: 0n, documentDate: asDay(day), creditDate: asDay(day) };
  const offers = [{ ...facts.offer, publishedOn: asDay("2026-01-01") }];
  return life
    .take(
      day,
      allocatePayment,
      { paymentId: "pay", invoiceId: life.contract.invoices[0]!.id },
      { payment, by: "automatic" },
    )
    .take(day, acceptOffer, {}, { payments: [payment], offers });
};
const invoiced = () => new Life().take("2026-04-15", issueInvoice, {}, facts);
const activated = (life: Life, day: string) =>
  life
    .take(
      day,
      activateAccess,
      { lineId: "line-1", activatedOn: day, evidenceFileId: FILE, note: "" },
      { runningUntil: null, operator: "" },
    )
    .take(day, issueAct, {}, { offer: facts.offer, requisites: facts.requisites });
const sent = (life: Life, day: string, channel: Act["channel"] = "edi") =>
  life.take(day, sendAct, { channel, sentOn: day, ediDocumentId: "EDN-1", trackingNumber: "RR1234567BY" });

const brief = (notes: ReturnType<Life["notes"]>) =>
  notes.map(({ clause, state, code, on, clock, spent }) => {
    const term = spent && `${spent.place} ${spent.nth}/${spent.length}${spent.late ? ` +${spent.late}` : ""}`;
    return [clause, state, code.name, state === "done" ? on : (clock?.due ?? null), term]
      .filter((one) => one !== null)
      .join(" ");
  });

describe("what stands beside the clauses of a contract", () => {
  test("an order waits for its money", () => {
    expect(brief(invoiced().notes("2026-04-17"))).toEqual([
      "1.10 done place-order 2026-04-15",
      "3.1 done issue-invoice 2026-04-15",
      "3.2 running pay 2026-04-24 on 2/5",
      "3.5 to-come activate",
      "3.5 to-come act-to-come",
      "3.6 to-come answer-to-come",
      "6.1 to-come period",
    ]);
  });

  test("access switched on on the 30th is the ninth working day of fifteen; the act is still to be sent", () => {
    const life = activated(paid(invoiced(), "2026-04-16"), "2026-04-30");
    expect(brief(life.notes("2026-05-04"))).toEqual([
      "1.10 done place-order 2026-04-15",
      "3.1 done issue-invoice 2026-04-15",
      "3.4 done allocate-payment 2026-04-16",
      "6.1 done accept-offer 2026-04-16 on 1/5",
      "3.5 done activate-access 2026-04-30 on 9/15",
      "3.5 done issue-act 2026-04-30",
      "3.5 running act-to-send 2026-05-11 on 10/15",
      "6.1 running period",
    ]);
    const started = life.notes("2026-05-04").find(({ code }) => code.name === "act-to-send");
    expect(started?.proof?.step, "what started the term").toBe("accept-offer");
  });

  test("a term that nobody stopped is late, and by how much", () => {
    const life = paid(invoiced(), "2026-04-16");
    expect(brief(life.notes("2026-05-13"))).toContain("3.5 late activate 2026-05-11 after 15/15 +2");
    const done = activated(life, "2026-05-13");
    expect(brief(done.notes("2026-05-13"))).toContain("3.5 done activate-access 2026-05-13 after 15/15 +2");
  });

  test("an act that arrived runs under 3.6 and under 3.8 at once, each with what started it", () => {
    const life = sent(activated(paid(invoiced(), "2026-04-16"), "2026-04-22"), "2026-04-23");
    life.take("2026-04-24", confirmActReceived, { receivedOn: "2026-04-24" });
    const notes = life.notes("2026-04-25");
    expect(brief(notes).slice(-3)).toEqual([
      "3.6 running answer 2026-04-27 on 1/3",
      "3.8 running deemed-acceptance 2026-04-29 on 2/5",
      "6.1 running period",
    ]);
    const started = notes.filter(({ state, proof }) => state === "running" && proof).map(({ proof }) => proof?.step);
    expect(started).toEqual(["confirm-act-received", "send-act"]);
  });

  test("an individual's answer is 3.7's, though the table of life names 3.6", () => {
    const life = new Life();
    life.contract = { ...life.contract, party: { kind: "individual", name: "И. И.", actChannel: "post" } };
    life.take("2026-04-15", issueInvoice, {}, facts);
    sent(activated(paid(life, "2026-04-16"), "2026-04-22"), "2026-04-23", "post");
    life
      .take("2026-04-27", confirmActReceived, { receivedOn: "2026-04-27" })
      .take("2026-04-28", signAct, { signedOn: "2026-04-28", signedFileId: FILE });
    expect(brief(life.notes("2026-04-28"))).toEqual(
      expect.arrayContaining(["3.7 done confirm-act-received 2026-04-27", "3.7 done sign-act 2026-04-28 on 1/3"]),
    );
    expect(life.notes("2026-04-28").some(({ clause }) => clause === "3.6")).toBe(false);
  });

  test("silence: what the clock did stands at the last day of its term", () => {
    const life = sent(activated(paid(invoiced(), "2026-04-16"), "2026-04-22"), "2026-04-23");
    life.take("2026-05-01", deemAct, {});
    expect(brief(life.notes("2026-05-01"))).toContain("3.8 done deem-act 2026-04-29 on 5/5");
  });

  test("each invoice and each act is measured by its own terms", () => {
    const life = invoiced().take("2026-04-25", expireInvoice, {}).take("2026-04-27", reissueInvoice, {}, facts);
    const refused = sent(activated(paid(life, "2026-04-29"), "2026-04-30"), "2026-05-04")
      .take("2026-05-05", refuseAct, { reason: "в акте другой портал", fileId: FILE })
      .take(
        "2026-05-06",
        correctAct,
        { reason: "портал исправлен" },
        { offer: facts.offer, requisites: facts.requisites },
      );
    sent(refused, "2026-05-07").take("2026-05-08", signAct, { signedOn: "2026-05-08", signedFileId: FILE });
    expect(brief(refused.notes("2026-05-08")).filter((note) => /invoice|accept|refuse|sign/.test(note))).toEqual([
      "3.1 done issue-invoice 2026-04-15",
      "3.2 done expire-invoice 2026-04-24 on 5/5",
      "3.2 done reissue-invoice 2026-04-27",
      "6.1 done accept-offer 2026-04-29 on 2/5",
      "3.6 done refuse-act 2026-05-05 on 1/5",
      "3.6 done sign-act 2026-05-08 on 1/5",
    ]);
    const papers = refused
      .notes("2026-05-08")
      .flatMap((note) => note.papers.map(({ kind, id }) => `${note.code.name} ${kind} ${id}`));
    expect(papers).toEqual([
      "issue-invoice invoice invoice-1",
      "reissue-invoice invoice invoice-2",
      `activate-access activation ${FILE}`,
      "issue-act act act-1",
      `refuse-act refusal ${FILE}`,
      "correct-act act act-2",
      `sign-act signed-act ${FILE}`,
    ]);
  });

  test("a day off inside a term is between two of its days, and the day of the event before the first", () => {
    const life = paid(invoiced(), "2026-04-16");
    const running = (day: string) => life.notes(day).find(({ code }) => code.name === "activate")?.spent;
    expect(running("2026-04-16")).toMatchObject({ place: "before", nth: 0 });
    expect(running("2026-04-19")).toMatchObject({ place: "between", nth: 1 });
    expect(running("2026-05-11")).toMatchObject({ place: "on", nth: 15 });
  });

  test("a corrected activation is one more entry: its own day, its proof and the act drawn anew", () => {
    const data = {
      portal: "a.bitrix24.by",
      activatedOn: "2026-04-24",
      evidenceFileId: FILE,
      actId: "act-1",
      actNumber: "26-000001-2",
    };
    const [note] = livingNotes(active({ acts: [act()] }), givenOn("2026-04-28"), [
      event(1, "correct-activation", "2026-04-28", data),
    ]);
    expect(note).toMatchObject({ clause: "3.5", on: "2026-04-24", spent: { place: "on", nth: 4, length: 15 } });
    expect(note?.papers.map(({ kind }) => kind)).toEqual(["activation", "act"]);
  });

  test("days that force majeure took do not use a term up (5.2)", () => {
    const strike: ForceMajeureCase = {
      ...{
        id: "case-1",
        kind: "strike",
        from: asDay("2026-04-21"),
        to: asDay("2026-04-24"),
        expectedTo: asDay("2026-04-24"),
      },
      ...{ declaredBy: "seller", declaredOn: asDay("2026-04-21"), late: false },
    };
    const log = [event(1, "activate-access", "2026-04-27", { activatedOn: "2026-04-27", portal: "a.bitrix24.by" })];
    const [note] = livingNotes(concluded({ forceMajeure: [strike] }), givenOn("2026-04-27"), log);
    // 17 April is the first; 22 to 24 were taken; Saturday the 25th is worked, so Monday the 27th is the third.
    expect(note?.spent).toEqual({ place: "on", nth: 3, length: 15, late: 0, unit: "working" });
    expect(note?.clock?.due).toBe("2026-05-14");
  });
});

describe("every entry has its place", () => {
  test("every step of the table of life lands on a clause of the seeded offer", () => {
    for (const step of STEPS) {
      const notes = livingNotes(concluded(), givenOn("2026-04-20"), [event(1, step, "2026-04-20")]);
      const mine = notes.filter(({ proof, state }) => state === "done" && proof?.seq === 1);
      expect(mine, step).toHaveLength(1);
      expect(findClause(seeded.value.text, mine[0]?.clause ?? ""), `${step} → ${mine[0]?.clause}`).not.toBeNull();
    }
  });

  const fixtures = [
    contract(),
    contract({ stage: "lapsed", invoices: [invoice({ status: "expired" })] }),
    contract({ stage: "cancelled", cancelledAt: new Date("2026-04-20T12:00:00+03:00") }),
    concluded(),
    concluded({ lines: [line(), line({ id: "line-2" })], activationRefusedOn: asDay("2026-04-20") }),
    active({ act: "sent", acts: [act()] }),
    active({ act: "received", acts: [act({ status: "received", receivedOn: asDay("2026-04-23") })] }),
    active({
      stage: "terminated",
      terminatedOn: asDay("2026-04-24"),
      terminationGround: "fault",
      moneyQuestion: "open",
    }),
  ];

  test("on any legal walk every entry is told exactly once, and nothing that is open gets lost", () => {
    const walks = fc.array(fc.nat(STEPS.length - 1), { maxLength: 25 }).map((choices) => {
      let place: NonNullable<ReturnType<typeof placeAfter>> = { stage: "ordered", act: "none" };
      const taken: Step[] = [];
      for (const choice of choices) {
        const next = placeAfter(place, STEPS[choice]!);
        if (next) taken.push(STEPS[choice]!);
        place = next ?? place;
      }
      return taken.map((step, at) => event(at + 1, step, addDays(asDay("2026-04-15"), at)));
    });
    fc.assert(
      fc.property(walks, fc.constantFrom(...fixtures), fc.nat(60), (log, one, days) => {
        const given = givenOn(addDays(asDay("2026-04-15"), days));
        const notes = livingNotes(one, given, log);
        const { byClause, rest } = marginOf(clauses, notes);
        const placed = [...byClause.values()].flat();
        expect(rest).toEqual([]);
        expect(placed).toHaveLength(notes.length);
        expect(new Set(placed.map(({ key }) => key)).size).toBe(notes.length);
        const done = placed.filter(({ state }) => state === "done").map(({ proof }) => proof!.seq);
        expect(done.sort((a, b) => a - b)).toEqual(log.map(({ seq }) => seq));
        for (const { state, clock } of placed)
          if (state !== "done" && clock) expect(clock.due < given.today).toBe(state === "late");
      }),
    );
  });
});

describe("the margin", () => {
  const note = (seq: number, clause: string | null) => ({
    ...{ key: `done:${seq}`, clause, state: "done" as const, code: { of: "step" as const, name: "send-act" } },
    ...{ on: null as Day | null, proof: null, clock: null, spent: null, papers: [], params: {} },
  });

  test("notes follow the text; quiet clauses stay quiet; what the edition has no clause for is kept apart", () => {
    const { byClause, rest } = marginOf(clauses, [
      note(5, "4.4.2"),
      note(1, "3.5"),
      note(2, "9.9"),
      note(3, null),
      note(4, "3.5"),
    ]);
    expect([...byClause].map(([id, notes]) => [id, notes.map(({ key }) => key)])).toEqual([
      ["3.5", ["done:1", "done:4"]],
      ["4.4.2", ["done:5"]],
    ]);
    expect(rest.map(({ key }) => key)).toEqual(["done:2", "done:3"]);
  });

  test("only the noted clauses, under their headings and parents, with their text untouched", () => {
    const { byClause } = marginOf(clauses, [note(1, "3.5"), note(2, "4.4.2")]);
    const kept = onlyNoted(clauses, byClause);
    expect([...walk(kept)].map(({ clause }) => clause.id)).toEqual(["3", "3.5", "4", "4.4", "4.4.2"]);
    expect(findClause({ title: "", clauses: kept }, "3.5")?.paragraphs).toEqual(
      findClause(seeded.value.text, "3.5")?.paragraphs,
    );
  });
});
