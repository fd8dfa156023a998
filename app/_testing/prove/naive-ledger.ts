import "server-only";

import { workedDays } from "#/lib/calendar/testing/naive.ts";

/**
 * One order as a clerk with a notebook would keep it: sums, days, what is written on the folder. It knows neither the program's
 * table nor its decisions; `may…` says what the offer allows today, the verbs write it down.
 */
type NaiveInvoice = { total: bigint; paid: bigint; word: "live" | "expired" | "cancelled" | "paid"; until: string };
/** An envelope with money that goes back: how far it came, and who wrote on it. */
type Envelope = { at: "asked" | "allowed" | "written" | "signed" | "gone"; writers: string[] };
type NaivePayment = { left: bigint; credited: string; goesBack: Envelope | null };
/** Who works at the desk; two do the same work. */
export const DESK = {
  anna: "accountant",
  bella: "accountant",
  lev: "lawyer",
  dina: "director",
  sasha: "sales",
} as const;
export type Clerk = keyof typeof DESK;
export type EnvelopeWork = keyof typeof ENVELOPE;

/** Who may do what with an envelope, and what becomes of it. */
const ENVELOPE = {
  "grant-refund": { on: ["asked"], by: ["lawyer"], to: "allowed", fresh: true },
  "refuse-refund": { on: ["asked"], by: ["lawyer"], to: null, fresh: true },
  "prepare-refund": { on: ["allowed"], by: ["accountant"], to: "written", fresh: false },
  "send-back-refund": { on: ["written", "signed"], by: ["accountant", "director"], to: "allowed", fresh: false },
  "approve-refund": { on: ["written"], by: ["accountant", "director"], to: "signed", fresh: true },
  "close-refund": { on: ["signed"], by: ["accountant"], to: "gone", fresh: false },
} as const;
export const ENVELOPE_WORK = Object.keys(ENVELOPE) as EnvelopeWork[];
export type NaiveStep = keyof typeof RULES;

const WORKED = workedDays(2026, 2045);
export const TOTAL = 48_000n;
export const MONTHS = 12;

export class NaiveOrder {
  folder: "ordered" | "invoiced" | "lapsed" | "cancelled" | "concluded" | "active" | "ended" = "ordered";
  act: "none" | "issued" | "sent" | "received" | "signed" | "refused" | "deemed" = "none";
  invoices: NaiveInvoice[] = [];
  payments: NaivePayment[] = [];
  moves: { payment: number; amount: bigint; back: boolean }[] = [];
  lateSigned = false;
  silentUntil = "";
  paidUntil = "";
  switchedOn = "";
  written = 0;
  today = "";

  get last() {
    return this.invoices.at(-1);
  }

  /** The part of a payment that would go to the last invoice, or null where the offer forbids it. */
  sum(payment: NaivePayment | undefined, asked: bigint | null, inTime: boolean): bigint | null {
    const bill = this.last;
    if (!payment || payment.goesBack || !bill || (this.folder !== "invoiced" && this.folder !== "lapsed")) return null;
    if (bill.word === "paid" || bill.word === "cancelled") return null;
    // In time is by the day of credit, whenever it is entered.
    if (inTime && payment.credited > bill.until) return null;
    const due = bill.total - bill.paid;
    const amount = asked ?? (payment.left < due ? payment.left : due);
    return payment.left > 0n && amount <= payment.left && amount <= due ? amount : null;
  }

  put(at: number, asked: bigint | null, inTime: boolean): boolean {
    const amount = this.sum(this.payments[at], asked, inTime);
    if (amount === null) return false;
    this.payments[at]!.left -= amount;
    this.last!.paid += amount;
    this.moves.push({ payment: at, amount, back: false });
    this.written++;
    if (this.last!.paid !== this.last!.total) return true;
    // Paid in full is acceptance, in the same breath.
    this.last!.word = "paid";
    this.folder = "concluded";
    this.written++;
    return true;
  }

  takeBack(at: number): boolean {
    const move = this.moves[at];
    if (
      !move ||
      move.back ||
      this.payments[move.payment]!.goesBack ||
      (this.folder !== "invoiced" && this.folder !== "lapsed")
    )
      return false;
    move.back = true;
    this.payments[move.payment]!.left += move.amount;
    this.last!.paid -= move.amount;
    this.written++;
    return true;
  }

  /** What is left of a payment is laid aside to go back; nobody takes from it until it is put back on the table. */
  layAside(at: number): boolean {
    const payment = this.payments[at];
    if (!payment || payment.goesBack || payment.left === 0n || !this.last) return false;
    payment.goesBack = { at: "asked", writers: ["anna"] };
    this.written++;
    return true;
  }

  putBack(at: number): boolean {
    const payment = this.payments[at];
    if (!payment?.goesBack || payment.goesBack.at === "signed" || payment.goesBack.at === "gone") return false;
    payment.goesBack = null;
    this.written++;
    return true;
  }

  /** A fresh pair of hands is asked for where somebody else's word is looked at. */
  handle(at: number, work: EnvelopeWork, clerk: Clerk): boolean {
    const envelope = this.payments[at]?.goesBack;
    const { on, by, to, fresh } = ENVELOPE[work];
    if (!envelope || !(on as readonly string[]).includes(envelope.at)) return false;
    if (!(by as readonly string[]).includes(DESK[clerk]) || (fresh && envelope.writers.includes(clerk))) return false;
    if (to === null) {
      this.payments[at]!.goesBack = null;
      return true;
    }
    envelope.at = to;
    if (work === "grant-refund" || work === "prepare-refund") envelope.writers.push(clerk);
    // What was written is torn up; who allowed it stays.
    if (work === "send-back-refund") envelope.writers.splice(2);
    return true;
  }

  /** The three drawers: money at the bank, money of nobody, money that is owed back. */
  drawers() {
    const sum = (rows: NaivePayment[]) => rows.reduce((all, { left }) => all + left, 0n);
    const given = this.moves.reduce((all, { amount, back }) => (back ? all : all + amount), 0n);
    const at = (...places: string[]) => this.payments.filter(({ goesBack }) => places.includes(goesBack?.at ?? "free"));
    return {
      bank: sum(at("free", "asked", "allowed", "written", "signed")) + given,
      unallocated: -sum(at("free", "asked")),
      refunds: -sum(at("allowed", "written", "signed")),
    };
  }

  /** What the offer allows today. */
  open(): NaiveStep[] {
    return NAIVE_STEPS.filter((step) => RULES[step].may(this));
  }

  /** The other steps: true when the offer allows it today and it was written down. */
  take(step: NaiveStep): boolean {
    const rule = RULES[step];
    if (!rule.may(this)) return false;
    rule.write(this);
    this.written++;
    return true;
  }
}

export function workedAfter(day: string, count: number): string {
  let low = 0;
  let high = WORKED.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (WORKED[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return WORKED[low + count - 1]!;
}

function lastPaidDay(from: string): string {
  const [year, month, date] = from.split("-").map(Number) as [number, number, number];
  const start = new Date(Date.UTC(year, month - 1 + MONTHS, date));
  if (start.getUTCDate() !== date) start.setUTCDate(0);
  start.setUTCDate(start.getUTCDate() - 1);
  return start.toISOString().slice(0, 10);
}

const waits = ({ act }: NaiveOrder) => act === "sent" || act === "received";
/** After the last silent day nobody answers any more, written down or not. */
const inTime = (o: NaiveOrder) => waits(o) && o.today <= o.silentUntil;
const bill = (order: NaiveOrder) => {
  order.invoices.push({ total: TOTAL, paid: 0n, word: "live", until: workedAfter(order.today, 5) });
  order.folder = "invoiced";
};

const RULES = {
  "issue-invoice": { may: (o: NaiveOrder) => o.folder === "ordered", write: bill },
  "reissue-invoice": { may: (o: NaiveOrder) => o.folder === "lapsed" && o.last!.paid === 0n, write: bill },
  // Money is there, but by the old invoice it is too late or too little: a new one at today's price.
  "ask-difference": {
    may: (o: NaiveOrder) => o.folder === "lapsed" && o.last!.paid === 0n && o.payments.some(({ left }) => left > 0n),
    write: bill,
  },
  "expire-invoice": {
    may: (o: NaiveOrder) => o.folder === "invoiced" && o.today > o.last!.until,
    write(o: NaiveOrder) {
      o.last!.word = "expired";
      o.folder = "lapsed";
    },
  },
  "cancel-invoice": {
    may: (o: NaiveOrder) => o.folder === "invoiced" && o.last!.paid === 0n,
    write(o: NaiveOrder) {
      o.last!.word = "cancelled";
      o.folder = "ordered";
    },
  },
  "cancel-order": {
    may: (o: NaiveOrder) => ["ordered", "invoiced", "lapsed"].includes(o.folder) && (o.last?.paid ?? 0n) === 0n,
    write(o: NaiveOrder) {
      if (o.last?.word === "live") o.last.word = "cancelled";
      o.folder = "cancelled";
    },
  },
  "activate-access": {
    may: (o: NaiveOrder) => o.folder === "concluded",
    write(o: NaiveOrder) {
      o.folder = "active";
      o.switchedOn = o.today;
      o.paidUntil = lastPaidDay(o.today);
      // The act follows by itself.
      o.act = "issued";
      o.written++;
    },
  },
  // Access was really switched on today: the period moves, and a paper that says otherwise is written anew, unless it was refused.
  "correct-activation": {
    may: (o: NaiveOrder) =>
      o.folder === "active" && o.act !== "signed" && o.act !== "deemed" && o.switchedOn !== o.today,
    write(o: NaiveOrder) {
      o.switchedOn = o.today;
      o.paidUntil = lastPaidDay(o.today);
      if (o.act !== "refused") o.act = "issued";
    },
  },
  "end-contract": {
    may: (o: NaiveOrder) => o.folder === "active" && o.today > o.paidUntil,
    write(o: NaiveOrder) {
      o.folder = "ended";
    },
  },
  "send-act": {
    may: (o: NaiveOrder) => o.act === "issued",
    write(o: NaiveOrder) {
      o.act = "sent";
      o.silentUntil = workedAfter(o.today, 5);
    },
  },
  "confirm-act-received": {
    may: (o: NaiveOrder) => o.act === "sent",
    write(o: NaiveOrder) {
      o.act = "received";
    },
  },
  "sign-act": {
    may: (o: NaiveOrder) => inTime(o) || (o.act === "deemed" && !o.lateSigned),
    write(o: NaiveOrder) {
      if (o.act === "deemed") o.lateSigned = true;
      else o.act = "signed";
    },
  },
  "refuse-act": {
    may: (o: NaiveOrder) => inTime(o),
    write(o: NaiveOrder) {
      o.act = "refused";
    },
  },
  "correct-act": {
    may: (o: NaiveOrder) => o.act === "refused",
    write(o: NaiveOrder) {
      o.act = "issued";
    },
  },
  "deem-act": {
    may: (o: NaiveOrder) => waits(o) && o.today > o.silentUntil,
    write(o: NaiveOrder) {
      o.act = "deemed";
    },
  },
};
export const NAIVE_STEPS = Object.keys(RULES) as NaiveStep[];
