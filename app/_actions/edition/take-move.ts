import "server-only";

import type { z } from "zod";

import type { Tx } from "#/db/client.ts";
import { type DraftRow, findDraft } from "#/db/queries/edition-drafts.ts";
import { saveDraft } from "#/db/writes/edition-drafts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor, StaffActor } from "#/lib/access/actor.ts";
import type { Permission } from "#/lib/access/permissions.ts";
import { type ActionResult, type Refusal, refuse } from "#/lib/action-result.ts";
import type { DraftMove } from "#/lib/editions/draft.ts";
import { ok, type Result } from "#/lib/result.ts";

type Asked<Input> = { tx: Tx; actor: StaffActor; input: Input; now: Date; origin: Origin; draft: DraftRow };
type Change = Omit<Parameters<typeof saveDraft>[2], "move">;
export type DraftDone = { draftId: string };

export type MoveSpec<Schema extends z.ZodType<{ draftId: string; version: number }>> = {
  move: DraftMove;
  allow: Permission;
  input: Schema;
  decide: (asked: Asked<z.output<Schema>>) => Promise<Result<Change, Refusal & { field?: string }>>;
  /** What follows in the same transaction. */
  afterwards?: (asked: Asked<z.output<Schema>>) => Promise<ActionResult<unknown>>;
};

/** A move of one draft (6.2): the version that the person saw, the decision, then row and evidence together. No Next in it. */
export async function takeMove<Schema extends z.ZodType<{ draftId: string; version: number }>>(
  spec: MoveSpec<Schema>,
  { tx, actor, input, now, origin }: { tx: Tx; actor: Actor; input: z.output<Schema>; now: Date; origin: Origin },
): Promise<ActionResult<DraftDone>> {
  if (actor.kind !== "staff") return refuse("auth.forbidden");
  const draft = await findDraft(tx, actor, input.draftId);
  if (!draft) return refuse("record.not_found");
  if (draft.version !== input.version) return refuse("record.changed");
  const asked = { tx, actor, input, now, origin, draft };
  const decided = await spec.decide(asked);
  if (!decided.ok) {
    const { field, ...refusal } = decided.error;
    return field ? refuse("form.invalid", { [field]: refusal }) : refuse(refusal);
  }
  const saved = await saveDraft(tx, draft, { move: spec.move, ...decided.value }, { actor, origin, now });
  if (!saved) return refuse("record.changed");
  const after = await spec.afterwards?.(asked);
  return after && !after.ok ? after : ok({ draftId: draft.id });
}
