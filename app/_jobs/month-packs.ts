import "server-only";

import { isEmpty, type MonthPack, monthPack, papersIn } from "#/app/_month-pack/pack.ts";
import { currentCalendar } from "#/app/_time/calendar.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { runsDone } from "#/db/queries/job-runs.ts";
import { packDays } from "#/db/queries/month-packs.ts";
import { insertFile } from "#/db/writes/files.ts";
import { claimRun } from "#/db/writes/heartbeat.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { monthPeriod, type Period } from "#/lib/ledger/period.ts";
import { cabinetStatement } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import { duePacks } from "#/lib/month-pack/schedule.ts";
import { asJob } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerToday } from "./write-mail.ts";

const JOB = "month-packs";
const SYSTEM = { kind: "system", job: JOB } as const;
/** What mail servers let through beside the letter itself; a larger pack waits in the cabinet. */
const LARGEST_ATTACHMENT = 5 * 1024 * 1024;

type Open = { partyId: string; month: Day; key: string };

/**
 * Mails the packs that fell due, each once: late after a worker that was off, never again after one that was killed. A month in which
 * nothing happened and nothing is unsigned is passed over. Returns how many were told of.
 */
export async function sendMonthPacks(db: Db, now: Date): Promise<number> {
  const calendar = await currentCalendar(db);
  const today = dayInMinsk(now);
  const open = await inTenant(
    db,
    SYSTEM,
    async (tx): Promise<Open[]> => {
      const due = (await packDays(tx)).flatMap(({ partyId, workingDay, chosenAt }) =>
        duePacks(calendar, today, { workingDay, on: dayInMinsk(chosenAt) }).map(({ month }) => ({
          ...{ partyId, month, key: `${partyId}:${month}` },
        })),
      );
      const done = await runsDone(
        tx,
        JOB,
        due.map(({ key }) => key),
      );
      return due.filter(({ key }) => !done.has(key));
    },
    { readOnly: true },
  );
  let told = 0;
  for (const one of open) if (await sendOne(db, now, one)) told++;
  return told;
}

/** The pack is made before its transaction, so that drawing holds nothing up; claim, file, notices and letters are one. */
async function sendOne(db: Db, now: Date, { partyId, month, key }: Open): Promise<boolean> {
  const period = monthPeriod(month);
  const pack = await monthPack({ db, actor: SYSTEM, partyId, month: period, now, locale: defaultLocale });
  const bytes = pack && !isEmpty(pack.content) ? await upTo(LARGEST_ATTACHMENT, pack.bytes) : null;
  return asJob(db, JOB, async (tx) => {
    if (!(await claimRun(tx, JOB, key, now)) || !pack || isEmpty(pack.content)) return false;
    await tellOf(tx, now, { partyId, period, key, pack, bytes });
    return true;
  });
}

type Telling = { partyId: string; period: Period; key: string; pack: MonthPack; bytes: Uint8Array | null };

async function tellOf(tx: Tx, now: Date, { partyId, period, key, pack, bytes }: Telling) {
  const { name, content } = pack;
  const mediaType = "application/zip";
  const file = bytes && (await insertFile(tx, SYSTEM, now, { partyId, kind: "month-pack", name, mediaType, bytes }));
  const attachments = file ? [{ fileId: file.id, name }] : [];
  const telling = { tx, now, seller: await sellerToday(tx, now), partyId, contractId: null, attachments };
  const { missing, statement } = content;
  const data = { ...period, path: cabinetStatement(period), papers: papersIn(content), attached: file !== null };
  const counted = { missing: missing.length, closing: statement.closing };
  await tellMembers({ ...telling, dedupe: `${JOB}:${key}` }, "month-pack", "month-pack", { ...data, ...counted });
}

/** All of it, or null as soon as it is more than the limit. */
async function upTo(limit: number, parts: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const taken: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.byteLength;
    if (size > limit) return null;
    taken.push(part);
  }
  return Buffer.concat(taken);
}
