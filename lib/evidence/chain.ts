import { createHash } from "node:crypto";

export type EvidenceEntry = {
  chain: string;
  seq: number;
  partyId: string | null;
  contractId: string | null;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  onBehalfOf: string | null;
  step: string;
  clause: string | null;
  reason: string | null;
  data: Record<string, unknown>;
  address: string | null;
  browser: string | null;
};

export const GENESIS = "0".repeat(64);

/** JSON with sorted keys and no spaces (the part of RFC 8785 that our plain data needs): one text for one meaning. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** sha256(previous hash ‖ canonical entry), hex. Names and addresses stand in it as their own hashes, so erasure breaks nothing. */
export function entryHash(prevHash: string, entry: EvidenceEntry): string {
  const { chain, seq, partyId, contractId, actorKind, actorId, onBehalfOf, step, clause, reason, data } = entry;
  const salted = (text: string | null) => text && sha256(`${chain}:${seq}:${text}`);
  const sealed = {
    ...{ chain, seq, partyId, contractId, actorKind, actorId, onBehalfOf, step, clause, reason, data },
    at: entry.at.toISOString(),
    actorNameHash: sha256(`${actorId}:${entry.actorName}`),
    addressHash: salted(entry.address),
    browserHash: salted(entry.browser),
  };
  return sha256(`${prevHash}\n${canonicalJson(sealed)}`);
}

export type ChainProblem = { chain: string; seq: number; what: "gap" | "prev" | "hash" };

/** Checks one chain in order of `seq`; names the first entry where it breaks and every later break. */
export function verifyChain(entries: readonly (EvidenceEntry & { prevHash: string; hash: string })[]): ChainProblem[] {
  const problems: ChainProblem[] = [];
  let prev = GENESIS;
  entries.forEach((entry, at) => {
    if (entry.seq !== at + 1) problems.push({ chain: entry.chain, seq: entry.seq, what: "gap" });
    if (entry.prevHash !== prev) problems.push({ chain: entry.chain, seq: entry.seq, what: "prev" });
    if (entryHash(entry.prevHash, entry) !== entry.hash)
      problems.push({ chain: entry.chain, seq: entry.seq, what: "hash" });
    prev = entry.hash;
  });
  return problems;
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
