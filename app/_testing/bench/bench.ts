import "server-only";

import type postgres from "postgres";

import type { Db } from "#/db/client.ts";

export type Bench = (bench: {
  db: Db;
  owner: postgres.Sql;
  /** The application's own login, without drizzle: what the floors speak through. */
  plain: postgres.Sql;
  smoke: boolean;
  rounds: number;
  say(line: string): void;
}) => Promise<void>;

export const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Each way once a round, in turn, so that a busy neighbour slows all of them alike. Milliseconds of each round. */
export async function inTurn<K extends string>(
  rounds: number,
  ways: Record<K, () => Promise<unknown>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(ways) as K[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) took[name].push(await timed(ways[name]));
  return took;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export const ms = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
export const ratio = (ours: number, floor: number) => `${(ours / floor).toFixed(2)}×`;
