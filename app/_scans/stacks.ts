import "server-only";

import type { Tx } from "#/db/client.ts";
import { findFile } from "#/db/queries/files.ts";
import { findStack } from "#/db/queries/scans.ts";
import { type Origin, record } from "#/db/writes/evidence.ts";
import { insertStack, moveStack } from "#/db/writes/scans.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { ok } from "#/lib/result.ts";

type Who = { actor: PersonActor; origin: Origin; now: Date };

/** Uploaded scans become a stack that the worker reads; the files stay as they came, their hashes in the log. */
export async function openStack(
  tx: Tx,
  { fileIds, signedOn }: { fileIds: readonly string[]; signedOn: Day },
  { actor, origin, now }: Who,
): Promise<ActionResult<{ href: string }>> {
  if (signedOn > dayInMinsk(now)) return refuse("form.invalid", { signedOn: { code: "day.in_future" } });
  const files: { fileId: string; sha256: string }[] = [];
  for (const id of fileIds) {
    const file = await findFile(tx, actor, id);
    if (file?.kind !== "scan" || file.createdBy !== actor.userId) return refuse("file.not_found");
    files.push({ fileId: id, sha256: file.sha256 });
  }
  if (new Set(fileIds).size !== fileIds.length) return refuse("scan.twice");
  const id = await insertStack(tx, { fileIds, signedOn, uploadedAt: now, uploadedBy: actor.userId });
  await record(tx, actor, origin, now, {
    chain: `scan:${id}`,
    step: "open-scan-stack",
    clause: "3.7",
    data: { signedOn, files },
  });
  return ok({ href: `/staff/acts/scans/${id}` });
}

/** The person's word on a stack that was read: its whole acts are filed, or nothing of it is. */
export async function closeStack(
  tx: Tx,
  { stackId, version }: { stackId: string; version: number },
  word: "file" | "cancel",
  { actor, origin, now }: Who,
): Promise<ActionResult<{ stackId: string }>> {
  const stack = await findStack(tx, stackId);
  if (!stack) return refuse("record.not_found");
  if (stack.version !== version) return refuse("record.changed");
  const closedBy = actor.userId;
  const moved =
    word === "file"
      ? await moveStack(tx, stackId, "ready", "filing", { closedBy })
      : (await moveStack(tx, stackId, "reading", "cancelled", { closedBy, closedAt: now })) ||
        (await moveStack(tx, stackId, "ready", "cancelled", { closedBy, closedAt: now }));
  if (!moved) return refuse("record.changed");
  await record(tx, actor, origin, now, { chain: `scan:${stackId}`, step: `${word}-scan-stack`, data: {} });
  return ok({ stackId });
}
