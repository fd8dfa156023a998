import { expect, test } from "vitest";

import { connect, inTenant } from "#/db/client.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { beat } from "#/db/writes/heartbeat.ts";
import { startDraining } from "./draining.ts";
import { readiness } from "./readiness.ts";

const { db, owner } = await testDatabase();
const alive = (at: Date) => inTenant(db, { kind: "system", job: "heartbeat" }, (tx) => beat(tx, "worker", at));
const OK = { ready: true, web: "ok", database: "ok", migrations: "ok", worker: "ok" };

test("says which part is not ready", async () => {
  expect(await readiness(db)).toEqual({ ...OK, ready: false, worker: "silent" });
  await alive(new Date(Date.now() - 61_000));
  expect(await readiness(db)).toMatchObject({ ready: false, worker: "silent" });
  await alive(new Date());
  expect(await readiness(db)).toEqual(OK);

  await owner`update drizzle.__drizzle_migrations set name = name || '_'`;
  expect(await readiness(db)).toEqual({ ...OK, ready: false, migrations: "behind" });
  await owner`update drizzle.__drizzle_migrations set name = rtrim(name, '_')`;

  const nobody = connect("postgres://market_app:x@127.0.0.1:1/none", { max: 1 });
  expect(await readiness(nobody.db)).toMatchObject({ ready: false, database: "away" });
  await nobody.client.end({ timeout: 0 });

  startDraining();
  expect(await readiness(db)).toEqual({ ...OK, ready: false, web: "stopping" });
});
