import type { Day } from "#/lib/calendar/day.ts";
import { canonicalJson, GENESIS, sha256 } from "./chain.ts";

/** What the entries of one day (or of a part of it) add up to, chained to all days before. */
export type Seal = {
  seq: number;
  kind: "day" | "extra";
  day: Day;
  entries: number;
  firstId: number;
  lastId: number;
  merkle: string;
  prevRoot: string;
  root: string;
  sealedAt: Date | string;
};

/** sha256(previous root ‖ canonical seal), hex: the head that is published. */
export function sealRoot(seal: Omit<Seal, "root">): string {
  const { seq, kind, day, entries, firstId, lastId, merkle, prevRoot } = seal;
  const sealedAt = typeof seal.sealedAt === "string" ? seal.sealedAt : seal.sealedAt.toISOString();
  return sha256(`${prevRoot}\n${canonicalJson({ seq, kind, day, entries, firstId, lastId, merkle, sealedAt })}`);
}

export type SealProblem = { seal: Seal; what: "seal-gap" | "seal-prev" | "seal-hash" | "seal-range" };

/** The chain of seals by itself. A pack carries a part of it: `from` is the seal before its first one. */
export function verifySeals(seals: readonly Seal[], from?: Pick<Seal, "seq" | "root" | "lastId">): SealProblem[] {
  let last = from ?? { seq: 0, root: GENESIS, lastId: 0 };
  return seals.flatMap((seal) => {
    const problems: SealProblem[] = [];
    if (seal.seq !== last.seq + 1) problems.push({ seal, what: "seal-gap" });
    else if (seal.prevRoot !== last.root) problems.push({ seal, what: "seal-prev" });
    if (sealRoot(seal) !== seal.root) problems.push({ seal, what: "seal-hash" });
    if (seal.firstId <= last.lastId || seal.lastId < seal.firstId) problems.push({ seal, what: "seal-range" });
    last = seal;
    return problems;
  });
}
