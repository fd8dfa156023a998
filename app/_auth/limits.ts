import "server-only";

import { countDown, countUp, forgetCount } from "#/db/writes/limits.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { isLoopback, LIMITS, type LimitName, limitKey, minutesUntil } from "#/lib/auth/limits.ts";
import { log } from "#/lib/log.ts";
import type { Visit } from "./visit.ts";

export type Whom = readonly [name: LimitName, ...whom: string[]];

const keyOf = ({ secret }: Visit, [name, ...whom]: Whom) => limitKey(secret, name, ...whom);

/** Ceilings of an address alone are void where everybody has the same one. */
const counts = (visit: Visit, limits: readonly Whom[]) =>
  limits.filter(([name]) => !(name.endsWith(".address") && visit.oneMachine && isLoopback(visit.origin.address)));

/** Counts an attempt under each limit; the refusal says how long to wait, and the same to everybody. */
export async function overLimit(visit: Visit, ...limits: Whom[]): Promise<ActionResult<never> | null> {
  let wait = 0;
  for (const limit of counts(visit, limits)) {
    const { max, window } = LIMITS[limit[0]];
    const { count, resetsAt } = await countUp(visit.db, keyOf(visit, limit), window, visit.real);
    if (count > max) wait = Math.max(wait, minutesUntil(resetsAt, visit.real));
  }
  if (wait === 0) return null;
  log.warn({ action: limits[0]?.[0], code: "auth.too_many" }, "limit reached");
  return refuse({ code: "auth.too_many", params: { minutes: wait } });
}

/** The attempt was right: its pair starts anew, the ceilings get one back. */
export async function forgive(visit: Visit, ...limits: Whom[]): Promise<void> {
  for (const limit of counts(visit, limits)) {
    if (limit[0] === "sign-in.pair" || limit[0] === "code.account") await forgetCount(visit.db, keyOf(visit, limit));
    else await countDown(visit.db, keyOf(visit, limit));
  }
}
