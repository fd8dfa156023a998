import "server-only";

import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { notices } from "#/db/schema/index.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export type NoticeRow = Omit<typeof notices.$inferSelect, "dedupeKey" | "userId" | "partyId">;

const columns = {
  id: notices.id,
  contractId: notices.contractId,
  kind: notices.kind,
  title: notices.title,
  text: notices.text,
  path: notices.path,
  createdAt: notices.createdAt,
  readAt: notices.readAt,
};

const own = ({ userId, partyId }: CustomerActor) => and(eq(notices.userId, userId), eq(notices.partyId, partyId));

/** One part of a member's list, newest first: what they have not read yet, or what they have. */
export async function noticesPage(
  tx: Tx,
  actor: CustomerActor,
  part: "unread" | "read",
  cursor: Cursor | null,
): Promise<Page<NoticeRow>> {
  const { where, order } = keyset(notices.createdAt, notices.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select(columns)
    .from(notices)
    .where(and(own(actor), part === "unread" ? isNull(notices.readAt) : isNotNull(notices.readAt), where))
    .orderBy(order)
    .limit(PAGE + 1);
  return paged(found, cursor, ({ createdAt, id }) => `${createdAt.toISOString()}~${id}`);
}

export async function unreadCount(tx: Tx, actor: CustomerActor): Promise<number> {
  const [row] = await tx
    .select({ value: count() })
    .from(notices)
    .where(and(own(actor), isNull(notices.readAt)));
  return row?.value ?? 0;
}
