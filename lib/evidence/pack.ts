import { createHash } from "node:crypto";

import { fieldSalt, PERSONAL, type Personal } from "./chain.ts";
import { erasedOn } from "./erased.ts";
import { leafOf, type PathStep, pathOf } from "./merkle.ts";
import type { Seal } from "./seal.ts";
import type { LogEntry, Problem } from "./verify.ts";

/** A file of the pack before it has its number: its name says what it is and takes nothing from what people typed. */
export type PackPart = { kind: string; about?: string; ext: string; bytes: Uint8Array };
export type PackFile = { name: string; kind: string; size: number; sha256: string };

export type PackProblem = Omit<Problem, "what"> & { what: Problem["what"] | PackProblemCode };
export type PackProblemCode =
  | ("file-altered" | "file-missing" | "file-unknown" | "container" | "manifest")
  /** An entry has no way into the seal of its day; an entry names a file by its hash, and there is none. */
  | ("path" | "unanchored");

export type VerifiedPack = {
  ok: boolean;
  entries: number;
  files: number;
  /** Not the bytes that the shop wrote, although the files inside may be. */
  repacked: boolean;
  head: string | null;
  /** The newest seal inside: the one to compare with the published ones. */
  seal: Pick<Seal, "seq" | "day" | "root"> | null;
  problems: PackProblem[];
};

/** "007-invoice-26-000145-7.pdf" */
export const partName = (at: number, { kind, about, ext }: Omit<PackPart, "bytes">): string =>
  `${String(at).padStart(3, "0")}-${[kind, about && plain(about)].filter(Boolean).join("-")}.${ext}`;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

export const inventoried = (name: string, kind: string, bytes: Uint8Array): PackFile => ({
  ...{ name, kind, size: bytes.length },
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/**
 * An entry as it stands in a pack. Names are opened by their field's salt, address and browser only of the customer's own people:
 * those of the house stay closed, and their hashes still hold. Where a person was erased, the words that say so stand in the name.
 */
export function packEntry({ salt, ...entry }: LogEntry) {
  const theirs = entry.actorKind === "customer" || entry.actorKind === "newcomer";
  const open = PERSONAL.filter((field) => salt && entry[field] && (theirs || field === "actorName"));
  const words = salt === null && erasedOn(entry.actorName) ? entry.actorName : null;
  const closed = Object.fromEntries(
    PERSONAL.filter((field) => !open.includes(field)).map((field) => [field, field === "actorName" ? words : null]),
  );
  const salts = Object.fromEntries(open.map((field: Personal) => [field, fieldSalt(salt ?? "", field)]));
  return { ...entry, ...closed, salts };
}

export type Proof = { id: number; seal: number; path: PathStep[] };

/** Each entry's way into its seal; `leaves` are the ids and hashes of one sealed range. */
export function proofsIn(
  seal: Seal,
  leaves: readonly { id: number; hash: string }[],
  ids: ReadonlySet<number>,
): Proof[] {
  const hashes = leaves.map(({ id, hash }) => leafOf(id, hash));
  return leaves.flatMap(({ id }, at) => (ids.has(id) ? [{ id, seal: seal.seq, path: pathOf(hashes, at) }] : []));
}

export const sealOf = (seals: readonly Seal[], id: number): Seal | undefined =>
  seals.find(({ firstId, lastId }) => firstId <= id && id <= lastId);

/** For people and programs alike: readable, one text for one content. */
export const prettyJson = (value: unknown): Uint8Array =>
  Buffer.from(`${JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? one.toString() : one), 2)}\n`);
