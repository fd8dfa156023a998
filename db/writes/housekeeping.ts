import "server-only";

import { lt } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { idempotency, oneTimeLinks, outbox, rateLimits, sessions } from "#/db/schema/index.ts";
import { forgetLastAddresses } from "./privacy.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Takes out what nobody may use any more. `now` is the movable clock (rows were dated by it), `real` the wall's. */
export async function sweepOut(tx: Tx, { now, real }: { now: Date; real: Date }): Promise<void> {
  const before = (clock: Date, ms: number) => new Date(clock.getTime() - ms);
  await tx.delete(idempotency).where(lt(idempotency.createdAt, before(now, 48 * HOUR)));
  await tx.delete(sessions).where(lt(sessions.expiresAt, before(real, 7 * DAY)));
  await tx.delete(oneTimeLinks).where(lt(oneTimeLinks.expiresAt, before(real, 7 * DAY)));
  await tx.delete(rateLimits).where(lt(rateLimits.resetsAt, real));
  await tx.delete(outbox).where(lt(outbox.doneAt, before(real, 30 * DAY)));
  await forgetLastAddresses(tx);
}
