import { expect, test } from "vitest";

import { makeParty } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { sweepOut } from "#/db/writes/housekeeping.ts";

const { db, owner } = await testDatabase();
const now = new Date("2026-04-20T10:00:00+03:00");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test("takes out what is over, and nothing that may still be asked for", async () => {
  const { owner: person } = await makeParty(db, "individual", { now });
  const { userId } = person;
  for (const hours of [47, 49]) {
    await owner`insert into idempotency (actor_id, action, key, request_hash, created_at)
      values (${userId}, 'a', ${`key-${hours}`}, 'x', ${ago(hours)})`;
    await owner`insert into rate_limits (key, count, resets_at) values (${`limit-${hours}`}, 1, ${ago(hours - 48)})`;
  }
  for (const days of [6, 8]) {
    const [id, hash, at] = [crypto.randomUUID(), crypto.randomUUID(), ago(days * 24)];
    await owner`insert into sessions (id, token_hash, user_id, created_at, last_seen_at, expires_at)
      values (${id}, ${hash}, ${userId}, ${at}, ${at}, ${at})`;
    await owner`insert into one_time_links (id, token_hash, purpose, user_id, created_at, expires_at)
      values (${id}, ${hash}, 'invitation', ${userId}, ${at}, ${at})`;
  }
  await inTenant(db, { kind: "system", job: "housekeeping" }, (tx) => sweepOut(tx, { now, real: now }));

  expect(await owner`select key from idempotency`).toEqual([{ key: "key-47" }]);
  expect(await owner`select key from rate_limits`).toEqual([{ key: "limit-47" }]);
  for (const table of ["sessions", "one_time_links"])
    expect(await owner`select expires_at from ${owner(table)}`).toEqual([{ expires_at: ago(6 * 24) }]);
});
