import "server-only";

import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { periodsEnding } from "#/db/queries/clocks.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { membersToTell } from "#/db/queries/recipients.ts";
import { claimRun } from "#/db/writes/heartbeat.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addDays, type Day, daysBetween } from "#/lib/calendar/day.ts";
import { lastSafePaymentDay } from "#/lib/calendar/last-safe-payment.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { endedData } from "#/lib/mail/notice-data.ts";
import { newOrder } from "#/lib/mail/paths.ts";
import { sellerOf, writeMail } from "./write-mail.ts";

const SYSTEM = { kind: "system", job: "remind" } as const;
/** Days before the last paid day, the nearest first. */
export const REMIND_DAYS = [1, 7, 14, 30] as const;

/**
 * Which reminder is the one to send `left` days before the end: a missed one is caught up by the next, and a period shorter than
 * the notice does not begin with it. Null when none is.
 */
export function reminderDue(today: Day, lastDay: Day, startedOn: Day): number | null {
  const left = daysBetween(today, lastDay);
  const due = REMIND_DAYS.find((days) => left <= days) ?? null;
  return due !== null && left >= 0 && addDays(lastDay, -due) > startedOn ? due : null;
}

/** 6.1: there is no automatic renewal, so the customer is told 30, 14, 7 and 1 days ahead, once each. Returns how many. */
export async function remind(db: Db, now: Date): Promise<number> {
  const today = dayInMinsk(now);
  const ending = await inTenant(db, SYSTEM, (tx) => periodsEnding(tx, today, addDays(today, 30)), { readOnly: true });
  let told = 0;
  for (const period of ending) {
    const days = reminderDue(today, period.lastDay, period.startedOn);
    if (days !== null && (await inTenant(db, SYSTEM, (tx) => remindOne(tx, now, today, period, days)))) told++;
  }
  return told;
}

async function remindOne(
  tx: Tx,
  now: Date,
  today: Day,
  { contractId, lastDay, portals }: { contractId: string; lastDay: Day; portals: string[] },
  days: number,
): Promise<boolean> {
  const key = `${contractId}:${lastDay}:${days}`;
  if (!(await claimRun(tx, "remind", key, now))) return false;
  const contract = await findContract(tx, SYSTEM, contractId);
  if (!contract) return false;
  const seller = await sellerOf(tx, contract);
  const length = contract.bindings.activationWorkingDays;
  const data = {
    ...endedData(contract, lastDay),
    portals,
    path: newOrder(portals, true),
    days: daysBetween(today, lastDay),
    safePayment: { date: lastSafePaymentDay(belarusCalendar, lastDay, length), days: length },
  };
  for (const to of await membersToTell(tx, contract.partyId, ["owner", "buyer"]))
    await writeMail(
      { tx, now, seller, dedupe: `remind:${key}:${to.key}`, partyId: contract.partyId, contractId, attachments: [] },
      "subscription-ends",
      to,
      data,
    );
  return true;
}
