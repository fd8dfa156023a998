import { type ChainProblem, checkEntry, GENESIS, type SealedEntry } from "./chain.ts";
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
  | "order";

export type LogEntry = SealedEntry & { id: number };
export type Verified = { ok: boolean; entries: number; sealed: number; erased: number; problems: Problem[] };

export const eventName = ({ chain, seq }: { chain: string; seq: number }): string => `${chain}#${seq}`;
export const sealName = ({ day, seq }: Pick<Seal, "day" | "seq">): string => `seal:${day}#${seq}`;

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
    return { ...this.#found, ok: this.#found.problems.length === 0 };
  }

  #chain(entry: LogEntry): void {
    if (entry.id <= this.#lastId) this.#tell(eventName(entry), "order");
    this.#lastId = entry.id;
    const last = this.#chains.get(entry.chain) ?? { seq: 0, hash: GENESIS };
    const { problems, erased } = checkEntry(entry, last);
    for (const problem of problems) this.#tell(eventName(problem), problem.what);
    if (erased) this.#found.erased++;
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
