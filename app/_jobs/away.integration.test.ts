import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, test } from "vitest";

import { makeParty, placeOrder } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { testEnv } from "./testing/env.ts";
import { wireTo } from "./testing/wire.ts";
import { endWorker, startWorker, until } from "./testing/worker-process.ts";

const { db, owner, appUrl } = await testDatabase();
const wire = await wireTo(appUrl);
const worker = startWorker({ ...testEnv(appUrl), APP_DATABASE_URL: wire.url, LOG_LEVEL: "info" }, "pipe");
const lines: Record<string, unknown>[] = [];
worker.stdout?.on("data", (chunk) => {
  for (const line of String(chunk).split("\n").filter(Boolean)) lines.push(JSON.parse(line));
});
afterAll(async () => {
  await endWorker(worker, "SIGKILL");
  await wire.cut().catch(() => {});
});

const said = (message: string) => lines.filter(({ msg }) => msg === message).length;
const done = async () => (await owner`select 1 from outbox where done_at is null`).length === 0;

test("a database that is away is one line of the log, and nothing is lost when it is back", {
  timeout: 60_000,
}, async () => {
  const party = await makeParty(db);
  await placeOrder(db, party);
  await until(done);
  await wire.cut();
  await until(() => said("database away, waiting") > 0);
  await placeOrder(db, party);
  await sleep(4000);
  await wire.mend();
  await until(done, 40_000);
  expect(said("database away, waiting")).toBe(1);
  expect(said("database is back")).toBe(1);
  expect(await owner`select 1 from mails where template = 'invoice-issued'`).toHaveLength(4);
  expect(JSON.stringify(lines)).not.toMatch(/@example|postgres:\/\//);
  expect(await endWorker(worker, "SIGTERM")).toBe(0);
});
