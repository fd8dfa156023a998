import "server-only";

import { fetchFromBank, freshAccess } from "#/app/_bank/fetch.ts";
import { bankSource } from "#/app/_bank/source.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { Db } from "#/db/client.ts";
import { bankLink, lastBankFetch } from "#/db/queries/bank.ts";
import type { StatementSource } from "#/lib/bank/statement-source.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import { startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { asJob } from "./job.ts";

const EVERY_MS = 20 * 60_000;
const HOUR_MS = 3_600_000;
const HOURS = { from: 8, to: 20 };

/**
 * Working days, from eight to eight, every twenty minutes; at once where the accountant asked. Between the hours only the consent is
 * kept alive: its refresh token dies in about ten hours, and then a person must go to the bank again.
 */
export async function pollBank(
  db: Db,
  times: { now: Date; real: Date },
  source: StatementSource | null = bankSource(),
): Promise<boolean> {
  if (!source) return false;
  const { link, last } = await asJob(db, "bank", async (tx) => ({
    link: await bankLink(tx),
    last: await lastBankFetch(tx),
  }));
  if (!link || link.access === null || link.brokenCode !== null) return false;
  const { calendar, today } = await givenAt(db, times.now);
  const hour = (times.now.getTime() - startOfDayInMinsk(today).getTime()) / HOUR_MS;
  const open = dayKind(calendar, today).working && hour >= HOURS.from && hour < HOURS.to;
  const due = !last || times.now.getTime() - last.at.getTime() >= EVERY_MS;
  if (link.fetchAskedAt !== null || (open && due)) await fetchFromBank(db, source, times);
  else await freshAccess(db, source, times);
  return false;
}
