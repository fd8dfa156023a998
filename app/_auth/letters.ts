import "server-only";

import type { Tx } from "#/db/client.ts";
import type { UserRow } from "#/db/queries/users.ts";
import { tell } from "#/db/writes/outbox.ts";
import { addLink } from "#/db/writes/users.ts";
import { LINK_LIFE_MS, type LinkPurpose, placeholderHash } from "#/lib/auth/link.ts";
import type { Visit } from "./visit.ts";

type AccountTemplate =
  | "confirm-email"
  | "already-registered"
  | "reset-password"
  | "password-changed"
  | "new-device"
  | "invitation";

type Recipient = Pick<UserRow, "id" | "locale">;

/** A letter without a link. Who it goes to and what it says is for the worker: the outbox holds ids only. */
export const tellAccount = (tx: Tx, visit: Pick<Visit, "now">, user: Recipient, template: AccountTemplate) =>
  tell(tx, visit.now, {
    topic: "account-mail",
    payload: { template, userId: user.id, linkId: null, locale: user.locale },
  });

/** A letter with a one-time link. The worker makes the token when it writes the letter, and counts the 30 minutes anew. */
export async function tellLink(
  tx: Tx,
  { now, real }: Pick<Visit, "now" | "real">,
  user: Recipient,
  { template, purpose, payload = null }: { template: AccountTemplate; purpose: LinkPurpose; payload?: object | null },
): Promise<string> {
  const id = crypto.randomUUID();
  await addLink(tx, {
    id,
    tokenHash: placeholderHash(),
    purpose,
    userId: user.id,
    payload: payload && JSON.stringify(payload),
    createdAt: real,
    expiresAt: new Date(real.getTime() + LINK_LIFE_MS[purpose]),
  });
  await tell(tx, now, {
    topic: "account-mail",
    payload: { template, userId: user.id, linkId: id, locale: user.locale },
  });
  return id;
}
