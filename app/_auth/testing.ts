import "server-only";

import type { Db } from "#/db/client.ts";
import { addUser } from "#/db/writes/users.ts";
import type { StaffRole } from "#/lib/access/actor.ts";
import { hashPassword } from "#/lib/auth/password-hash.ts";
import type { Visit } from "./visit.ts";

export const SECRET = "integration-secret-integration-secret-0123";
export const PASSWORD = "тихий-вагон-семь-груш";

/** A visit of somebody from this address; the clock stands where it is put. */
export const visitFrom = (db: Db, over: Partial<Visit> & { address?: string } = {}): Visit => {
  const { address = "203.0.113.7", ...rest } = over;
  const real = rest.real ?? new Date("2026-11-21T09:00:00Z");
  const origin = { address, browser: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
  return { db, origin, now: real, real, secret: SECRET, oneMachine: false, ...rest };
};

/** A confirmed person with PASSWORD. */
export async function person(db: Db, email: string, staffRole: StaffRole | null = null) {
  const id = crypto.randomUUID();
  const createdAt = new Date("2026-11-01T09:00:00Z");
  const passwordHash = await hashPassword(PASSWORD);
  await addUser(db, {
    id,
    email,
    name: "Анна",
    locale: "ru",
    passwordHash,
    staffRole,
    emailConfirmedAt: createdAt,
    createdAt,
  });
  return { id, email };
}
