import "server-only";

import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { scanFiles, scanPages, scanStacks } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { PageTrouble, StackState } from "#/lib/scans/stack.ts";
import type { ScanPage } from "../queries/scans.ts";

/** A new stack of uploaded files, in the order in which they were put on. */
export async function insertStack(
  tx: Tx,
  { fileIds, ...stack }: { signedOn: Day; uploadedAt: Date; uploadedBy: string; fileIds: readonly string[] },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(scanStacks).values({ id, state: "reading", ...stack });
  await tx.insert(scanFiles).values(fileIds.map((fileId, at) => ({ stackId: id, position: at + 1, fileId })));
  return id;
}

type Closing = Partial<Pick<typeof scanStacks.$inferInsert, "pages" | "closedAt" | "closedBy" | "code">>;

/** Moves a stack from one state to the next; false when somebody was first. */
export async function moveStack(
  tx: Tx,
  id: string,
  from: StackState,
  to: StackState,
  set: Closing = {},
): Promise<boolean> {
  const moved = await tx
    .update(scanStacks)
    .set({ state: to, version: sql`${scanStacks.version} + 1`, ...set })
    .where(and(eq(scanStacks.id, id), eq(scanStacks.state, from)))
    .returning({ id: scanStacks.id });
  return moved.length > 0;
}

/** The pages that the files of a stack turned out to have, once. */
export async function insertPages(
  tx: Tx,
  stackId: string,
  pages: readonly Pick<ScanPage, "position" | "filePosition" | "filePage">[],
): Promise<void> {
  await tx.insert(scanPages).values(pages.map((page) => ({ stackId, ...page })));
  await tx.update(scanStacks).set({ pages: pages.length }).where(eq(scanStacks.id, stackId));
}

type Reading = Pick<ScanPage, "readAt" | "number" | "page" | "of" | "actId" | "trouble" | "pictureId">;

/** What was read of a page, once. */
export async function keepReading(tx: Tx, stackId: string, position: number, reading: Reading): Promise<void> {
  await tx
    .update(scanPages)
    .set(reading)
    .where(and(eq(scanPages.stackId, stackId), eq(scanPages.position, position), isNull(scanPages.readAt)));
}

/** A page is to be looked at by a person. */
export async function troublePages(
  tx: Tx,
  stackId: string,
  positions: readonly number[],
  set: { trouble: PageTrouble; code?: string; pictureId?: string | null },
): Promise<void> {
  await tx.update(scanPages).set(set).where(these(stackId, positions));
}

/** The pages became this signed copy; false when one of them went another way meanwhile. */
export async function filePages(
  tx: Tx,
  stackId: string,
  positions: readonly number[],
  set: Partial<Pick<ScanPage, "filedFileId" | "actId" | "number" | "settledAt" | "settledBy" | "note">>,
): Promise<boolean> {
  const filed = await tx
    .update(scanPages)
    .set(set)
    .where(and(these(stackId, positions), isNull(scanPages.filedFileId), isNull(scanPages.settledAt)))
    .returning({ position: scanPages.position });
  return filed.length === positions.length;
}

const these = (stackId: string, positions: readonly number[]) =>
  and(eq(scanPages.stackId, stackId), inArray(scanPages.position, [...positions]));
