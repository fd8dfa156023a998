import "server-only";

import { notFound } from "next/navigation";

import { clockMoves } from "#/app/_time/now.ts";
import { database, inTenant, type Tx } from "#/db/client.ts";

/** Reads the shop's letters for anybody who can open the demonstration. In production there is no such page. */
export async function mailbox<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  if (!clockMoves()) notFound();
  return inTenant(database(), { kind: "system", job: "mailbox" }, read, { readOnly: true });
}
