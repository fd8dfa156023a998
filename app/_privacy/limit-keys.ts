import "server-only";

import type { Tx } from "#/db/client.ts";
import { earlierSignIns } from "#/db/queries/sessions.ts";
import type { UserRow } from "#/db/queries/users.ts";
import { limitKey } from "#/lib/auth/limits.ts";
import { env } from "#/lib/env.ts";

/** The counters that are kept under a keyed hash of this person: by address, account, and the places they came from. */
export async function limitKeysOf(tx: Tx, { id, email }: Pick<UserRow, "id" | "email">): Promise<string[]> {
  const secret = env().AUTH_SECRET;
  const places = new Set((await earlierSignIns(tx, id)).map(({ address }) => address ?? "unknown"));
  return [
    limitKey(secret, "sign-in.account", email),
    limitKey(secret, "letter.account", email),
    limitKey(secret, "code.account", id),
    limitKey(secret, "password.account", id),
    ...[...places].map((place) => limitKey(secret, "sign-in.pair", place, email)),
  ];
}
