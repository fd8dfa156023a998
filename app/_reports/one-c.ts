import "server-only";

import { createHash } from "node:crypto";

import type { Tx } from "#/db/client.ts";
import { exportedEntries } from "#/db/queries/book-exports.ts";
import { type OneCFormat, type OneCRecord, oneCOf } from "#/lib/exports/one-c.ts";
import type { Period } from "#/lib/ledger/period.ts";

const PORTION = 2000;

export type OneCExport = { format: OneCFormat; period: Period; postedUntil: Date };
type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The bytes of an export; `read` says in which transaction each portion is read. */
export function oneCBytes(read: Read, { format, period, postedUntil }: OneCExport, counted?: { records: number }) {
  return oneCOf(format, period, records());
  async function* records(): AsyncGenerator<OneCRecord> {
    let after: OneCRecord | null = null;
    for (;;) {
      const portion: OneCRecord[] = await read((tx) =>
        exportedEntries(tx, { period, postedUntil, after, limit: PORTION }),
      );
      if (counted) counted.records += portion.length;
      yield* portion;
      after = portion.at(-1) ?? null;
      if (portion.length < PORTION) return;
    }
  }
}

/** Size and hash of an export, before anybody has it. */
export async function measured(tx: Tx, asked: OneCExport): Promise<{ records: number; sha256: string }> {
  const hash = createHash("sha256");
  const counted = { records: 0 };
  for await (const bytes of oneCBytes((work) => work(tx), asked, counted)) hash.update(bytes);
  return { records: counted.records, sha256: hash.digest("hex") };
}
