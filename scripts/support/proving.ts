import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import postgres from "postgres";

import { type Postgres, startPostgres } from "../pg.ts";
import { DATA, ROOT, readJson } from "./files.ts";

const LEASH = path.join(ROOT, "scripts/support/leash.ts");
/** Made by the integration tests in their cluster: a copy of it is cheaper than migrations, and leaves the shared roles alone. */
const TEMPLATE = "market_template";

export type Proving = { ownerUrl: string; appUrl: string; cluster: Postgres; close(): Promise<void> };

/**
 * A fresh migrated database with the published documents, dropped at the end; never one of yours. `dir` is the cluster's
 * folder: that of the tests when they run a proof, else one that proofs and benches share.
 */
export async function openProving(name: string, { dir = provingDir(), fast = true } = {}): Promise<Proving> {
  const cluster = await startPostgres({ dir, fast });
  const database = `${name}_${process.pid}`.replaceAll("-", "_");
  const ready = fast ? readJson<{ app: string }>(path.join(dir, "urls.json")) : null;
  const from = ready ? ` template ${TEMPLATE}` : "";
  await asOwner(cluster.url, (sql) => sql.unsafe(`create database ${database}${from}`));
  const ownerUrl = databaseAt(cluster.url, database);
  const appUrl = ready ? databaseAt(ready.app, database) : await prepare(ownerUrl);
  const close = async () => {
    await asOwner(cluster.url, (sql) => sql.unsafe(`drop database if exists ${database} with (force)`));
    await cluster.stop();
  };
  return { ownerUrl, appUrl, cluster, close };
}

async function prepare(ownerUrl: string): Promise<string> {
  const { prepareDatabase } = await import("#/db/prepare.ts");
  const { seedDocuments } = await import("#/db/seed/documents.ts");
  const { appUrl } = await prepareDatabase(ownerUrl);
  await seedDocuments(ownerUrl);
  return appUrl;
}

const provingDir = () => path.resolve(process.env.TEST_CLUSTER ?? path.join(DATA, "prove-pg"));

export const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

export async function asOwner<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** One process of `app/_testing`, on a leash, with settings of a test house. */
export function startProver(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): { child: ChildProcess; ended: Promise<number> } {
  const node = ["--conditions=react-server", "--import", LEASH, path.join(ROOT, "app/_testing", file), ...args];
  const child = spawn(process.execPath, node, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      APP_MODE: "test",
      AUTH_SECRET: "a secret for proofs only, forty characters long",
      PUBLIC_ORIGIN: "https://shop.example",
      SMTP_URL: "",
      LOG_LEVEL: "silent",
      MARKET_LEASH: "1",
      ...env,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  return { child, ended: once(child, "exit").then(([code]) => (typeof code === "number" ? code : 1)) };
}
