import "server-only";

import { type Db, inTenant, tenantOf } from "#/db/client.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertCase, insertEnd } from "#/db/writes/force-majeure.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Random } from "./proof.ts";

const REASON = "Решение директора при проверке";

/** The circumstance that lasts now; at most one at a time. */
export type Circumstance = { id: string; from: Day } | null;

/** The house declares a circumstance for all its contracts, or ends the one that lasts; contracts are told by later steps. */
export async function moveCircumstance(
  db: Db,
  random: Random,
  actor: StaffActor,
  now: Date,
  lasting: Circumstance,
): Promise<Circumstance> {
  const who = { actor, origin: NO_ORIGIN, now };
  const today = dayInMinsk(now);
  if (lasting) {
    const one = { ...lasting, scope: "all", partyId: null };
    await inTenant(db, tenantOf(actor), (tx) => insertEnd(tx, one, { endedOn: today, reason: REASON }, who));
    return null;
  }
  const [id, from] = [crypto.randomUUID(), addDays(today, -random.int(3))];
  const told = { kind: "strike", from, expectedTo: addDays(from, 30), description: REASON, declaredOn: today } as const;
  const declared = { ...told, late: false, scope: "all", fileId: null } as const;
  await inTenant(db, tenantOf(actor), (tx) => insertCase(tx, id, { ...declared, contracts: [] }, who));
  return { id, from };
}
