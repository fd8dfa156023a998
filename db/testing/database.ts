import "server-only";

import { readFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { afterAll } from "vitest";

import { connect } from "#/db/client.ts";

export const TEST_CLUSTER = path.resolve(process.env.TEST_CLUSTER ?? ".data/test-pg");
export const TEMPLATE = "market_template";

/** A fresh migrated database of this test file, copied from the template; dropped when the file is done. */
export async function testDatabase() {
  const urls = JSON.parse(await readFile(path.join(TEST_CLUSTER, "urls.json"), "utf8")) as {
    owner: string;
    app: string;
  };
  const name = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(urls.owner, { max: 1, onnotice() {} });
  // Copies of one template wait for each other; a lock makes them queue instead of failing.
  await admin.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(4)`;
  });
  await admin.unsafe(`create database ${name} template ${TEMPLATE}`);
  const ownerUrl = at(urls.owner, name);
  const appUrl = at(urls.app, name);
  const pool = connect(appUrl, { max: 20 });
  const owner = postgres(ownerUrl, { max: 2, onnotice() {} });
  const close = async () => {
    await pool.client.end({ timeout: 1 });
    await owner.end({ timeout: 1 });
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
  afterAll(close);
  return { ...pool, owner, ownerUrl, appUrl };
}

const at = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};
