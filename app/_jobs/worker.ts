// The worker: follow-up work, mail, clocks, reminders, housekeeping. Any number of them may run beside each other.
// usage: node --conditions=react-server app/_jobs/worker.ts
import "server-only";

import { realTime } from "#/app/_auth/real-time.ts";
import { clockMoves, currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { beat } from "#/db/writes/heartbeat.ts";
import { sweepOut } from "#/db/writes/housekeeping.ts";
import { env } from "#/lib/env.ts";
import { log } from "#/lib/log.ts";
import { runClocks } from "./clocks.ts";
import { loop, Watch, type Work } from "./loop.ts";
import { sendMonthPacks } from "./month-packs.ts";
import { doNextMessage } from "./outbox.ts";
import { pollBank } from "./poll-bank.ts";
import { pollEdi } from "./poll-edi.ts";
import { proveTonight } from "./prove-books.ts";
import { publishEditions } from "./publish-editions.ts";
import { remind } from "./reminders.ts";
import { workOnScans } from "./scans.ts";
import { sealDays } from "./seal-evidence.ts";
import { senderOf, sendNextMail } from "./send-mails.ts";
import { sendDigests } from "./staff-digest.ts";

const STOP_WITHIN_MS = 10_000;
const SECOND = 1000;

const stopping = new AbortController();
const stop = stopping.signal;
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    stopping.abort();
    // A unit that does not end by then is given up: its transaction is undone and its row is free.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS - SECOND).unref();
  });

const db = database();
const send = senderOf();
const watch = new Watch();

/** In a demonstration somebody waits for the clock that they have just moved. */
const clockEvery = (clockMoves() ? 5 : 60) * SECOND;

const JOBS: { job: string; everyMs: number; work: Work; lanes?: number }[] = [
  { job: "outbox", everyMs: SECOND / 2, work: () => doNextMessage(db) },
  // A slow mail server must not hold up everybody's letters behind one.
  { job: "send-mails", everyMs: SECOND / 2, work: () => sendNextMail(db, send), lanes: 2 },
  { job: "clocks", everyMs: clockEvery, work: tick },
  { job: "seal-evidence", everyMs: clockEvery, work: seal },
  { job: "staff-digest", everyMs: clockEvery, work: digests },
  { job: "month-packs", everyMs: clockEvery, work: packs },
  { job: "prove-books", everyMs: clockEvery, work: prove },
  { job: "edi", everyMs: 60 * SECOND, work: () => pollEdi(db, stop) },
  { job: "bank", everyMs: 5 * SECOND, work: bank },
  { job: "scans", everyMs: SECOND, work: () => workOnScans(db, stop) },
  { job: "heartbeat", everyMs: 5 * SECOND, work: heartbeat },
  { job: "housekeeping", everyMs: 3600 * SECOND, work: housekeeping },
];

log.info({ job: "worker", mode: env().APP_MODE }, "worker started");
await Promise.all(
  JOBS.flatMap(({ job, everyMs, work, lanes = 1 }) =>
    Array.from({ length: lanes }, () => loop({ job, everyMs, watch, stop }, work)),
  ),
);
await closeDatabase();
log.info({ job: "worker" }, "worker stopped");
process.exit(0);

async function tick() {
  const now = await currentTime(db);
  const taken = await runClocks(db, now, stop);
  if (taken.length > 0) log.info({ job: "clocks", count: taken.length }, "clock steps taken");
  await remind(db, now);
  const published = await publishEditions(db, now);
  if (published.length > 0) log.info({ job: "publish-editions", count: published.length }, "editions published");
  return false;
}

async function seal() {
  const sealed = await sealDays(db, await currentTime(db));
  if (sealed.length > 0) log.info({ job: "seal-evidence", count: sealed.length }, "days of evidence sealed");
  return false;
}

async function digests() {
  const written = await sendDigests(db, await currentTime(db));
  if (written > 0) log.info({ job: "staff-digest", count: written }, "morning letters written");
  return false;
}

async function packs() {
  const told = await sendMonthPacks(db, await currentTime(db));
  if (told > 0) log.info({ job: "month-packs", count: told }, "month packs mailed");
  return false;
}

async function prove() {
  const findings = await proveTonight(db, await currentTime(db));
  if (findings && findings.length > 0)
    log.error({ job: "prove-books", count: findings.length }, "the books do not agree");
  return false;
}

async function bank() {
  return pollBank(db, { now: await currentTime(db), real: realTime() });
}

async function heartbeat() {
  await inTenant(db, { kind: "system", job: "heartbeat" }, (tx) => beat(tx, "worker", realTime()));
  return false;
}

async function housekeeping() {
  const now = await currentTime(db);
  await inTenant(db, { kind: "system", job: "housekeeping" }, (tx) => sweepOut(tx, { now, real: realTime() }));
  return false;
}
