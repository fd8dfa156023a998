import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { proveBooks } from "#/db/queries/book-proof.ts";
import { closeFacts } from "#/db/queries/month-close.ts";
import { storeProof } from "#/db/writes/book-proofs.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { closeMonth, holdBooks } from "#/db/writes/ledger.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Check, checklist, closes } from "#/lib/ledger/close.ts";
import type { Finding } from "#/lib/ledger/proof.ts";
import { ok } from "#/lib/result.ts";

/** The checklist of a month as it stands now; `findings` are the proof's, of the night or of this moment. */
export async function checksOf(tx: Tx, month: Day, now: Date, findings: readonly Finding[]): Promise<Check[]> {
  const { today, calendar } = await givenAt(tx, now);
  const isWorking = (day: Day) => dayKind(calendar, day).working;
  return checklist({ month, today, isWorking, findings, ...(await closeFacts(tx, month)) });
}

type Asked = { tx: Tx; actor: StaffActor; origin: Origin; now: Date; month: Day; reason: string };

/** Closes a month whose checklist is empty at this very moment: the proof runs anew, and no entry slips in beside it. */
export async function takeClose({
  tx,
  actor,
  origin,
  now,
  month,
  reason,
}: Asked): Promise<ActionResult<{ month: Day }>> {
  await holdBooks(tx);
  const findings = await proveBooks(tx);
  const checks = await checksOf(tx, month, now, findings);
  if (!closes(checks))
    return refuse({ code: "books.blocked", params: { count: checks.filter(({ count }) => count > 0).length } });
  const { today: day } = await givenAt(tx, now);
  await storeProof(tx, findings, { actor, origin, now, day });
  return (await closeMonth(tx, { month, reason, checks }, { actor, origin, now }))
    ? ok({ month })
    : refuse("books.closed_already");
}
