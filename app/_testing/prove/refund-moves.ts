import "server-only";

import { inArray } from "drizzle-orm";

import { orUndo } from "#/app/_actions/or-undo.ts";
import * as flow from "#/app/_refunds/flow.ts";
import { insertPayment } from "#/app/_testing/contracts.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { refunds } from "#/db/schema/index.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { OPEN_STATES } from "#/lib/refund/refund.ts";
import type { Random } from "./proof.ts";

const SYSTEM = { kind: "system", job: "prove-ledger" } as const;
const REASON = "Решение бухгалтера при проверке";
const BENEFICIARY = { name: "ООО «Ромашка»", unp: null, iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" };

/** Some open refund is moved on by whoever may, and now and then by anybody at all. Null: there is none. */
export async function moveRefund(
  db: Db,
  random: Random,
  staff: readonly StaffActor[],
  now: Date,
): Promise<ActionResult<string> | null> {
  const open = await inTenant(db, SYSTEM, (tx) =>
    tx
      .select({ id: refunds.id, state: refunds.state, amount: refunds.amount, preparedAt: refunds.preparedAt })
      .from(refunds)
      .where(inArray(refunds.state, [...OPEN_STATES]))
      .limit(20),
  );
  if (open.length === 0) return null;
  const { id: refundId, state, amount, preparedAt } = random.pick(open);
  const next = {
    requested: random.chance(0.8) ? "grant-refund" : "refuse-refund",
    granted: "prepare-refund",
    prepared: random.chance(0.8) ? "approve-refund" : "send-back-refund",
    approved: "close-refund",
  } as const;
  const step = random.chance(0.85) ? next[state as keyof typeof next] : random.pick(Object.values(next));
  const actor = random.pick(staff);
  const who = { actor, origin: NO_ORIGIN, now };
  const lineId =
    step === "close-refund"
      ? await insertPayment(db, { amount, creditedOn: dayInMinsk(now), side: "debit", purpose: "Возврат" })
      : "";
  const moves = {
    "grant-refund": (tx: Tx) => flow.grantRefund(tx, { refundId, amount: null, note: "" }, who),
    "refuse-refund": (tx: Tx) => flow.refuseRefund(tx, { refundId, reason: REASON }, who),
    "prepare-refund": (tx: Tx) => flow.prepareRefund(tx, { refundId, ...BENEFICIARY }, who),
    "approve-refund": (tx: Tx) => flow.approveRefund(tx, { refundId, preparedAt: preparedAt ?? now }, who),
    "send-back-refund": (tx: Tx) => flow.sendBackRefund(tx, { refundId, reason: REASON }, who),
    "close-refund": (tx: Tx) => flow.closeRefund(tx, { refundId, lineId }, who),
  };
  const done = await orUndo((body) => inTenant(db, tenantOf(actor), body), moves[step]);
  return done.ok ? { ok: true, value: step } : done;
}
