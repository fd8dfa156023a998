import "server-only";

import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

import { seedCalendar } from "#/db/seed/calendar.ts";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant: everybody who migrates this database waits for the same lock. */
const MIGRATION_LOCK = 20_261_121;
const TENANT_ROLES = ["market_customer", "market_staff", "market_system"] as const;

/**
 * Makes a database ready: roles, migrations, grants. `ownerUrl` may create roles and tables; the application itself signs
 * in as the role of `appUrl`, which owns nothing. Without `appUrl` the role `market_app` is made with a derived password.
 */
export async function prepareDatabase(ownerUrl: string, appUrl?: string): Promise<{ appUrl: string }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice() {} });
  const url = appUrl ?? derivedAppUrl(ownerUrl);
  // Row-level policies name the role, so the login is always the same one.
  if (new URL(url).username !== "market_app") throw new Error("APP_DATABASE_URL must sign in as the role market_app");
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await makeRoles(sql, url, appUrl === undefined);
    await migrate(drizzle({ client: sql }), { migrationsFolder: MIGRATIONS });
    await seedCalendar(sql);
    // Readiness compares what was applied with what the build knows.
    await sql.unsafe("grant usage on schema drizzle to market_app");
    await sql.unsafe("grant select on drizzle.__drizzle_migrations to market_app");
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  } finally {
    await sql.end();
  }
  return { appUrl: url };
}

async function makeRoles(sql: postgres.Sql, appUrl: string, derived: boolean) {
  for (const role of ["market_app", ...TENANT_ROLES]) {
    const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
    // NOINHERIT: the login role gets a tenant's rights only by naming the tenant's role in a transaction.
    if (!known) await sql.unsafe(`create role ${role} noinherit nosuperuser nocreatedb nocreaterole nobypassrls`);
  }
  if (derived) {
    const password = decodeURIComponent(new URL(appUrl).password);
    await sql.unsafe(`alter role market_app login password '${password}'`);
  }
  await sql.unsafe(`grant ${TENANT_ROLES.join(", ")} to market_app`);
}

function derivedAppUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const password = createHmac("sha256", `${url.username}:${url.password}`).update("market_app").digest("hex");
  url.username = "market_app";
  url.password = password;
  return url.toString();
}
