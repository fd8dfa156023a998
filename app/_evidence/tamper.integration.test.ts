import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { expect, test } from "vitest";
import { sealDays } from "#/app/_jobs/seal-evidence.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { makeParty, pay, placeOrder } from "#/app/_testing/fixtures.ts";
import { TAMPERINGS, tamper, verdictAfter } from "#/app/_testing/tamper.ts";
import { testDatabase } from "#/db/testing/database.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => new Date(`2026-04-${day}T10:00:00+03:00`);
for (const day of ["14", "15"]) {
  const party = await makeParty(db, "legalEntity", { now: at(day) });
  await pay(db, await placeOrder(db, party, [{}], { now: at(day) }), { now: at(day) });
}
await sealDays(db, at("16"));
const [{ n: rows }] = (await owner`select count(*)::int as n from evidence`) as unknown as [{ n: number }];

const asOwner = drizzle({ client: owner });

test("the log as it was written verifies", async () => {
  expect((await verdictAfter(asOwner, async () => {})).found).toEqual({
    ok: true,
    entries: rows,
    sealed: rows,
    erased: 0,
    problems: [],
  });
});

test.each(TAMPERINGS)("%s by the table's owner is found and named", async (how) => {
  for (let seed = 0; seed < 9; seed++) {
    const pick = <T>(from: readonly T[]) => from[(seed * 7919) % from.length]!;
    const { found } = await verdictAfter(asOwner, (tx) => tamper(tx, how, pick));
    expect(found.ok, `${how} ${seed}`).toBe(false);
    expect(found.problems.every(({ event }) => event !== null && /^[\w:-]+#-?\d+$/.test(event))).toBe(true);
  }
});

test("names taken out without an erasure are found, every one of them", async () => {
  const { found } = await verdictAfter(asOwner, async (tx) => {
    await tx.execute(sql`alter table evidence disable trigger user`);
    await tx.execute(
      sql`update evidence set actor_name = '', address = null, browser = null, salt = null where actor_kind = 'customer'`,
    );
  });
  expect(found.ok).toBe(false);
  expect(found.erased).toBeGreaterThan(0);
  expect(found.problems.filter(({ what }) => what === "unfounded")).toHaveLength(found.erased);
});

test("nobody rewrites the log without putting its triggers aside first", async () => {
  await expect(owner`update evidence set step = 'x'`).rejects.toThrow(/append-only/);
  await expect(owner`delete from evidence`).rejects.toThrow(/append-only/);
});
