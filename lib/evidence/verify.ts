import type { Day } from "#/lib/calendar/day.ts";
import { type ChainProblem, checkEntry, GENESIS, type SealedEntry } from "./chain.ts";
import { ERASE, erasedWords } from "./erased.ts";
import { leafOf, MerkleRoot } from "./merkle.ts";
import { type Seal, type SealProblem, verifySeals } from "./seal.ts";

/** `event` is "chain#number", or "seal:day#number" where only the day's sum shows the change. */
export type Problem = { file: string | null; event: string | null; what: ProblemCode };
export type ProblemCode =
  | ChainProblem["what"]
  | SealProblem["what"]
  /** The day's sealed entries: some are missing or came on top; as many as there were, but not the same ones. */
  | "seal-count"
  | "seal-content"
  /** A chain's order by number is not the order of writing. */
  | "order"
  /** A name was blanked, and the log knows no erasure of that person on that day. */
  | "unfounded";

export type LogEntry = SealedEntry & { id: number };
export type Verified = { ok: boolean; entries: number; sealed: number; erased: number; problems: Problem[] };

export const eventName = ({ chain, seq }: { chain: string; seq: number }): string => `${chain}#${seq}`;
export const sealName = ({ day, seq }: Pick<Seal, "day" | "seq">): string => `seal:${day}#${seq}`;

/** Whom an entry of the log says to have been erased, as their other entries show it; null for every other entry. */
export function erasureOf({ chain, step, data }: Pick<LogEntry, "chain" | "step" | "data">): string | null {
  if (step !== ERASE || !chain.startsWith("privacy:")) return null;
  return erasureKey(String(data.userId), erasedWords(String(data.erasedOn) as Day));
}

const erasureKey = (actorId: string, words: string) => `${actorId} ${words}`;

/**
 * Checks the whole log while it streams by in order of id: each entry in its chain, each sealed range against its seal. Keeps the
 * last hash of every chain and nothing else. What was cut off behind the last seal cannot be seen from inside.
 */
export class LogVerifier {
  #chains = new Map<string, { seq: number; hash: string }>();
  #seals: readonly Seal[];
  #at = 0;
  #tree = new MerkleRoot();
  #count = 0;
  #lastId = 0;
  /** Erased entries wait for their erasure, which is younger than they are. */
  #erased: { key: string; event: string }[] = [];
  #erasures = new Set<string>();
  #found: Verified;

  constructor(seals: readonly Seal[]) {
    this.#seals = seals;
    const problems = verifySeals(seals).map(({ seal, what }) => ({ file: null, event: sealName(seal), what }));
    this.#found = { ok: true, entries: 0, sealed: 0, erased: 0, problems };
  }

  add(entry: LogEntry): void {
    this.#found.entries++;
    this.#chain(entry);
    while (this.#seals[this.#at] && entry.id > this.#seals[this.#at]!.lastId) this.#close();
    if (!this.#seals[this.#at]) return;
    this.#found.sealed++;
    this.#count++;
    this.#tree.add(leafOf(entry.id, entry.hash));
  }

  end(): Verified {
    while (this.#seals[this.#at]) this.#close();
    for (const { key, event } of this.#erased) if (!this.#erasures.has(key)) this.#tell(event, "unfounded");
    return { ...this.#found, erased: this.#erased.length, ok: this.#found.problems.length === 0 };
  }

  #chain(entry: LogEntry): void {
    if (entry.id <= this.#lastId) this.#tell(eventName(entry), "order");
    this.#lastId = entry.id;
    const last = this.#chains.get(entry.chain) ?? { seq: 0, hash: GENESIS };
    const { problems, erased } = checkEntry(entry, last);
    for (const problem of problems) this.#tell(eventName(problem), problem.what);
    if (erased) this.#erased.push({ key: erasureKey(entry.actorId, entry.actorName), event: eventName(entry) });
    const erasure = erasureOf(entry);
    if (erasure) this.#erasures.add(erasure);
    this.#chains.set(entry.chain, { seq: entry.seq, hash: entry.hash });
  }

  #close(): void {
    const seal = this.#seals[this.#at++]!;
    if (this.#count !== seal.entries) this.#tell(sealName(seal), "seal-count");
    else if (this.#tree.root() !== seal.merkle) this.#tell(sealName(seal), "seal-content");
    this.#tree = new MerkleRoot();
    this.#count = 0;
  }

  #tell(event: string, what: ProblemCode): void {
    this.#found.problems.push({ file: null, event, what });
  }
}
