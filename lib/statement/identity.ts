import { atOnce, type Slices } from "./slices.ts";
import type { Statement, StatementLine } from "./statement.ts";

/** 53-bit string hash (cyrb53): keys stay short enough for an index, whatever a purpose holds. No secret rests on it. */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Free text inside a key: no separator of ours in it, and never longer than an index likes. */
const part = (text: string) => (text.length <= 40 && !/[:|#]/.test(text) ? text : `~${shortHash(text)}`);

/** The same purpose printed again: spaces and case are the printer's, not the payment's. */
const purposeHash = (purpose: string) => shortHash(purpose.replace(/\s+/g, "").toUpperCase());

/**
 * The bank's id with the day, side and sum beside it: some banks begin their ids anew each year, and give several
 * entries of one transaction one id; the id alone would drop real money.
 */
const byBank = (account: string, line: StatementLine, id: string) =>
  `bank:${account}:${part(id)}:${line.creditDate}:${line.side}:${line.amount}`;

const byFacts = (account: string, line: StatementLine) =>
  [
    `line:${account}`,
    ...[line.creditDate, line.side, line.amount, part(line.documentNumber)],
    ...[line.payer.iban ? part(line.payer.iban) : "-", purposeHash(line.purpose)],
  ].join(":");

/**
 * A key for each line, in order. The same movement has the same key in every file that holds it: whole, overlapping,
 * reordered, split by day. Identical twins differ by their occurrence within the day (`#2`), so both survive and
 * neither doubles. Lines of one day must not be spread over two files without the first twin in both.
 */
export function lineKeys(statement: Pick<Statement, "account" | "lines">): string[] {
  return atOnce(keying(statement));
}

/** The same with pauses. */
export function* keying({ account, lines }: Pick<Statement, "account" | "lines">): Slices<string[]> {
  const keyOf = lineKeyOf(account);
  const keys: string[] = [];
  for (const line of lines) {
    keys.push(keyOf(line));
    if (keys.length % PAUSE === 0) yield keys.length / lines.length;
  }
  return keys;
}
/** Lines between two pauses: about a millisecond of work. */
const PAUSE = 256;

/** The same for lines that come one after the other: ask for each once, in the file's order. */
export function lineKeyOf(account: string): (line: StatementLine) => string {
  const seen = new Map<string, number>();
  return (line) => {
    const key = line.bankId ? byBank(account, line, line.bankId) : byFacts(account, line);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return occurrence === 1 ? key : `${key}#${occurrence}`;
  };
}
