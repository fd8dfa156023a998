import { asDay, type Day } from "#/lib/calendar/day.ts";
import { type Kopecks, sum } from "#/lib/money/kopecks.ts";
import { splitVat, type VatMode } from "#/lib/money/vat.ts";
import type { Ground } from "#/lib/refund/refund.ts";

/**
 * The seller's books of this shop: the bank account; money nobody has set against an invoice; customers' advances (3.4, paid before
 * the act); what customers owe by accepted acts; revenue; VAT inside it; money that is to go back; the rest of the bank's debits,
 * which are not this shop's business.
 */
export const ACCOUNTS = [
  "bank",
  "unallocated",
  "advances",
  "receivable",
  "revenue",
  "vat",
  "refunds",
  "other",
] as const;
export type Account = (typeof ACCOUNTS)[number];

export const SOURCES = ["payment", "allocation", "act", "settlement", "refund", "refund-paid", "correction"] as const;
export type Source = (typeof SOURCES)[number];

/** What one fact does to the books: a sum above zero from `credit` to `debit`. `day` is the fact's own. */
export type Entry = {
  source: Source;
  sourceId: string;
  debit: Account;
  credit: Account;
  amount: Kopecks;
  day: Day;
  partyId: string | null;
  contractId: string | null;
};

/** A line of a statement: money came and is nobody's yet, or went for something that only the accountant knows. */
export const ofPayment = (payment: {
  id: string;
  side: "credit" | "debit";
  amount: Kopecks;
  creditDate: Day;
}): Entry => {
  const { id, side, amount, creditDate: day } = payment;
  const way = side === "credit" ? ({ debit: "bank", credit: "unallocated" } as const) : SPENT;
  return { source: "payment", sourceId: id, ...way, amount, day, partyId: null, contractId: null };
};
const SPENT = { debit: "other", credit: "bank" } as const;

type Whose = { day: Day; partyId: string; contractId: string };

/** 3.4: part of a payment becomes a customer's advance; an allocation below zero takes it back the other way round. */
export const ofAllocation = ({ id, amount, ...whose }: Whose & { id: string; amount: Kopecks }): Entry => {
  const set = { source: "allocation", sourceId: id, ...whose } as const;
  return amount < 0n
    ? { ...set, debit: "advances", credit: "unallocated", amount: -amount }
    : { ...set, debit: "unallocated", credit: "advances", amount };
};

/**
 * 3.6–3.8: an act that was signed, or that silence accepted, is revenue of that day and owed by the customer; the advance of 3.1
 * pays it at once. VAT is taken line by line, exactly as the act prints it.
 */
export const ofAct = (act: Whose & { id: string; amounts: readonly Kopecks[]; vat: VatMode }): Entry[] => {
  const { id, amounts, vat, ...whose } = act;
  const split = amounts.map((amount) => splitVat(amount, vat));
  const earned = { source: "act", sourceId: id, debit: "receivable", ...whose } as const;
  const entries: Entry[] = [
    { ...earned, credit: "revenue", amount: sum(split.map(({ net }) => net)) },
    { ...earned, credit: "vat", amount: sum(split.map((one) => one.vat)) },
    {
      ...{ source: "settlement", sourceId: id, debit: "advances", credit: "receivable", ...whose },
      amount: sum(split.map(({ gross }) => gross)),
    },
  ];
  return entries.filter(({ amount }) => amount > 0n);
};

type RefundFact = { id: string; amount: Kopecks; day: Day; partyId: string | null; contractId: string | null };
/** Whose the money was: an advance of the contract after the seller's fault (4.4.2), else nobody's yet (3.4). */
const takenFrom = (ground: Ground) => (ground === "fault" ? "advances" : "unallocated");

/** The lawyer's word: from now on the seller owes this sum back. */
export const ofRefund = ({ ground, ...fact }: RefundFact & { ground: Ground }): Entry => ({
  ...{ source: "refund", debit: takenFrom(ground), credit: "refunds" },
  ...refundFact(fact),
});

/** A granted refund that was taken back after all: the same sum the other way, in the open month whatever became of its own. */
export const ofRefundTakenBack = ({ ground, ...fact }: RefundFact & { ground: Ground }): Entry => ({
  ...{ source: "correction", debit: "refunds", credit: takenFrom(ground) },
  ...refundFact(fact),
});

/** The bank's debit line turned out to be this refund, and no business of others. `day` is the line's own. */
export const ofRefundPaid = (fact: RefundFact): Entry => ({
  ...{ source: "refund-paid", debit: "refunds", credit: "other" },
  ...refundFact(fact),
});

const refundFact = ({ id, ...rest }: RefundFact) => ({ sourceId: id, ...rest });

/** The first day of a day's month: how months are named in the books. */
export const monthOfBooks = (day: Day): Day => asDay(`${day.slice(0, 7)}-01`);

/** The day on which the books take a fact: its own, or the first day of the first open month after it when its month is closed. */
export function bookDay(day: Day, closed: readonly Day[]): Day {
  const shut = new Set(closed);
  let at = day;
  while (shut.has(monthOfBooks(at))) at = nextMonth(at);
  return at;
}

function nextMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return asDay(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`);
}
