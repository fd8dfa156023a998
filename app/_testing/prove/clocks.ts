import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";

import { runClocks } from "#/app/_jobs/clocks.ts";
import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { remind } from "#/app/_jobs/reminders.ts";
import { sealDays } from "#/app/_jobs/seal-evidence.ts";
import { sendDigests } from "#/app/_jobs/staff-digest.ts";
import { endWorker, startWorker } from "#/app/_jobs/testing/worker-process.ts";
import { activate, insertPayment, pay, placeOrder, sendAct } from "#/app/_testing/contracts.ts";
import { makeParty, makeStaff, type Party } from "#/app/_testing/people.ts";
import type { Db } from "#/db/client.ts";
import { audit } from "#/db/testing/audit.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addDays, asDay, type Day } from "#/lib/calendar/day.ts";
import { reminderDue } from "#/lib/contract/reminder-days.ts";
import { digestDay } from "#/lib/mail/digest.ts";
import { defineProof, type House, withDatabase } from "./proof.ts";

const FIRST_DAY = asDay("2026-01-12");
/** Long enough for an invoice to lapse and for silence to accept an act: what one round makes falls due in the next. */
const ROUND_DAYS = 9;
const at = (day: Day) => new Date(`${day}T09:00:00+03:00`);

/** What was due when the worker was killed: nothing done yet, some of it, all of it. */
type Moment = "before" | "amid" | "after";

export const proof = defineProof({
  what: "kill -9 of the worker at random points while expiry, silence, ends, reminders, digests and seals fire",
  sizes: { kills: { full: 200, smoke: 6 } },
  async run(house, { kills }) {
    return withDatabase(house, 6, async (db, owner) => {
      const world = await begin(db, owner);
      const moments: Record<Moment, number> = { before: 0, amid: 0, after: 0 };
      let undone = 0;
      for (let kill = 0; kill < kills; kill++) {
        const today = addDays(FIRST_DAY, (kill + 1) * ROUND_DAYS);
        await moveClock(owner, at(today));
        const killed = await killAmid(house, owner, today);
        moments[killed.moment]++;
        undone += killed.undone;
        await settle(db, at(today));
        for (const what of await missed(owner, today, world)) house.violated(`kill ${kill}, ${today}: ${what}`);
        await fill(db, owner, world, today);
      }
      for (const what of await twice(owner)) house.violated(what);
      const { problems, entries } = await audit(owner);
      for (const problem of problems) house.violated(problem);
      const [fired] = await owner`select
        (select count(*) from evidence where step = 'expire-invoice')::int as expired,
        (select count(*) from evidence where step = 'deem-act')::int as deemed,
        (select count(*) from evidence where step = 'end-contract')::int as ended,
        (select count(*) from mails where template = 'subscription-ends')::int as reminders,
        (select count(*) from mails where template = 'staff-digest')::int as digests,
        (select count(*) from evidence_seals)::int as seals`;
      return {
        "killed before / amid / after the clocks": `${moments.before} / ${moments.amid} / ${moments.after}`,
        "clock steps left undone by kills": undone,
        "invoices expired": fired!.expired,
        "acts deemed": fired!.deemed,
        "contracts ended": fired!.ended,
        "reminders / digests": `${fired!.reminders} / ${fired!.digests}`,
        "days sealed": fired!.seals,
        "entries of evidence verified": entries,
      };
    });
  },
});

type World = { party: Party; staff: number };

/** A customer, a director and a lawyer, and contracts of which some fall due in the first round. */
async function begin(db: Db, owner: postgres.Sql): Promise<World> {
  const now = at(FIRST_DAY);
  const world = { party: await makeParty(db, "legalEntity", { now }), staff: 2 };
  for (const role of ["director", "lawyer"] as const) await makeStaff(db, role, { now });
  await owner`update users set name = 'kept' where staff_role is not null`;
  // Never identified: something for the director to read every morning.
  await insertPayment(db, { amount: 100n, creditedOn: FIRST_DAY });
  await moveClock(owner, now);
  await fill(db, owner, world, FIRST_DAY);
  await settle(db, now);
  return world;
}

/** Orders nobody pays, acts nobody answers, and a month of access that ends: work for the clocks of the next rounds. */
async function fill(db: Db, owner: postgres.Sql, { party }: World, today: Day) {
  const now = at(today);
  for (let n = 0; n < 2; n++) await placeOrder(db, party, [{}], { now });
  const paid = await pay(db, await placeOrder(db, party, [{ months: 1 }], { now }), { now });
  await sendAct(db, await activate(db, paid, { now }), { now });
  // Each fixture hires; only the two that were there at first read digests.
  await owner`update users set disabled_at = now() where staff_role is not null and name <> 'kept' and disabled_at is null`;
}

const moveClock = (owner: postgres.Sql, to: Date) =>
  owner`insert into demo_clock (id, offset_ms) values (1, ${to.getTime() - Date.now()})
    on conflict (id) do update set offset_ms = excluded.offset_ms`;

const dueSteps = async (owner: postgres.Sql, today: Day): Promise<number> => {
  const [row] = await owner`select
    (select count(*) from invoices where status = 'live' and valid_until < ${today})
    + (select count(*) from acts where status in ('sent', 'received') and deemed_due_on < ${today})
    + (select count(*) from contracts where stage = 'active' and ends_on < ${today}) as n`;
  return Number(row!.n);
};

/** Starts the real worker and kills it once a random part of what is due is done, a few milliseconds more or less. */
async function killAmid(house: House, owner: postgres.Sql, today: Day): Promise<{ moment: Moment; undone: number }> {
  const due = await dueSteps(owner, today);
  const worker = startWorker({ ...(process.env as Record<string, string>), APP_DATABASE_URL: house.appUrl });
  const enough = house.random.int(due + 1);
  const end = performance.now() + 20_000;
  while (performance.now() < end && due - (await dueSteps(owner, today)) < enough) await sleep(2);
  // None wanted: anywhere from its first breath on. All wanted: reminders, letters and seals come after the steps.
  await sleep(enough === 0 ? house.random.int(1500) : enough === due ? house.random.int(800) : house.random.int(12));
  await endWorker(worker, "SIGKILL");
  const undone = await dueSteps(owner, today);
  return { moment: undone === 0 ? "after" : undone === due ? "before" : "amid", undone };
}

/** The same jobs, undisturbed: what another worker does after the dead one. */
async function settle(db: Db, now: Date) {
  await runClocks(db, now);
  await remind(db, now);
  await sendDigests(db, now);
  await sealDays(db, now);
  while (await doNextMessage(db));
}

/** What should have happened by now and did not, or not whole. */
async function missed(owner: postgres.Sql, today: Day, { party, staff }: World): Promise<string[]> {
  const found: string[] = [];
  const open = await dueSteps(owner, today);
  if (open > 0) found.push(`${open} clock steps are due and not taken`);
  const [work] = await owner`select count(*)::int as n from outbox where done_at is null`;
  if (work!.n > 0) found.push(`${work!.n} pieces of follow-up work are open`);

  const periods = await owner`select l.contract_id, l.active_to::text as last, l.active_from::text as first
    from contract_lines l join contracts c on c.id = l.contract_id where c.stage = 'active' and c.party_id = ${party.id}`;
  for (const { contract_id, last, first } of periods) {
    const period = { startedOn: asDay(first), lastDay: asDay(last), activationWorkingDays: 15 };
    const reminder = reminderDue(belarusCalendar, today, period);
    if (!reminder) continue;
    const letters =
      await owner`select 1 from mails where contract_id = ${contract_id} and template = 'subscription-ends'
      and dedupe_key like ${`remind:${contract_id}:${last}:${reminder.days}:%`}`;
    if (letters.length !== 1) found.push(`${letters.length} letters remind ${reminder.days} days before ${last}`);
  }

  const day = digestDay(belarusCalendar, at(today), "08:30");
  const asked = await owner`select 1 from job_runs where job = 'staff-digest' and period like ${`${today}:%`}`;
  const told = await owner`select 1 from mails where dedupe_key like ${`staff-digest:${today}:%`}`;
  // The lawyer has nothing to do and is told nothing.
  if (asked.length !== (day ? staff : 0) || told.length !== (day ? 1 : 0))
    found.push(`${asked.length} colleagues were looked at and ${told.length} told of the day`);
  const unsealed = await owner`select 1 from evidence e where e.at < ${`${today}T00:00:00+03:00`}::timestamptz
    and not exists (select 1 from evidence_seals s where s.day >= (e.at at time zone 'Europe/Minsk')::date) limit 1`;
  if (unsealed.length > 0) found.push("a finished day is not sealed");
  return found;
}

/** What must be there once for each contract it happened to: the step, its letters, its paper. */
const ONCE: readonly { step: string; letter: string; members: number; paper?: string }[] = [
  { step: "expire-invoice", letter: "invoice-expired", members: 2 },
  { step: "deem-act", letter: "act-deemed", members: 2, paper: "deemed-protocol" },
  { step: "end-contract", letter: "contract-ended", members: 1 },
];

async function twice(owner: postgres.Sql): Promise<string[]> {
  const found: string[] = [];
  for (const { step, letter, members, paper } of ONCE) {
    const rows = await owner`select e.contract_id, count(*)::int as steps,
        (select count(*) from mails m where m.contract_id = e.contract_id and m.template = ${letter})::int as letters,
        (select count(*) from files f join acts a on a.id = f.document_id
          where a.contract_id = e.contract_id and f.kind = ${paper ?? "none"})::int as papers
      from evidence e where e.step = ${step} group by e.contract_id`;
    for (const { contract_id, steps, letters, papers } of rows)
      if (steps !== 1 || letters !== members || papers !== (paper ? 1 : 0))
        found.push(`${step} of ${contract_id}: ${steps} steps, ${letters} letters, ${papers} papers`);
    if (rows.length === 0) found.push(`no ${step} fired at all`);
  }
  const digests = await owner`select to_address, split_part(dedupe_key, ':', 2) as day, count(*)::int as n from mails
    where template = 'staff-digest' group by 1, 2 having count(*) > 1`;
  for (const { to_address, day, n } of digests) found.push(`${n} digests of ${day} to ${to_address}`);
  const seals =
    await owner`select day::text, count(*)::int as n from evidence_seals where kind = 'day' group by 1 having count(*) > 1`;
  for (const { day, n } of seals) found.push(`${day} was sealed ${n} times`);
  return found;
}
