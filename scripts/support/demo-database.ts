import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { removePostgres, startPostgres } from "../pg.ts";
import { DATA, readJson, writePrivateJson } from "./files.ts";

export type DemoAccount = Readonly<Record<string, string>>;
export type Database = { ownerUrl: string; stop(): Promise<void> };

const CLUSTER = path.join(DATA, "pg");
const ACCOUNTS = path.join(DATA, "demo-accounts.json");
const SECRETS = path.join(DATA, "secrets.json");
/** What a running demo tells other commands: its settings and the supervisor's process. */
export const RUNNING = path.join(DATA, "running.json");
export type Running = { supervisor: number; env: Record<string, string | undefined> };

/** The database of DATABASE_URL when it is set, else the embedded one under `.data/pg`. */
export async function openDatabase(): Promise<Database> {
  if (process.env.DATABASE_URL) return { ownerUrl: process.env.DATABASE_URL, async stop() {} };
  const server = await startPostgres({ dir: CLUSTER });
  return { ownerUrl: server.url, stop: server.stop };
}

/** Roles, migrations and grants; the answer is the address that the application itself uses. */
export async function prepare(ownerUrl: string): Promise<string> {
  const { prepareDatabase } = await import("#/db/prepare.ts");
  return (await prepareDatabase(ownerUrl, process.env.APP_DATABASE_URL || undefined)).appUrl;
}

/** Forgets the embedded database and what was written about it. A database of yours is never dropped. */
export async function forgetDemo() {
  if (process.env.DATABASE_URL)
    throw new Error("--reset deletes the embedded database only; empty the one of DATABASE_URL yourself");
  await removePostgres(CLUSTER);
  fs.rmSync(ACCOUNTS, { force: true });
}

/** Demo data once per database; the accounts are kept, because their passwords are stored nowhere else. */
export async function seedOnce(
  appUrl: string,
  ownerUrl: string,
): Promise<{ accounts: readonly DemoAccount[]; seeded: boolean }> {
  const database = createHash("sha256")
    .update(appUrl.replace(/:\d+\//, "/"))
    .digest("hex");
  const kept = readJson<{ database: string; accounts: DemoAccount[] }>(ACCOUNTS);
  if (kept?.database === database) return { accounts: kept.accounts, seeded: false };
  const accounts = await seed(appUrl, ownerUrl);
  writePrivateJson(ACCOUNTS, { database, accounts });
  return { accounts, seeded: true };
}

/** Fills an empty database with the demo's editions, parties and accounts. */
export async function seed(
  appUrl: string,
  ownerUrl: string,
  secret: string = authSecret(),
): Promise<readonly DemoAccount[]> {
  // By address: scripts start the house's processes, they import none of its rooms.
  const module = (await import(new URL("../../app/_demo/seed.ts", import.meta.url).href)) as {
    seedDemo(
      appUrl: string,
      more: { ownerUrl: string; now: Date; authSecret: string },
    ): Promise<readonly DemoAccount[]>;
  };
  return module.seedDemo(appUrl, { ownerUrl, now: new Date(), authSecret: secret });
}

/** The demo's own secret, made at the first start: sessions outlive a restart, and no two machines share it. */
export function authSecret(): string {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const kept = readJson<{ authSecret: string }>(SECRETS) ?? { authSecret: randomBytes(48).toString("base64url") };
  writePrivateJson(SECRETS, kept);
  return kept.authSecret;
}
