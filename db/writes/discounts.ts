import "server-only";

import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { discountRules } from "#/db/schema/index.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { PlannedRule } from "#/lib/price-list/enter-discount.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: StaffActor; origin: Origin; now: Date };

/** A rule of the same kind for the same number or party that holds on one of these days; the constraint stands behind it. */
export async function overlaps(tx: Tx, rule: PlannedRule, partyId: string | null): Promise<boolean> {
  const [row] = await tx
    .select({ id: discountRules.id })
    .from(discountRules)
    .where(
      and(
        eq(discountRules.kind, rule.kind),
        partyId === null ? eq(discountRules.minQuantity, rule.minQuantity ?? 0) : eq(discountRules.partyId, partyId),
        sql`daterange(${discountRules.validFrom}, ${discountRules.validTo} + 1) && daterange(${rule.validFrom}::date, ${rule.validTo}::date + 1)`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** A new dated rule off the price list, with its reason; what was in force on any earlier day stays as it was. */
export async function addDiscount(
  tx: Tx,
  rule: PlannedRule & { partyId: string | null; reason: string },
  { actor, origin, now }: Who,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(discountRules).values({ ...rule, id, enteredAt: now, enteredBy: actor.userId });
  const { reason, ...data } = rule;
  await record(tx, actor, origin, now, {
    chain: "prices",
    step: "enter-discount",
    clause: "3.3",
    reason,
    data: { id, ...data },
  });
  return id;
}

/** Ends a rule early, once. False where somebody was first. */
export async function endDiscount(
  tx: Tx,
  { id, validTo, reason }: { id: string; validTo: Day; reason: string },
  { actor, origin, now }: Who,
): Promise<boolean> {
  const [row] = await tx
    .update(discountRules)
    .set({ validTo, endedBy: actor.userId, endedAt: now, endReason: reason })
    .where(and(eq(discountRules.id, id), isNull(discountRules.endedAt)))
    .returning({ id: discountRules.id });
  if (!row) return false;
  await record(tx, actor, origin, now, {
    chain: "prices",
    step: "end-discount",
    clause: "3.3",
    reason,
    data: { id, validTo },
  });
  return true;
}
