import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { readCode, readUnp } from "./fields.ts";
import { mentionOf } from "./named.ts";
import { fold } from "./purpose/fold.ts";
import { type NumberInPurpose, type PurposeReading, readPurpose } from "./purpose.ts";
import type { StatementLine } from "./statement.ts";

export type OpenInvoice = {
  id: string;
  number: string;
  issuedOn: Day;
  /** The last day on which being credited is in time. */
  validUntil: Day;
  total: Kopecks;
  paid: Kopecks;
  status: "live" | "expired" | "cancelled" | "replaced" | "paid";
  partyUnp: string | null;
  partyIban: string | null;
  partyName: string;
};

/** What agrees, and what stands in the way; sentences are the room's messages. */
export type ReasonCode =
  | "number"
  | "date"
  | "unp"
  | "iban"
  | "name"
  | "sum"
  | "sum_rest"
  | "sum_together"
  | "sum_less"
  | "sum_more"
  | "number_missing"
  | "number_differs"
  | "date_missing"
  | "date_differs"
  | "unp_missing"
  | "third_party"
  | "several_numbers"
  | "tie"
  | "invoice_expired"
  | "invoice_not_issued"
  | "invoice_paid"
  | "invoice_cancelled"
  | "invoice_replaced";

export type ProposalKind = "exact" | "part" | "over" | "shared" | "late" | "early" | "paid" | "cancelled" | "replaced";

/** Plain JSON: it is stored beside the payment. `rank` 1 is the strongest. */
export type Proposal = { invoiceId: string; rank: number; reasons: ReasonCode[]; kind: ProposalKind };

export type MatchDecision =
  | { decision: "automatic"; invoiceId: string }
  | { decision: "proposed"; proposals: Proposal[] }
  | { decision: "unidentified" };

type Standing = "live" | "late" | "early" | "paid" | "cancelled" | "replaced";

const STANDS_IN_THE_WAY: Record<Exclude<Standing, "live">, ReasonCode> = {
  late: "invoice_expired",
  early: "invoice_not_issued",
  paid: "invoice_paid",
  cancelled: "invoice_cancelled",
  replaced: "invoice_replaced",
};

/** As of the day the money was credited (3.4), not the day of import: money in time stays in time. */
function standing(invoice: OpenInvoice, creditDate: Day): Standing {
  if (invoice.status === "cancelled" || invoice.status === "replaced") return invoice.status;
  if (invoice.status === "paid" || invoice.paid >= invoice.total) return "paid";
  if (creditDate < invoice.issuedOn) return "early";
  return creditDate > invoice.validUntil ? "late" : "live";
}

const nameKey = (name: string) =>
  fold(name)
    .replace(/[^А-ЯA-ZІЎ0-9 ]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

type Facts = {
  invoice: OpenInvoice;
  standing: Standing;
  named: NumberInPurpose | null;
  /** Known by УНП, or by account where no УНП says otherwise. */
  payer: boolean;
  name: boolean;
  /** The sum against what is still due; against the total where nothing is. */
  sum: "sum" | "sum_rest" | "sum_less" | "sum_more";
  /** Number, date, payer and sum: the four of the contract's 3.4. */
  allFour: boolean;
  reasons: ReasonCode[];
};

/**
 * A payer is known by УНП. A party without one (an individual) is known by the account it gave, when the payer names
 * no УНП either: a name agrees too easily to move money.
 */
function payerOf(line: StatementLine, invoice: OpenInvoice): { unp: boolean; iban: boolean; differs: boolean } {
  const [theirs, ours] = [readUnp(line.payer.unp ?? ""), readUnp(invoice.partyUnp ?? "")];
  const account = readCode(line.payer.iban ?? "");
  return {
    unp: theirs !== null && theirs === ours,
    iban: account !== null && account === readCode(invoice.partyIban ?? ""),
    differs: theirs !== null && ours !== null && theirs !== ours,
  };
}

function sumOf(amount: Kopecks, { total, paid }: OpenInvoice): Facts["sum"] {
  const due = paid < total ? total - paid : total;
  if (amount === due) return paid > 0n && paid < total ? "sum_rest" : "sum";
  return amount < due ? "sum_less" : "sum_more";
}

function weigh(line: StatementLine, invoice: OpenInvoice, reading: PurposeReading): Facts {
  const named = mentionOf(reading, invoice.number);
  const date = named?.date === invoice.issuedOn;
  const payer = payerOf(line, invoice);
  const name = nameKey(line.payer.name) !== "" && nameKey(line.payer.name) === nameKey(invoice.partyName);
  const sum = sumOf(line.amount, invoice);
  const stands = standing(invoice, line.creditDate);
  const certain = payer.unp || (payer.iban && !invoice.partyUnp && !line.payer.unp);
  const reasons: ReasonCode[] = [];
  if (named) reasons.push("number", date ? "date" : named.date ? "date_differs" : "date_missing");
  else reasons.push(reading.numbers.length > 0 ? "number_differs" : "number_missing");
  if (payer.unp) reasons.push("unp");
  if (payer.iban) reasons.push("iban");
  if (name) reasons.push("name");
  reasons.push(sum);
  if (!payer.unp && invoice.partyUnp) reasons.push(line.payer.unp ? "third_party" : "unp_missing");
  if (named && reading.numbers.length > 1) reasons.push("several_numbers");
  if (stands !== "live") reasons.push(STANDS_IN_THE_WAY[stands]);
  const allFour = named !== null && date && certain && sum === "sum";
  const known = payer.unp || (payer.iban && !payer.differs);
  return { invoice, standing: stands, named, payer: known, name, sum, allFour, reasons };
}

/** The rung of the ladder, 1 the strongest; null where nothing speaks for this invoice. */
function rankOf(facts: Facts, together: boolean): number | null {
  const sumAgrees = facts.sum === "sum" || facts.sum === "sum_rest";
  if (facts.named) return facts.allFour ? 1 : sumAgrees || together ? 2 : 4;
  const open = facts.standing === "live" || facts.standing === "late";
  if (!open) return null;
  if (facts.payer) return sumAgrees ? 3 : 6;
  return facts.name && sumAgrees ? 5 : null;
}

function kindOf(facts: Facts, together: boolean): ProposalKind {
  if (facts.standing !== "live") return facts.standing;
  if (facts.named && together) return "shared";
  return facts.sum === "sum_less" ? "part" : facts.sum === "sum_more" ? "over" : "exact";
}

/** One payment for several named invoices: the sum is that of all of them. */
function paysTogether(line: StatementLine, weighed: Facts[], reading: PurposeReading): boolean {
  const named = weighed.filter((facts) => facts.named && facts.standing === "live");
  if (named.length < 2 || named.length !== reading.numbers.length) return false;
  return line.amount === named.reduce((sum, { invoice }) => sum + invoice.total - invoice.paid, 0n);
}

const compare = (a: Proposal, b: Proposal) =>
  a.rank - b.rank || (a.invoiceId < b.invoiceId ? -1 : a.invoiceId > b.invoiceId ? 1 : 0);

/**
 * What to do with a credited payment (3.4). Automatic only when the number, the date, the payer and the whole sum
 * agree with one invoice that was live on the credit date and nothing else is named or ties; everything else is
 * proposed to a person with reasons, or left unidentified. A tie is never decided. The answer does not depend on the
 * order of `candidates`.
 */
export function matchLine(
  line: StatementLine,
  candidates: readonly OpenInvoice[],
  reading: PurposeReading = readPurpose(line.purpose),
): MatchDecision {
  if (line.side !== "credit") return { decision: "unidentified" };
  const weighed = candidates.map((invoice) => weigh(line, invoice, reading));
  const agreeing = weighed.filter((facts) => facts.allFour);
  const only = agreeing[0];
  if (only && agreeing.length === 1 && reading.numbers.length === 1 && only.standing === "live")
    return { decision: "automatic", invoiceId: only.invoice.id };

  const together = paysTogether(line, weighed, reading);
  const ranked = weighed.flatMap((facts) => {
    const rank = rankOf(facts, together);
    if (rank === null) return [];
    const reasons =
      together && facts.named
        ? facts.reasons.map((code) => (code === "sum_more" ? "sum_together" : code))
        : facts.reasons;
    return [{ invoiceId: facts.invoice.id, rank, reasons: [...reasons], kind: kindOf(facts, together) }];
  });
  const best = Math.min(...ranked.map((proposal) => proposal.rank));
  // Weaker rungs are noise beside a named invoice of the right sum; a payer's other debts are the last resort.
  const kept = ranked
    .filter(({ rank }) => (best <= 2 ? rank <= 2 || rank === 4 : rank < 6 || best === 6))
    .sort(compare);
  if (kept.length === 0) return { decision: "unidentified" };
  const tied = together ? [] : kept.filter(({ rank }) => rank === best);
  if (tied.length > 1) for (const proposal of tied) proposal.reasons.push("tie");
  return { decision: "proposed", proposals: kept };
}
