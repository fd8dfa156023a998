import "server-only";

import type postgres from "postgres";

import type { Db } from "#/db/client.ts";
import type { Imported } from "#/db/writes/statements.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import type { House } from "./proof.ts";
import { bringStatement, fileOf, stray } from "./statements.ts";

const now = new Date("2026-04-21T12:00:00+03:00");
const UPLOADS = 20;

/** The ways in which banks and people bring the same money twice; each must leave each movement exactly once. */
export async function proveFiles(house: House, db: Db, owner: postgres.Sql) {
  const { random, violated } = house;
  let made = 0;
  /** A month of few days with many twins, none of which was ever brought before. */
  const month = (name: string): StatementLine[] =>
    [0, 1, 2, 3].flatMap((day) =>
      Array.from({ length: 12 }, () => ({
        ...stray(day),
        // Few numbers and sums: twins of two and three are common.
        documentNumber: `${name}-${random.int(4)}`,
        amount: BigInt(4500 + random.int(2)),
      })),
    );
  const expect = async (what: string, files: StatementLine[][], whole: StatementLine[]) => {
    let added = 0;
    for (const lines of files) added += (await bringStatement(db, fileOf(lines), now)).new;
    made += files.length;
    const number = whole[0]!.documentNumber.split("-")[0]!;
    const [row] =
      await owner`select count(*)::int as n, sum(amount)::text as sum from payments where document_number like ${`${number}-%`}`;
    const sum = whole.reduce((total, { amount }) => total + amount, 0n);
    if (row!.n !== whole.length || BigInt(row!.sum ?? 0) !== sum || added !== whole.length)
      violated(`${what}: ${whole.length} movements of ${sum}, kept ${row!.n} of ${row!.sum}, told ${added}`);
  };

  const day = (lines: StatementLine[], ...days: number[]) =>
    lines.filter(({ creditDate }) => days.some((one) => stray(one).creditDate === creditDate));
  const [again, mixed, split, over, wide] = ["A", "B", "C", "D", "E"].map(month) as [
    StatementLine[],
    ...StatementLine[][],
  ];
  await expect(
    "the same file ten times",
    Array.from({ length: 10 }, () => again),
    again,
  );
  await expect(
    "in another order each time",
    [mixed!, ...Array.from({ length: 5 }, () => random.shuffle(mixed!))],
    mixed!,
  );
  await expect(
    "split by day, then whole",
    [day(split!, 2), day(split!, 0), day(split!, 1), day(split!, 3), split!],
    split!,
  );
  await expect("overlapping days", [day(over!, 0, 1, 2), day(over!, 1, 2, 3), day(over!, 0, 3)], over!);
  await expect("whole, then its parts", [wide!, ...[0, 1, 2, 3].map((one) => day(wide!, one))], wide!);

  const same = month("F");
  const shuffled = Array.from({ length: UPLOADS }, (_, n) => fileOf(n % 2 === 0 ? same : random.shuffle(same)));
  const answers = await Promise.allSettled(shuffled.map((bytes) => bringStatement(db, bytes, now)));
  const kept = answers.flatMap((answer) =>
    answer.status === "fulfilled" ? [(answer.value satisfies Imported).new] : [],
  );
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [codeOf(answer.reason)] : []));
  const [row] = await owner`select count(*)::int as n from payments where document_number like 'F-%'`;
  if (row!.n !== same.length) violated(`${UPLOADS} uploads at once: ${same.length} movements, kept ${row!.n}`);
  const told = kept.reduce((total, n) => total + n, 0);
  if (told !== same.length) violated(`${UPLOADS} uploads at once: ${same.length} movements, ${told} told as new`);
  return {
    "files brought again, mixed, split": made,
    "uploads at once": UPLOADS,
    "of them asked to try again": `${refused.length} ${[...new Set(refused)].join(", ")}`,
  };
}

/** PostgreSQL's own word for why: 40P01 is a deadlock, 23505 that somebody was first. */
const codeOf = (error: unknown) => String((error as { cause?: { code?: unknown } }).cause?.code ?? error).slice(0, 80);
