import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";

import { prepareDatabase } from "#/db/prepare.ts";

/** One real PostgreSQL for the whole run with one migrated, seeded template; every test file copies it. */
export default async function setup() {
  process.env.LOG_LEVEL ??= "silent";
  const dir = path.resolve(process.env.TEST_CLUSTER ?? ".data/test-pg");
  const { startPostgres } = await import("#/scripts/pg.ts");
  const cluster = await startPostgres({ dir, fast: true });
  const admin = postgres(cluster.url, { max: 1, onnotice() {} });
  await admin`drop database if exists market_template with (force)`;
  await admin`create database market_template`;
  await admin.end();
  const template = new URL(cluster.url);
  template.pathname = "/market_template";
  const { appUrl } = await prepareDatabase(template.toString());
  const { seedDocuments } = await import("#/db/seed/documents.ts");
  await seedDocuments(template.toString());
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, "urls.json"), JSON.stringify({ owner: cluster.url, app: appUrl }), { mode: 0o600 });
  return () => cluster.stop();
}
