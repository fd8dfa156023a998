import { z } from "zod";

import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { type DraftMove, type DraftStage, earliestInForce, stageAfter } from "./draft.ts";

export type Draft = {
  id: string;
  version: number;
  stage: DraftStage;
  checkedBy: string | null;
  publishOn: Day | null;
};
type Finding = { rule: string; clause: string | null; text: string };
type Refused = { code: string; params?: Record<string, string | number>; field?: string };

export const draftInput = z.object({ draftId: z.uuid(), version: z.coerce.number().int().positive() });
const reason = z.string().trim().min(10, "reason.required").max(1000, "field.too_long");

export const draftReasonInput = z.object({ ...draftInput.shape, reason });
export const checkDraftInput = z.object({
  ...draftInput.shape,
  /** Why each warning may stand; `key` is its `findingKey`. */
  reasons: z
    .array(z.object({ key: z.string().max(2000), reason: z.string().trim().max(500, "field.too_long") }))
    .max(1000)
    .default([]),
});
export const releaseDraftInput = z.object({
  ...draftInput.shape,
  publishOn: z.string().trim().min(1, "field.required"),
  /** Empty: the first day that the clauses allow. */
  inForceFrom: z.string().trim().default(""),
});

/** One finding of the linter, the same from run to run while the text stays. */
export const findingKey = ({ rule, clause, text }: Finding): string => `${rule}|${clause ?? ""}|${text}`;

/** Any move that asks for nothing but the place. */
export function moveDraft(draft: Draft, move: DraftMove): Result<DraftStage, Refused> {
  const stage = stageAfter(draft.stage, move);
  return stage ? ok(stage) : err({ code: "draft.not_allowed", params: { stage: draft.stage, move } });
}

/** The lawyer's word: no error of the linter is left, and every warning has its reason. */
export function checkDraft(
  draft: Draft,
  findings: { errors: readonly Finding[]; warnings: readonly Finding[] },
  excuses: Record<string, string>,
): Result<{ stage: DraftStage; excuses: Record<string, string> }, Refused> {
  const moved = moveDraft(draft, "check");
  if (!moved.ok) return moved;
  if (findings.errors.length > 0) return err({ code: "draft.errors", params: { count: findings.errors.length } });
  const open = findings.warnings.filter((one) => (excuses[findingKey(one)] ?? "").length < 3);
  if (open.length > 0) return err({ code: "draft.warnings", params: { count: open.length } });
  return ok({
    stage: moved.value,
    excuses: Object.fromEntries(findings.warnings.map((one) => [findingKey(one), excuses[findingKey(one)] ?? ""])),
  });
}

/**
 * The director's word (four eyes): by somebody else than the lawyer who passed it, published today or later, in force no
 * earlier than `lead` calendar days afterwards (6.2) and after the edition before it.
 */
export function releaseDraft(
  draft: Draft,
  input: { publishOn: string; inForceFrom: string },
  facts: { by: string; today: Day; lead: number; before: { publishedOn: Day; inForceFrom: Day } | null },
): Result<{ stage: DraftStage; publishOn: Day; inForceFrom: Day }, Refused> {
  const moved = moveDraft(draft, "release");
  if (!moved.ok) return moved;
  if (draft.checkedBy === facts.by) return err({ code: "draft.four_eyes" });
  const publishOn = parseDay(input.publishOn);
  if (!publishOn) return err({ code: "field.date", field: "publishOn" });
  if (publishOn < facts.today) return err({ code: "draft.publish_in_past", field: "publishOn" });
  const earliest = earliestInForce(publishOn, facts.lead);
  const inForceFrom = input.inForceFrom === "" ? earliest : parseDay(input.inForceFrom);
  if (!inForceFrom) return err({ code: "field.date", field: "inForceFrom" });
  if (inForceFrom < earliest) return err({ code: "draft.too_early", params: { earliest }, field: "inForceFrom" });
  const { before } = facts;
  if (before && (inForceFrom <= before.inForceFrom || publishOn < before.publishedOn))
    return err({ code: "draft.before_previous", params: { on: before.inForceFrom }, field: "inForceFrom" });
  return ok({ stage: moved.value, publishOn, inForceFrom });
}
