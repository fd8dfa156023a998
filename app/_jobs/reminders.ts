import "server-only";

import { currentCalendar } from "#/app/_time/calendar.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { type EndingPeriod, periodsEnding } from "#/db/queries/clocks.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { runsDone } from "#/db/queries/job-runs.ts";
import { claimRun } from "#/db/writes/heartbeat.ts";
import { addDays, type Day, daysBetween } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { lastSafePayment } from "#/lib/contract/dates.ts";
import { REMIND_DAYS, type Reminder, reminderDue } from "#/lib/contract/reminder-days.ts";
import { reminderKind } from "#/lib/mail/notices.ts";
import { newOrder } from "#/lib/mail/paths.ts";
import { endedData } from "#/lib/mail/told.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerOf } from "./write-mail.ts";

const SYSTEM = { kind: "system", job: "remind" } as const;
/** A reminder moves back over a chain of days off; the longest in the calendar are five. */
const FARTHEST = REMIND_DAYS[0] + 15;

const keyOf = ({ contractId, lastDay }: EndingPeriod, { days }: Reminder) => `${contractId}:${lastDay}:${days}`;

/**
 * 6.1: there is no automatic renewal, so the customer is told ahead of the last safe payment day, once each, and no more when
 * the portal has a later period or a renewal that is paid. Returns how many were told.
 */
export async function remind(db: Db, now: Date): Promise<number> {
  const today = dayInMinsk(now);
  const calendar = await currentCalendar(db);
  const open = await inTenant(
    db,
    SYSTEM,
    async (tx) => {
      const due = (await periodsEnding(tx, today, addDays(today, FARTHEST))).flatMap((period) => {
        const reminder = reminderDue(calendar, today, period);
        return reminder ? [{ period, reminder, key: keyOf(period, reminder) }] : [];
      });
      const done = await runsDone(
        tx,
        "remind",
        due.map(({ key }) => key),
      );
      return due.filter(({ key }) => !done.has(key));
    },
    { readOnly: true },
  );
  let told = 0;
  for (const { period, reminder, key } of open) {
    const safe = lastSafePayment(calendar, period.lastDay, period.activationWorkingDays);
    const one = { key, reminder: reminder.days, safeDay: safe.start, today };
    if (await inTenant(db, SYSTEM, (tx) => remindOne(tx, now, period, one))) told++;
  }
  return told;
}

async function remindOne(
  tx: Tx,
  now: Date,
  { contractId, lastDay, portals, activationWorkingDays }: EndingPeriod,
  { key, reminder, safeDay, today }: { key: string; reminder: Reminder["days"]; safeDay: Day; today: Day },
): Promise<boolean> {
  if (!(await claimRun(tx, "remind", key, now))) return false;
  const contract = await findContract(tx, SYSTEM, contractId);
  if (!contract) return false;
  const seller = await sellerOf(tx, contract);
  const data = {
    ...endedData(contract, lastDay),
    portals,
    path: newOrder(portals, true),
    days: daysBetween(today, lastDay),
    safePayment: { date: safeDay, days: activationWorkingDays },
  };
  const { partyId } = contract;
  const telling = { tx, now, seller, dedupe: `remind:${key}`, partyId, contractId, attachments: [] };
  await tellMembers(telling, reminderKind(reminder), "subscription-ends", data);
  return true;
}
