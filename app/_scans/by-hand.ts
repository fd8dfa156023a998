import "server-only";

import type { Tx } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { actByNumber, filesOfStack, findStack, pagesOfStack } from "#/db/queries/scans.ts";
import { type Origin, record } from "#/db/writes/evidence.ts";
import { filePages } from "#/db/writes/scans.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { ok } from "#/lib/result.ts";
import type { ScanSource } from "#/lib/scans/assemble.ts";
import { readPositions } from "#/lib/scans/stack.ts";
import { signFromPaper } from "./file.ts";

type Who = { actor: PersonActor; origin: Origin; now: Date };

/** The pages that a person named, all of them waiting for one. */
async function waitingPages(tx: Tx, stackId: string, typed: string) {
  const stack = await findStack(tx, stackId);
  if (stack?.state !== "ready" && stack?.state !== "filed") return refuse("record.not_found");
  const positions = readPositions(typed, stack.pages ?? 0);
  if (!positions) return refuse("form.invalid", { positions: { code: "scan.positions" } });
  const pages = (await pagesOfStack(tx, stackId)).map(({ page }) => page);
  const chosen = positions.map((position) => pages[position - 1]!);
  const waiting = chosen.every(({ trouble, settledAt }) => trouble && !settledAt);
  return waiting
    ? ok({ stack, positions, pages: chosen })
    : refuse("form.invalid", { positions: { code: "scan.not_waiting" } });
}

/** A person tells which act the pages are: the same signed copy and the same step as if the code had been read. */
export async function fileByHand(
  tx: Tx,
  input: { stackId: string; positions: string; number: string; signedOn: Day },
  who: Who,
): Promise<ActionResult<{ fileId: string }>> {
  const chosen = await waitingPages(tx, input.stackId, input.positions);
  if (!chosen.ok) return chosen;
  const act = await actByNumber(tx, input.number);
  if (!act) return refuse("form.invalid", { number: { code: "scan.no_such_act" } });
  const sources = new Map<number, ScanSource>();
  for (const { position, fileId, mediaType } of await filesOfStack(tx, input.stackId))
    if (chosen.value.pages.some(({ filePosition }) => filePosition === position))
      sources.set(position, { mediaType, bytes: await fileBytes(tx, fileId) });
  return signFromPaper(tx, act, { ...chosen.value, signedOn: input.signedOn, sources, byHand: true }, who);
}

/** Nothing is to be filed of these pages: a cover sheet, a copy, somebody else's paper. The scan itself stays. */
export async function putAside(
  tx: Tx,
  input: { stackId: string; positions: string; note: string },
  { actor, origin, now }: Who,
): Promise<ActionResult<{ stackId: string }>> {
  const chosen = await waitingPages(tx, input.stackId, input.positions);
  if (!chosen.ok) return chosen;
  const { positions } = chosen.value;
  const { note, stackId } = input;
  if (!(await filePages(tx, stackId, positions, { settledAt: now, settledBy: actor.userId, note })))
    return refuse("record.changed");
  await record(tx, actor, origin, now, {
    chain: `scan:${stackId}`,
    step: "put-scan-aside",
    reason: note,
    data: { pages: positions },
  });
  return ok({ stackId });
}
