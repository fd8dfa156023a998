import { hash as digest } from "node:crypto";

import { erasedOn } from "./erased.ts";

/** What happened, by whom and where from: the columns that a writer fills. */
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

/** Personal data stand in the chain as hashes under a salt of the row. Salt and values can be erased, the hashes stay. */
export type PersonalHashes = {
  salt: string | null;
  actorNameHash: string | null;
  addressHash: string | null;
  browserHash: string | null;
};

/** As it is read back; `at` may come as ISO text, so that microseconds that nobody wrote are seen. */
export type SealedEntry = Omit<EvidenceEntry, "at"> &
  PersonalHashes & { at: Date | string; prevHash: string; hash: string };

export const GENESIS = "0".repeat(64);
export const PERSONAL = ["actorName", "address", "browser"] as const;
export type Personal = (typeof PERSONAL)[number];

export const sha256 = (text: string) => digest("sha256", text);

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

/** Each field has a salt of its own out of the row's, so that a pack may open the name and keep the address closed. */
export const fieldSalt = (salt: string, field: Personal): string => sha256(`${salt}:${field}`);
export const saltedHash = (salt: string, value: string): string => sha256(`${salt}:${value}`);

/** The hashes of an entry's personal data under `salt`, which is random: without it nobody finds an address by trying all. */
export function hidePersonal(entry: Pick<EvidenceEntry, Personal>, salt: string): PersonalHashes {
  const hide = (field: Personal) => {
    const value = entry[field];
    return value === null ? null : saltedHash(fieldSalt(salt, field), value);
  };
  return { salt, actorNameHash: hide("actorName"), addressHash: hide("address"), browserHash: hide("browser") };
}

type Hashed = Omit<EvidenceEntry, "at" | Personal> & Omit<PersonalHashes, "salt"> & { at: Date | string };

/** sha256(previous hash ‖ canonical entry), hex. The keys stand here in their sorted order: a million of them need not be sorted. */
export function entryHash(prevHash: string, entry: Hashed): string {
  const at = typeof entry.at === "string" ? entry.at : entry.at.toISOString();
  const { actorId, actorKind, actorNameHash, addressHash, browserHash, chain, clause, contractId } = entry;
  const { data, onBehalfOf, partyId, reason, seq, step } = entry;
  const before = JSON.stringify({
    actorId,
    actorKind,
    actorNameHash,
    addressHash,
    at,
    browserHash,
    chain,
    clause,
    contractId,
  });
  const after = JSON.stringify({ onBehalfOf, partyId, reason, seq, step });
  return sha256(`${prevHash}\n${before.slice(0, -1)},"data":${canonicalJson(data)},${after.slice(1)}`);
}

/** Rows of before the hash columns have none: theirs were made of the values themselves. */
export function withHashes<E extends SealedEntry>(entry: E): E {
  if (entry.actorNameHash !== null) return entry;
  const { chain, seq, actorId, actorName, address, browser } = entry;
  const old = (text: string | null) => text && sha256(`${chain}:${seq}:${text}`);
  const actorNameHash = sha256(`${actorId}:${actorName}`);
  return { ...entry, actorNameHash, addressHash: old(address), browserHash: old(browser) };
}

/** Problems of one entry, and whether something of its person was erased. */
export type Checked = { problems: ChainProblem[]; erased: boolean };
export type ChainProblem = { chain: string; seq: number; what: "gap" | "prev" | "hash" | "personal" };

/** One entry against its place: the last number and hash of its chain before it. A gap names the first entry that is missing. */
export function checkEntry(stored: SealedEntry, last: { seq: number; hash: string }): Checked {
  const entry = withHashes(stored);
  const { chain, seq } = entry;
  const problems: ChainProblem[] = [];
  if (seq !== last.seq + 1) problems.push({ chain, seq: Math.min(seq, last.seq + 1), what: "gap" });
  else if (entry.prevHash !== last.hash) problems.push({ chain, seq, what: "prev" });
  if (entryHash(entry.prevHash, entry) !== entry.hash) problems.push({ chain, seq, what: "hash" });
  const states = stored.actorNameHash === null ? [] : PERSONAL.map((field) => personalState(stored, field));
  if (states.includes("altered")) problems.push({ chain, seq, what: "personal" });
  return { problems, erased: states.includes("erased") };
}

/** Checks one chain in order of `seq`; names the first entry where it breaks and every later break. */
export function verifyChain(entries: readonly SealedEntry[]): ChainProblem[] {
  let last = { seq: 0, hash: GENESIS };
  return entries.flatMap((entry) => {
    const { problems } = checkEntry(entry, last);
    last = entry;
    return problems;
  });
}

const HASH_OF = { actorName: "actorNameHash", address: "addressHash", browser: "browserHash" } as const;

/** Whether a personal value is what was hashed, is gone (an erasure changes no hash), or is another one. */
export function personalState(entry: SealedEntry, field: Personal): "none" | "kept" | "erased" | "altered" {
  const hash = entry[HASH_OF[field]];
  const value = entry[field];
  const gone = value === null || (field === "actorName" && entry.salt === null && (!value || erasedOn(value) !== null));
  if (gone) return hash === null ? "none" : "erased";
  if (hash === null || entry.salt === null) return "altered";
  return saltedHash(fieldSalt(entry.salt, field), value) === hash ? "kept" : "altered";
}
