import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

import { audit } from "#/db/testing/audit.ts";
import { cluster } from "./cluster.ts";
import { MortalPool } from "./driver.ts";
import { type Acknowledged, writeOn } from "./mixed-writers.ts";
import { defineProof, type House, withDatabase } from "./proof.ts";

const CLIENTS = 8;
const now = new Date("2026-04-16T12:00:00+03:00");

export const proof = defineProof({
  what: `kill -9 of PostgreSQL while ${CLIENTS} clients write: what was acknowledged is there, what was not is whole or absent`,
  sizes: { kills: { full: 50, smoke: 2 } },
  async run(house, { kills }) {
    const told: Acknowledged = { contracts: new Map(), payments: new Set(), statements: new Set() };
    let place = { appUrl: house.appUrl, ownerUrl: house.ownerUrl };
    let slowest = 0;
    let entries = 0;
    for (let kill = 0; kill < kills; kill++) {
      const pool = new MortalPool(place.appUrl, CLIENTS);
      const clients = Array.from({ length: CLIENTS }, () =>
        pool.run((db) => writeOn(db, house.random, now, told)).catch(() => {}),
      );
      await sleep(200 + house.random.int(1500));
      await cluster("kill");
      await Promise.race([Promise.all(clients), sleep(3000)]);
      await pool.close();
      const began = performance.now();
      place = await cluster("start");
      slowest = Math.max(slowest, performance.now() - began);
      const found = await withDatabase(place, 1, async (_db, owner) => check(house, owner, told, kill));
      entries = found.entries;
    }
    return {
      kills,
      "commits acknowledged":
        [...told.contracts.values()].reduce((sum, n) => sum + n, 0) + told.payments.size + told.statements.size,
      "entries of evidence verified": entries,
      "slowest return of the database": `${(slowest / 1000).toFixed(1)} s`,
    };
  },
});

async function check(house: House, owner: postgres.Sql, told: Acknowledged, kill: number) {
  const versions = new Map(
    (await owner`select id, version from contracts`).map(({ id, version }) => [id as string, version as number]),
  );
  for (const [id, version] of told.contracts)
    if ((versions.get(id) ?? 0) < version)
      house.violated(`kill ${kill}: step ${version} of ${id} was acknowledged and is lost`);
  for (const [what, ids] of [
    ["payments", told.payments],
    ["statements", told.statements],
  ] as const) {
    const kept = new Set((await owner.unsafe(`select id from ${what}`)).map(({ id }) => id as string));
    for (const id of ids) if (!kept.has(id)) house.violated(`kill ${kill}: ${what} ${id} was acknowledged and is lost`);
  }
  const found = await audit(owner);
  for (const problem of found.problems) house.violated(`kill ${kill}: ${problem}`);
  return found;
}
