import type { Day } from "#/lib/calendar/day.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { StatementLine } from "./statement.ts";

/** A movement that another kind of file has brought already. */
export type KnownLine = {
  bankId: string | null;
  documentNumber: string;
  creditDate: Day;
  amount: Kopecks;
  side: "credit" | "debit";
  iban: string | null;
  purpose: string;
};

const facts = (line: Pick<KnownLine, "creditDate" | "side" | "amount" | "documentNumber" | "iban">) =>
  [line.creditDate, line.side, line.amount, line.documentNumber, line.iban ?? ""].join("|");

const plain = (purpose: string) => purpose.replace(/\s+/g, "").toUpperCase();
/** Formats cut purposes at lengths of their own; less than this in common could be anybody's beginning. */
const COMMON = 20;

function samePurpose(one: string, other: string): boolean {
  const [short, long] = [plain(one), plain(other)].sort((a, b) => a.length - b.length) as [string, string];
  return short === long || (short.length >= COMMON && long.startsWith(short));
}

/**
 * The same movement brought by another way (the bank's interface, then a file of the same days, or the other way round) has
 * other ids and another printing of its purpose; told by its facts, it takes those under which it is known, and so its key. Each
 * known movement stands for one line, so twins stay as many as the fuller of the two says. Nothing is dropped here.
 * One aligner for one statement, line by line in the order of its file.
 */
export function aligner(known: readonly KnownLine[]): (line: StatementLine) => StatementLine {
  const ids = new Set(known.map(({ bankId }) => bankId).filter((id) => id !== null));
  const waiting = new Map<string, KnownLine[]>();
  for (const one of known) {
    const key = facts(one);
    waiting.set(key, [...(waiting.get(key) ?? []), one]);
  }
  return (line) => {
    // The bank's own id is stronger than any likeness.
    if (line.bankId !== null && ids.has(line.bankId)) return line;
    const same = waiting.get(facts({ ...line, iban: line.payer.iban })) ?? [];
    const at = same.findIndex(({ purpose }) => samePurpose(purpose, line.purpose));
    const [found] = at < 0 ? [] : same.splice(at, 1);
    return found ? { ...line, bankId: found.bankId, purpose: found.purpose } : line;
  };
}
