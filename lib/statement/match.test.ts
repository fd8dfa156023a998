import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Day } from "#/lib/calendar/day.ts";
import { matchLine, type OpenInvoice, type Proposal } from "./match.ts";
import type { StatementLine } from "./statement.ts";

const day = (text: string) => text as Day;
const ROMASHKA = { unp: "190000018", iban: "BY48AKBB30120000000000000001", name: 'ООО "Ромашка Тест"' };
const VECTOR = { unp: "190000033", iban: "BY68PJCB30120000000000000002", name: 'ЧУП "Вектор Тест"' };
const PERSON = { unp: null, iban: "BY19ALFA30140000000000000006", name: "Петров Тест Тестович" };

const invoice = (change: Partial<OpenInvoice> = {}): OpenInvoice => ({
  ...{
    id: "a",
    number: "26-000145-7",
    issuedOn: day("2026-04-15"),
    validUntil: day("2026-04-22"),
    total: 48_000n,
    paid: 0n,
  },
  ...{ status: "live", partyUnp: ROMASHKA.unp, partyIban: ROMASHKA.iban, partyName: ROMASHKA.name },
  ...change,
});

const line = (
  change: Partial<StatementLine> = {},
  payer: typeof ROMASHKA | typeof PERSON = ROMASHKA,
): StatementLine => ({
  ...{ documentNumber: "318", documentDate: day("2026-04-15"), creditDate: day("2026-04-16"), amount: 48_000n },
  ...{ side: "credit", bankId: null, position: 1, payer: { ...payer, bic: null } },
  purpose: "Оплата по счету № 26-000145-7 от 15.04.2026. Без НДС",
  ...change,
});

const first = (one: StatementLine, candidates: OpenInvoice[]): Proposal => {
  const decided = matchLine(one, candidates);
  if (decided.decision !== "proposed") throw new Error(decided.decision);
  return decided.proposals[0] as Proposal;
};

describe("automatic", () => {
  it("when number, date, УНП and sum agree", () => {
    expect(matchLine(line(), [invoice()])).toEqual({ decision: "automatic", invoiceId: "a" });
  });

  it("with other invoices of the same payer and sum beside it: the number says which", () => {
    const others = [invoice({ id: "b", number: "26-000146-1" }), invoice({ id: "c", number: "26-000147-3" })];
    expect(matchLine(line(), [...others, invoice()])).toEqual({ decision: "automatic", invoiceId: "a" });
  });

  it("on the last day of validity, and for money that came in time but was imported after expiry", () => {
    expect(matchLine(line({ creditDate: day("2026-04-22") }), [invoice({ status: "expired" })]).decision).toBe(
      "automatic",
    );
  });

  it("for an individual without УНП only from the account on file", () => {
    const theirs = invoice({ partyUnp: null, partyIban: PERSON.iban, partyName: PERSON.name });
    expect(matchLine(line({}, PERSON), [theirs]).decision).toBe("automatic");
    expect(first(line({}, PERSON), [{ ...theirs, partyIban: null }])).toMatchObject({
      ...{ rank: 2, kind: "exact", reasons: ["number", "date", "name", "sum"] },
    });
    // A bank's own УНП in the payer's place is not the individual's.
    const bank = line({ payer: { ...PERSON, unp: "101541947", bic: null } });
    expect(matchLine(bank, [theirs]).decision).toBe("proposed");
  });

  it("for a foreign number too, letter for letter", () => {
    const old = invoice({ number: "СК-2026-000145" });
    expect(matchLine(line({ purpose: "ПО СЧЕТУ CK-2026-000145 ОТ 15.04.26" }), [old]).decision).toBe("automatic");
  });
});

describe("proposed, with reasons", () => {
  it.each<[string, Partial<StatementLine>, Partial<OpenInvoice>, Partial<Proposal>]>([
    [
      "no date",
      { purpose: "счет 26-000145-7" },
      {},
      { rank: 2, kind: "exact", reasons: ["number", "date_missing", "unp", "iban", "name", "sum"] },
    ],
    [
      "another date",
      { purpose: "счет 26-000145-7 от 14.04.2026" },
      {},
      { rank: 2, reasons: ["number", "date_differs", "unp", "iban", "name", "sum"] },
    ],
    [
      "a kopeck short",
      { amount: 47_999n },
      {},
      { rank: 4, kind: "part", reasons: ["number", "date", "unp", "iban", "name", "sum_less"] },
    ],
    [
      "a kopeck over",
      { amount: 48_001n },
      {},
      { rank: 4, kind: "over", reasons: ["number", "date", "unp", "iban", "name", "sum_more"] },
    ],
    [
      "a day late",
      { creditDate: day("2026-04-23") },
      {},
      { rank: 1, kind: "late", reasons: ["number", "date", "unp", "iban", "name", "sum", "invoice_expired"] },
    ],
    ["before it was issued", { creditDate: day("2026-04-14") }, {}, { rank: 1, kind: "early" }],
    ["cancelled", {}, { status: "cancelled" }, { rank: 1, kind: "cancelled" }],
    ["replaced", {}, { status: "replaced" }, { rank: 1, kind: "replaced" }],
    ["paid already", {}, { status: "paid", paid: 48_000n }, { rank: 1, kind: "paid" }],
    [
      "the rest of a part payment",
      { amount: 8_000n },
      { paid: 40_000n },
      { rank: 2, kind: "exact", reasons: ["number", "date", "unp", "iban", "name", "sum_rest"] },
    ],
    [
      "no number",
      { purpose: "Оплата подписки" },
      {},
      { rank: 3, kind: "exact", reasons: ["number_missing", "unp", "iban", "name", "sum"] },
    ],
    [
      "another number",
      { purpose: "счет 26-000146-1 от 15.04.2026" },
      {},
      { rank: 3, reasons: ["number_differs", "unp", "iban", "name", "sum"] },
    ],
    ["only the payer", { purpose: "Оплата", amount: 100n }, {}, { rank: 6, kind: "part" }],
  ])("%s", (_, paid, issued, expected) => {
    expect(first(line(paid), [invoice(issued)])).toMatchObject({ invoiceId: "a", ...expected });
  });

  it("a third person pays: shown, not decided", () => {
    expect(first(line({}, VECTOR), [invoice()])).toEqual({
      ...{ invoiceId: "a", rank: 2, kind: "exact", reasons: ["number", "date", "sum", "third_party"] },
    });
  });

  it("a payer without УНП for a party that has one", () => {
    const payer = { ...ROMASHKA, unp: null, bic: null };
    expect(first(line({ payer }), [invoice()]).reasons).toContain("unp_missing");
  });

  it("two invoices of one payer and one sum tie, and neither is decided", () => {
    const decided = matchLine(line({ purpose: "Оплата" }), [invoice({ id: "b" }), invoice()]);
    expect(decided).toMatchObject({
      decision: "proposed",
      proposals: [
        { invoiceId: "a", rank: 3, reasons: expect.arrayContaining(["tie"]) },
        { invoiceId: "b", rank: 3, reasons: expect.arrayContaining(["tie"]) },
      ],
    });
  });

  it("two invoices under one number tie, whatever else agrees", () => {
    expect(matchLine(line(), [invoice(), invoice({ id: "b" })]).decision).toBe("proposed");
  });

  it("one payment for two named invoices is put to a person as one", () => {
    const purpose = "Оплата по счетам 26-000145-7, 26-000146-1 от 15.04.2026";
    const both = [invoice(), invoice({ id: "b", number: "26-000146-1", total: 12_000n })];
    expect(matchLine(line({ purpose, amount: 60_000n }), both)).toMatchObject({
      proposals: [
        { invoiceId: "a", kind: "shared", reasons: expect.arrayContaining(["sum_together", "several_numbers"]) },
        { invoiceId: "b", kind: "shared" },
      ],
    });
    expect(matchLine(line({ purpose }), both).decision).toBe("proposed");
  });

  it("is plain JSON", () => {
    const one = first(line({ amount: 1n }), [invoice()]);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});

describe("unidentified", () => {
  it.each<[string, StatementLine, OpenInvoice[]]>([
    ["a debit", line({ side: "debit" }), [invoice()]],
    ["nothing open", line(), []],
    ["nothing in common but the sum", line({ purpose: "Оплата" }, VECTOR), [invoice()]],
    ["a payer whose invoices are closed", line({ purpose: "Оплата" }), [invoice({ status: "cancelled" })]],
    [
      "no name on either side",
      line({ purpose: "Оплата", payer: { name: "", unp: null, iban: null, bic: null } }),
      [invoice({ partyName: "" })],
    ],
  ])("%s", (_, one, candidates) => {
    expect(matchLine(one, candidates)).toEqual({ decision: "unidentified" });
  });
});

describe("the ladder", () => {
  const NUMBERS = ["26-000145-7", "26-000146-1", "26-000147-3"];
  const parties = fc.constantFrom(
    ROMASHKA,
    VECTOR,
    PERSON,
    { ...PERSON, unp: ROMASHKA.unp },
    { ...ROMASHKA, unp: null },
  );
  const days = fc.integer({ min: 14, max: 18 }).map((date) => day(`2026-04-${date}`));
  const sums = fc.constantFrom(40_000n, 48_000n, 48_001n);

  const anyInvoice = fc
    .record({
      ...{ number: fc.constantFrom(...NUMBERS), issuedOn: days, validUntil: days, total: sums, party: parties },
      paid: fc.constantFrom(0n, 0n, 0n, 8_000n, 48_000n),
      status: fc.constantFrom("live", "live", "expired", "cancelled", "replaced", "paid") as fc.Arbitrary<
        OpenInvoice["status"]
      >,
    })
    .map(({ party, ...rest }) => ({ ...rest, partyUnp: party.unp, partyIban: party.iban, partyName: party.name }));
  const anyInvoices = fc
    .array(anyInvoice, { maxLength: 4 })
    .map((all): OpenInvoice[] => all.map((one, at) => ({ ...one, id: `i${at}` })));
  /** The generator knows what it wrote, so the oracle need not read it. */
  const mostly = fc.integer({ min: 0, max: 7 }).map((n) => n > 0);
  const anyCase = fc
    .record({
      ...{ candidates: anyInvoices, payer: parties, amount: sums, creditDate: days },
      written: fc.array(fc.record({ number: fc.constantFrom(...NUMBERS), date: fc.option(days) }), { maxLength: 2 }),
      side: fc.constantFrom("credit", "credit", "credit", "debit") as fc.Arbitrary<"credit" | "debit">,
      copied: fc.record({ written: mostly, payer: mostly, amount: mostly }),
    })
    // Most lines are meant for the first invoice, else chance alone would hardly ever make all four agree.
    .map(({ copied, ...one }) => {
      const [meant] = one.candidates;
      if (!meant) return one;
      return {
        ...one,
        ...(copied.written && { written: [{ number: meant.number, date: meant.issuedOn }] }),
        ...(copied.payer && { payer: { unp: meant.partyUnp, iban: meant.partyIban ?? "", name: meant.partyName } }),
        ...(copied.amount && { amount: meant.total }),
      };
    });
  type Case = {
    candidates: OpenInvoice[];
    payer: { unp: string | null; iban: string; name: string };
    amount: bigint;
    creditDate: Day;
    written: { number: string; date: Day | null }[];
    side: "credit" | "debit";
  };
  const asLine = ({ payer, amount, creditDate, written, side }: Case) => {
    const parts = written.map(
      ({ number, date }) => `счет ${number}${date ? ` от ${date.split("-").reverse().join(".")}` : ""};`,
    );
    return line({
      amount,
      creditDate,
      side,
      payer: { ...payer, bic: null },
      purpose: `Оплата ${parts.join(" ")} без НДС`,
    });
  };

  /** Written apart from match.ts, from the contract's words alone. */
  const oracle = ({ candidates, payer, amount, creditDate, written, side }: Case): string | null => {
    if (side === "debit" || written.length === 0 || written.some((one) => one.number !== written[0]?.number))
      return null;
    const said = written.find((one) => one.date)?.date;
    const agree = candidates.filter(
      (one) =>
        one.number === written[0]?.number &&
        one.issuedOn === said &&
        (one.partyUnp === null ? payer.unp === null && payer.iban === one.partyIban : payer.unp === one.partyUnp) &&
        (one.paid >= one.total || one.paid === 0n) &&
        one.total === amount,
    );
    const [only] = agree;
    if (!only || agree.length > 1 || only.paid > 0n) return null;
    if (only.status !== "live" && only.status !== "expired") return null;
    return creditDate >= only.issuedOn && creditDate <= only.validUntil ? only.id : null;
  };

  it("is automatic when and only when all four agree and nothing ties", () => {
    let automatic = 0;
    fc.assert(
      fc.property(anyCase, (one) => {
        const decided = matchLine(asLine(one), one.candidates);
        if (decided.decision === "automatic") automatic++;
        expect(decided.decision === "automatic" ? decided.invoiceId : null).toBe(oracle(one));
      }),
      { numRuns: 20_000 },
    );
    expect(automatic).toBeGreaterThan(500);
  });

  it("does not depend on the order of candidates, proposes each once, the strongest first", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const decided = matchLine(asLine(one), one.candidates);
        expect(matchLine(asLine(one), one.candidates.toReversed())).toEqual(decided);
        if (decided.decision !== "proposed") return;
        const ids = decided.proposals.map((proposal) => proposal.invoiceId);
        expect(new Set(ids).size).toBe(ids.length);
        const ranks = decided.proposals.map((proposal) => proposal.rank);
        expect(ranks).toEqual(ranks.toSorted());
        const best = decided.proposals.filter((proposal) => proposal.rank === ranks[0] && proposal.kind !== "shared");
        if (best.length > 1) expect(best.every((proposal) => proposal.reasons.includes("tie"))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
