import "server-only";

import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import type { Actor } from "#/lib/access/actor.ts";

export type Db = ReturnType<typeof connect>["db"];
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Opens a pool that signs in as `market_app`: it owns nothing and, before a tenant is named, sees next to nothing. */
export function connect(url: string, { max = 10 } = {}) {
  const client = postgres(url, {
    max,
    onnotice() {},
    // A database that was away is found again within two seconds; the driver would wait up to twenty.
    connect_timeout: 10,
    backoff: (attempt) => Math.min(2 ** attempt / 10, 2),
    connection: {
      application_name: "market",
      statement_timeout: 60_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  return { db: drizzle({ client }), client };
}

const pool = globalThis as typeof globalThis & { marketPool?: ReturnType<typeof connect> };

/** The process's one pool, opened at the first use. */
export function database(): Db {
  if (!pool.marketPool) {
    const url = process.env.APP_DATABASE_URL;
    if (!url) throw new Error("APP_DATABASE_URL is not set");
    pool.marketPool = connect(url);
  }
  return pool.marketPool.db;
}

export async function closeDatabase() {
  await pool.marketPool?.client.end({ timeout: 5 });
  pool.marketPool = undefined;
}

const ROLE_OF = {
  customer: "market_customer",
  staff: "market_staff",
  system: "market_system",
} as const;

/** Who a transaction runs for. A newcomer names the party that it is about to found. */
export type Tenant =
  | { kind: "customer"; partyId: string; userId: string }
  | { kind: "staff"; userId: string }
  | { kind: "system"; job: string };

export const tenantOf = (actor: Actor): Tenant => {
  if (actor.kind === "customer" || actor.kind === "staff" || actor.kind === "system") return actor;
  throw new Error(`${actor.kind} has no tenant`);
};

/**
 * Runs `work` in one transaction as the tenant's own database role: row-level security is the second wall behind the
 * queries' own conditions. Role and party are local to the transaction, so a pooled connection carries nothing over.
 */
export function inTenant<T>(
  db: Db,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
  options?: { readOnly?: boolean },
): Promise<T> {
  return db.transaction(
    async (tx) => {
      const party = tenant.kind === "customer" ? tenant.partyId : "";
      const person = tenant.kind === "system" ? "" : tenant.userId;
      await tx.execute(
        sql`select set_config('role', ${ROLE_OF[tenant.kind]}, true), set_config('app.party', ${party}, true), set_config('app.user', ${person}, true)`,
      );
      return work(tx);
    },
    options?.readOnly ? { accessMode: "read only" } : undefined,
  );
}
