import "server-only";

import postgres from "postgres";

import { connect, type Db } from "#/db/client.ts";

/** How much: each figure is the full size; a smoke run has its own, a part scales the full one. */
export type Sizes = Readonly<Record<string, { full: number; smoke: number }>>;
export type Chosen<S extends Sizes> = { [K in keyof S]: number };
export type Figures = Record<string, number | string>;

export type Proof<S extends Sizes> = {
  what: string;
  sizes: S;
  run(house: House, size: Chosen<S>): Promise<Figures> | Figures;
};

/** What a proof works with. A violation is written down and the proof goes on: one run tells everything. */
export type House = {
  seed: number;
  random: Random;
  appUrl: string;
  ownerUrl: string;
  violations: string[];
  violated(what: string): void;
  say(line: string): void;
};

export const defineProof = <S extends Sizes>(proof: Proof<S>): Proof<S> => proof;

export function sizesOf<S extends Sizes>(sizes: S, size: string): Chosen<S> {
  const of = ({ full, smoke }: { full: number; smoke: number }) =>
    size === "smoke" ? smoke : size === "full" ? full : Math.max(smoke, Math.round(full * Number(size)));
  return Object.fromEntries(Object.entries(sizes).map(([name, one]) => [name, of(one)])) as Chosen<S>;
}

/** The same seed makes the same choices; races between processes stay races. */
export type Random = {
  /** 0 ≤ n < below. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(rows: readonly T[]): T[];
};

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (from) => from[int(from.length)]!,
    shuffle(rows) {
      const mixed = [...rows];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = int(at + 1);
        [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
      }
      return mixed;
    },
  };
}

/** Both ways into the proof's database: as the application, and as the owner who sees everything. */
export async function withDatabase<T>(
  { appUrl, ownerUrl }: Pick<House, "appUrl" | "ownerUrl">,
  clients: number,
  work: (db: Db, owner: postgres.Sql) => Promise<T>,
): Promise<T> {
  const { db, client } = connect(appUrl, { max: clients });
  const owner = postgres(ownerUrl, { max: 2, onnotice() {} });
  try {
    return await work(db, owner);
  } finally {
    await Promise.all([client.end({ timeout: 1 }), owner.end({ timeout: 1 })]);
  }
}

/** `of` pieces of work over so many hands at once. */
export async function atOnce(hands: number, of: number, work: (n: number, hand: number) => Promise<void>) {
  let next = 0;
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      while (next < of) await work(next++, hand);
    }),
  );
}
