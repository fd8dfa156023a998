import "server-only";

import type { Tx } from "#/db/client.ts";
import { holdingsOf } from "#/db/queries/privacy.ts";
import { type UserRow, userById } from "#/db/queries/users.ts";
import { type Plan, planErasure } from "#/lib/privacy/plan.ts";
import { limitKeysOf } from "./limit-keys.ts";

/** Reads as the house: what is held of a person lies outside every party. */
export const PRIVACY = { kind: "system", job: "privacy" } as const;

export type PlanFor = { user: UserRow; plan: Plan; limitKeys: string[] };

/** What an erasure of this person would do now; null for an unknown one. In a transaction of `PRIVACY`. */
export async function planFor(tx: Tx, userId: string): Promise<PlanFor | null> {
  const user = await userById(tx, userId);
  if (!user) return null;
  const limitKeys = await limitKeysOf(tx, user);
  return { user, limitKeys, plan: planErasure(await holdingsOf(tx, userId, limitKeys)) };
}
