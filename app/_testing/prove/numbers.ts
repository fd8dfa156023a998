import "server-only";

import { sql } from "drizzle-orm";
import type postgres from "postgres";

import { inTenant } from "#/db/client.ts";
import { takeNumber } from "#/db/writes/numbers.ts";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { MortalPool } from "./driver.ts";
import { atOnce, defineProof, type House, withDatabase } from "./proof.ts";

const CLIENTS = 16;
const FIRST_DAY = asDay("2026-12-20");
/** New Year falls into the middle. */
const DAYS = 24;
/** Issues between two kills of a backend in the middle of its work. */
const EACH_KILL = 50;
const SYSTEM = { kind: "system", job: "prove-numbers" } as const;

class RolledBack extends Error {}

export const proof = defineProof({
  what: `${CLIENTS} clients take numbers across New Year, one in ten rolls back, backends are killed`,
  sizes: { issues: { full: 20_000, smoke: 600 } },
  async run(house, { issues }) {
    return withDatabase(house, 1, async (_db, owner) => {
      // Where an issued document would be: its number, its day, and when its transaction read the clock.
      await owner`create table proved_numbers (kind text, year int, sequence int, number text, issued_on date, began int)`;
      await owner`grant select, insert on proved_numbers to market_system`;
      const pool = new MortalPool(house.appUrl, CLIENTS);
      const figures = { committed: 0, rolledBack: 0, killed: 0, brokenOff: 0 };
      /** Order of events on this side: a clock was read, a commit was acknowledged. */
      let moment = 0;
      const acknowledged = new Map<string, number>();
      /** The house's clock: it goes with the work and never back. */
      let begun = 0;
      await atOnce(CLIENTS, issues, async (n) => {
        const undo = house.random.chance(0.1);
        if (n % EACH_KILL === EACH_KILL - 1) figures.killed += await kill(owner);
        const kind = n % 4 === 0 ? "act" : "invoice";
        for (;;) {
          begun = Math.max(begun, n);
          const on: Day = addDays(FIRST_DAY, Math.floor((begun / issues) * DAYS));
          const began = ++moment;
          const issue = pool.run((db) =>
            inTenant(db, SYSTEM, async (tx) => {
              const { year, sequence, number } = await takeNumber(tx, kind, on);
              await tx.execute(
                sql`insert into proved_numbers values (${kind}, ${year}, ${sequence}, ${number}, ${on}, ${began})`,
              );
              if (undo) throw new RolledBack();
              return `${kind} ${number}`;
            }),
          );
          const done = await issue.catch((error: unknown) => (error instanceof RolledBack ? "rolled back" : null));
          // Killed: whether it was committed nobody knows, so it is done again, as a person would.
          if (done === null) figures.brokenOff++;
          else if (done === "rolled back") return void figures.rolledBack++;
          else return void (acknowledged.set(done, ++moment) && figures.committed++);
        }
      });
      await pool.close();
      const series = await checkSeries(house, owner);
      const overlapping = await checkOrder(house, owner, acknowledged);
      return {
        "numbers issued and acknowledged": figures.committed,
        "rolled back": figures.rolledBack,
        "backends killed": figures.killed,
        "transactions broken off and repeated": figures.brokenOff,
        "deaths of the client by its driver": pool.deaths,
        series,
        "out of order while midnight passed": overlapping,
      };
    });
  },
});

async function kill(owner: postgres.Sql): Promise<number> {
  const gone = await owner`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'market_app' and state <> 'idle' order by random() limit 1`;
  return gone.length;
}

async function checkSeries(house: House, owner: postgres.Sql): Promise<string> {
  const series = await owner`
    select kind, year, count(*)::int as rows, min(sequence) as first, max(sequence) as last,
           count(distinct sequence)::int as sequences, count(distinct number)::int as numbers,
           (select last from number_series s where s.kind = p.kind and s.year = p.year) as counter
    from proved_numbers p group by kind, year order by kind, year`;
  for (const { kind, year, rows, first, last, sequences, numbers, counter } of series) {
    const name = `${kind} ${year}`;
    if (first !== 1 || sequences !== last) house.violated(`${name}: ${last - sequences} gaps in ${first}…${last}`);
    if (sequences !== rows || numbers !== rows) house.violated(`${name}: ${rows - sequences} duplicates`);
    if (counter !== last) house.violated(`${name}: the counter says ${counter}, the last number is ${last}`);
  }
  if (series.length !== 4) house.violated(`${series.length} series instead of 4`);
  return series.map(({ kind, year, last }) => `${kind} ${year}: 1…${last}`).join(", ");
}

/**
 * A number of an earlier day behind one of a later day is a violation where the earlier number was known before the later
 * transaction read the clock. Two that overlap while midnight passes have no order of their own; they are counted.
 */
async function checkOrder(house: House, owner: postgres.Sql, acknowledged: Map<string, number>): Promise<number> {
  const rows = await owner<{ kind: string; year: number; number: string; on: string; began: number }[]>`
    select kind, year, number, issued_on::text as on, began from proved_numbers order by kind, year, sequence`;
  for (const number of acknowledged.keys())
    if (!rows.some((row) => `${row.kind} ${row.number}` === number))
      house.violated(`${number} was acknowledged and lost`);
  let overlapping = 0;
  rows.forEach((row, at) => {
    const before = rows.slice(Math.max(0, at - 4 * CLIENTS), at);
    const later = before.filter(({ kind, year, on }) => kind === row.kind && year === row.year && on > row.on);
    if (later.length === 0) return;
    const known = later.find((one) => (acknowledged.get(`${one.kind} ${one.number}`) ?? Infinity) < row.began);
    if (known) house.violated(`${row.kind} ${row.number} of ${row.on} stands behind ${known.number} of ${known.on}`);
    else overlapping++;
  });
  return overlapping;
}
