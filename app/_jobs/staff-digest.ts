import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { runsDone } from "#/db/queries/job-runs.ts";
import { type Recipient, staffToTell } from "#/db/queries/recipients.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { claimRun } from "#/db/writes/heartbeat.ts";
import { STAFF_ROLES, type StaffRole } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { digestDay, digestLines } from "#/lib/mail/digest.ts";
import { STAFF } from "#/lib/mail/paths.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const JOB = "staff-digest";
const SYSTEM = { kind: "system", job: JOB } as const;

type Colleague = { role: StaffRole; to: Recipient };
const keyOf = (day: Day, { to }: Colleague) => `${day}:${to.key}`;

/**
 * The morning letter of every colleague, once each working day, by the queues as they are when it is written: late after a
 * worker that was off, never yesterday's. For whom nothing waits there is no letter: one that says nothing every day teaches
 * people not to open it. Returns how many were written.
 */
export async function sendDigests(db: Db, now: Date): Promise<number> {
  const { calendar, settings } = await givenAt(db, now);
  const day = digestDay(calendar, now, settings.staffDigestAt);
  if (!day) return 0;
  const open = await inTenant(db, SYSTEM, (tx) => colleaguesOpen(tx, day), { readOnly: true });
  let written = 0;
  for (const one of open) if (await inTenant(db, SYSTEM, (tx) => digestOne(tx, now, day, one))) written++;
  return written;
}

async function colleaguesOpen(tx: Tx, day: Day): Promise<Colleague[]> {
  const all: Colleague[] = [];
  for (const role of STAFF_ROLES) for (const to of await staffToTell(tx, [role])) all.push({ role, to });
  const done = await runsDone(
    tx,
    JOB,
    all.map((one) => keyOf(day, one)),
  );
  return all.filter((one) => !done.has(keyOf(day, one)));
}

/** Claimed also where there is nothing to say: what comes in at noon is on the screen, and no morning letter is written then. */
async function digestOne(tx: Tx, now: Date, day: Day, one: Colleague): Promise<boolean> {
  const key = keyOf(day, one);
  if (!(await claimRun(tx, JOB, key, now))) return false;
  const lines = digestLines(one.role, await queueCounts(tx, day));
  if (lines.length === 0) return false;
  const writing = { tx, now, seller: await sellerToday(tx, now), dedupe: `${JOB}:${key}` };
  const owner = { partyId: null, contractId: null, attachments: [] };
  return writeMail({ ...writing, ...owner }, "staff-digest", one.to, { path: STAFF, day, lines });
}
