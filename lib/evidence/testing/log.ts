import { asDay } from "#/lib/calendar/day.ts";
import { type EvidenceEntry, entryHash, GENESIS, hidePersonal } from "../chain.ts";
import { leafOf, rootOf } from "../merkle.ts";
import { type Seal, sealRoot } from "../seal.ts";
import type { LogEntry } from "../verify.ts";

type Wanted = {
  chains: number;
  length: number;
  step?: (chain: number, at: number) => string | undefined;
  data?: (at: number) => Record<string, unknown> | undefined;
};

/** A log as the writer makes it, chains interleaved. */
export function logOf({ chains, length, step = () => undefined, data = () => undefined }: Wanted): LogEntry[] {
  const heads = Array.from({ length: chains }, () => GENESIS);
  return Array.from({ length: chains * length }, (_, n) => {
    const [chain, at] = [n % chains, Math.floor(n / chains)];
    const entry: EvidenceEntry = {
      chain: `contract:${chain}`,
      seq: at + 1,
      partyId: `party-${chain}`,
      contractId: `${chain}`,
      at: new Date(Date.UTC(2026, 3, 15, 6, n)),
      actorKind: "customer",
      actorId: "u",
      actorName: "О. Покупатель",
      onBehalfOf: null,
      step: step(chain, at) ?? "place-order",
      clause: "6.1",
      reason: null,
      data: data(at) ?? { number: `${n}`, total: "48000" },
      address: "192.0.2.1",
      browser: "Firefox",
    };
    const hidden = { ...entry, ...hidePersonal(entry, `salt-${n}`) };
    const prevHash = heads[chain]!;
    const hash = entryHash(prevHash, hidden);
    heads[chain] = hash;
    return { ...hidden, id: n + 1, prevHash, hash };
  });
}

/** The seal that follows `last` over these entries. */
export function sealOf(entries: readonly LogEntry[], last: Seal | null, day = asDay("2026-04-15")): Seal {
  const seal = {
    seq: (last?.seq ?? 0) + 1,
    kind: "day" as const,
    day,
    entries: entries.length,
    firstId: entries[0]!.id,
    lastId: entries.at(-1)!.id,
    merkle: rootOf(entries.map(({ id, hash }) => leafOf(id, hash))),
    prevRoot: last?.root ?? GENESIS,
    sealedAt: "2026-04-15T21:01:00.000Z",
  };
  return { ...seal, root: sealRoot(seal) };
}
