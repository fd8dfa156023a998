import "server-only";

import fc from "fast-check";

import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { clauseOf, type Step } from "#/lib/contract/machine.ts";
import { givenOn } from "#/lib/contract/testing.ts";
import { type Clerk, DESK, ENVELOPE_WORK, type EnvelopeWork, NAIVE_STEPS, NaiveOrder, TOTAL } from "./naive-ledger.ts";
import { defineProof } from "./proof.ts";
import { PureOrder } from "./pure-order.ts";

const CLERKS = Object.keys(DESK) as Clerk[];
const NEXT: Record<string, { work: EnvelopeWork; clerk: Clerk } | undefined> = {
  asked: { work: "grant-refund", clerk: "lev" },
  allowed: { work: "prepare-refund", clerk: "bella" },
  written: { work: "approve-refund", clerk: "dina" },
  signed: { work: "close-refund", clerk: "anna" },
};
const FIRST_DAY = asDay("2026-01-05");
const WALK = 60;

/** What happens, to which of the things there are, for how much, and how many days after the last. */
const command = fc.record({ what: fc.nat(99), which: fc.nat(9), sum: fc.nat(60_000), days: fc.nat(99) });
type Command = { what: number; which: number; sum: number; days: number };

export const proof = defineProof({
  what: "random commands on the pure decisions of the contract against a clerk's notebook: places, sums, refunds, books, evidence",
  sizes: { steps: { full: 1_000_000, smoke: 30_000 } },
  run({ seed, violated }, { steps }) {
    const figures = { taken: 0, refused: 0, concluded: 0, ended: 0, refunded: 0 };
    const walk = fc.property(fc.array(command, { minLength: WALK, maxLength: WALK }), (commands) => {
      const [naive, pure] = [new NaiveOrder(), new PureOrder()];
      let today = FIRST_DAY;
      for (const one of commands) {
        today = later(today, one, naive);
        naive.today = today;
        const { name, told, done } = act(one, naive, pure, today);
        if (told !== done)
          throw new Error(`${today} ${name} at ${naive.folder}/${naive.act}: offer says ${told}, program ${done}`);
        figures[done ? "taken" : "refused"]++;
        compare(name, naive, pure);
      }
      if (naive.folder === "concluded" || naive.paidUntil !== "") figures.concluded++;
      if (naive.folder === "ended") figures.ended++;
      figures.refunded += naive.payments.filter(({ goesBack }) => goesBack?.at === "gone").length;
    });
    const found = fc.check(walk, { seed, numRuns: Math.ceil(steps / WALK) });
    if (found.failed)
      violated(
        `${String(found.errorInstance)}; shrunk ${found.numShrinks} times to ${JSON.stringify(found.counterexample).slice(0, 600)}`,
      );
    return {
      "commands taken": figures.taken,
      refused: figures.refused,
      "contracts concluded": figures.concluded,
      "contracts ended": figures.ended,
      "payments that went back": figures.refunded,
    };
  },
});

/** Mostly the same day or the next; now and then the last day of some term, or the day after it, where the bugs live. */
function later(today: Day, { days, which }: Command, { last, silentUntil, paidUntil }: NaiveOrder): Day {
  if (days < 96) return addDays(today, days < 66 ? 0 : days < 90 ? 1 : 4);
  const ends = [last?.until ?? "", silentUntil, paidUntil].filter((end) => end >= today);
  const end = ends[which % ends.length];
  return end ? addDays(end as Day, days % 2) : today;
}

function act({ what, which, sum, days }: Command, naive: NaiveOrder, pure: PureOrder, today: Day) {
  const given = givenOn(today);
  if (what < 12) {
    // As often as not exactly the price, or half of it.
    const amount = which < 4 ? TOTAL : which < 7 ? TOTAL / 2n : BigInt(sum + 1);
    naive.payments.push({ left: amount, credited: today, goesBack: null });
    pure.pay(amount, today);
    return { name: "pay", told: true, done: true };
  }
  if (what < 34) {
    const inTime = what < 26;
    const asked = sum % 3 === 0 ? BigInt(sum + 1) : null;
    // Newest first: old payments are used up.
    const at = naive.payments.length - 1 - (which % 3);
    return {
      name: inTime ? "allocate" : "allocate at discretion",
      told: naive.put(at, asked, inTime),
      done: pure.put(at, asked, inTime, given),
    };
  }
  if (what < 38) return { name: "release", told: naive.takeBack(which), done: pure.takeBack(which, given) };
  if (what < 42) {
    const at = naive.payments.length - 1 - (which % 3);
    const back = naive.payments[at]?.goesBack ? which % 4 === 0 : which > 8;
    return back
      ? { name: "put back", told: naive.putBack(at), done: pure.putBack(at, given) }
      : { name: "lay aside", told: naive.layAside(at), done: pure.layAside(at, given) };
  }
  if (what < 56) {
    // As often as not what comes next by who may, so that some money does leave.
    const open = naive.payments.findIndex(({ goesBack }) => goesBack && goesBack.at !== "gone");
    const at = which < 8 && open >= 0 ? open : naive.payments.length - 1 - (which % 3);
    const next = sum % 2 === 0 ? NEXT[naive.payments[at]?.goesBack?.at ?? "gone"] : undefined;
    const { work, clerk } = next ?? {
      work: ENVELOPE_WORK[sum % ENVELOPE_WORK.length]!,
      clerk: CLERKS[days % CLERKS.length]!,
    };
    return {
      name: `${work} by ${clerk}`,
      told: naive.handle(at, work, clerk),
      done: pure.handle(at, work, clerk, today),
    };
  }
  // Half of the tries are what is allowed, so that walks reach the end of a contract's life.
  const open = naive.open();
  const step =
    (sum % 2 === 0 ? open[which % open.length] : undefined) ?? NAIVE_STEPS[(what + which) % NAIVE_STEPS.length]!;
  // Else no walk would get far.
  const rare = (step === "cancel-order" && sum % 12 !== 0) || (step === "cancel-invoice" && days % 4 !== 0);
  if (rare) return { name: step, told: true, done: true };
  return { name: step, told: naive.take(step), done: pure.take(step, given) };
}

function compare(name: string, naive: NaiveOrder, pure: PureOrder) {
  const differ = (what: string, told: unknown, done: unknown) => {
    if (told !== done) throw new Error(`after ${name}: ${what} should be ${String(told)}, is ${String(done)}`);
  };
  const { contract, payments, events } = pure;
  differ("the stage", naive.folder, contract.stage);
  differ("the act", naive.act, contract.act);
  differ("the current act's own status", naive.act, contract.acts[0]?.status ?? "none");
  differ("the entries of evidence", naive.written, events.length);
  differ("the number of invoices", naive.invoices.length, contract.invoices.length);
  naive.invoices.forEach((told, at) => {
    const done = contract.invoices[contract.invoices.length - 1 - at]!;
    differ(
      `invoice ${at}`,
      `${told.word} ${told.paid}/${told.total} to ${told.until}`,
      `${done.status} ${done.paid}/${done.total} to ${done.validUntil}`,
    );
  });
  const drawers = naive.drawers();
  for (const account of ["bank", "unallocated", "refunds"] as const)
    differ(`the account ${account}`, drawers[account], pure.balance(account));
  differ("the account other", 0n, pure.balance("other"));
  naive.payments.forEach(({ left }, at) => {
    differ(`what is left of payment ${at}`, left, payments[at]!.amount - payments[at]!.allocated);
    if (left < 0n) throw new Error(`payment ${at} was given twice`);
  });
  const last = events.at(-1);
  if (last) differ(`the clause of ${last.step}`, clauseOf(last.step as Step), last.clause);
}
