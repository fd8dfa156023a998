import "server-only";

import { asc, inArray, isNotNull, sql } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { users } from "#/db/schema/index.ts";

/** The people of the house, by name. */
export function staffUsers(tx: Tx) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.staffRole,
      createdAt: users.createdAt,
      disabledAt: users.disabledAt,
      joined: sql<boolean>`${users.passwordHash} is not null`,
    })
    .from(users)
    .where(isNotNull(users.staffRole))
    .orderBy(asc(users.name));
}

/** Names for ids as `entered_by` keeps them; a job stays what it is. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = [...new Set(ids)].filter((id) => !id.includes(":") && id.length === 36);
  if (people.length === 0) return new Map();
  const rows = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, people));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
