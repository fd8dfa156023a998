import { afterEach, expect, test } from "vitest";
import { activate, insertPayment, makeParty, makeStaff, pay, placeOrder } from "#/app/_testing/fixtures.ts";
import { forgetCalendar } from "#/app/_time/calendar.ts";
import { inTenant } from "#/db/client.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { sendDigests } from "./staff-digest.ts";
import { testEnv } from "./testing/env.ts";
import { endWorker, startWorker, until } from "./testing/worker-process.ts";

const { db, owner, appUrl } = await testDatabase();
const env = testEnv(appUrl);
const at = (day: string, hour = "08:30") => new Date(`${day}T${hour}:00+03:00`);
const now = at("2026-04-13", "12:00");

const workers: ReturnType<typeof startWorker>[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, "SIGKILL");
});

// A contract for sales to activate by 5 May, one whose act the accountant must send, and a payment that nobody knows.
const party = await makeParty(db, "legalEntity", { now });
await pay(db, await placeOrder(db, party, [{}], { now }), { now });
await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now });
await insertPayment(db, { amount: 100n, creditedOn: asDay("2026-04-13") });
// The fixtures hired people of their own.
await owner`update users set disabled_at = now() where staff_role is not null`;
const sales = await makeStaff(db, "sales", { now });
const accountant = await makeStaff(db, "accountant", { now, locale: "be" });
const lawyer = await makeStaff(db, "lawyer", { now });
const director = await makeStaff(db, "director", { now, locale: "en" });

const letters = async (day: string) =>
  (
    await owner`select to_address, subject, text from mails
      where template = 'staff-digest' and dedupe_key like ${`staff-digest:${day}:%`} order by to_address`
  ).map((row) => row as unknown as { to_address: string; subject: string; text: string });
const told = async (day: string) => (await letters(day)).map(({ to_address }) => to_address);
const waiting = [accountant.email, director.email, sales.email].sort();

test("a working morning from half past eight: each colleague their own queues, whoever has none no letter", async () => {
  expect(await sendDigests(db, at("2026-04-14", "08:29"))).toBe(0);
  expect(await sendDigests(db, at("2026-04-14"))).toBe(3);
  expect(await told("2026-04-14")).toEqual(waiting);
  const of = async (email: string) => (await letters("2026-04-14")).find(({ to_address }) => to_address === email)!;
  expect((await of(sales.email)).subject).toBe("Дела на 14.04.2026: ждёт 1");
  expect((await of(sales.email)).text).toContain("Ждёт: 1 активация\nhttps://shop.example/staff/activations\n");
  expect((await of(sales.email)).text).not.toContain("платёж");
  expect((await of(accountant.email)).text).toMatch(/Чакае: 1 неапазнаны плацёж\n.*\nЧакае: 1 акт да адпраўкі/);
  expect((await of(director.email)).subject).toBe("To do on 14.04.2026: 3 waiting");
});

test("once a day and colleague, however often and by how many it is asked", async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => sendDigests(db, at("2026-04-14", "15:00"))));
  expect(runs).toEqual(Array(8).fill(0));
  const first = await Promise.all(Array.from({ length: 8 }, () => sendDigests(db, at("2026-04-15"))));
  expect(first.reduce((sum, n) => sum + n, 0)).toBe(3);
  expect(await told("2026-04-15")).toEqual(waiting);
});

test("what comes in after the morning writes no second letter, and whoever had none gets none at noon", async () => {
  const caseId = crypto.randomUUID();
  await owner`insert into force_majeure_cases (id, kind, "from", expected_to, declared_by, scope, description, declared_at,
      declared_on, declarer, late)
    values (${caseId}, 'strike', '2026-04-15', '2026-04-30', 'seller', 'listed', 'забастовка', now(), '2026-04-15', 'test', false)`;
  expect(await sendDigests(db, at("2026-04-15", "12:00"))).toBe(0);
  expect(await told("2026-04-15")).not.toContain(lawyer.email);
  expect(await sendDigests(db, at("2026-04-16"))).toBe(4);
  expect(await told("2026-04-16")).toContain(lawyer.email);
  await owner`insert into force_majeure_ends (case_id, ended_on, ended_at, ended_by, reason)
    values (${caseId}, '2026-04-16', now(), 'test', 'забастовка закончилась')`;
});

test("days off are silent, transfers count both ways, and a calendar that is edited is the one that holds", async () => {
  for (const off of ["2026-04-18", "2026-04-19", "2026-04-20", "2026-04-21", "2026-05-01"])
    expect(await sendDigests(db, at(off, "12:00")), off).toBe(0);
  expect(await sendDigests(db, at("2026-04-25", "09:00"))).toBe(3);
  await owner`insert into calendar_transfers (id, off, worked, resolution, source, entered_at, entered_by, reason)
    values (${crypto.randomUUID()}, '2026-04-27', '2026-05-02', 'приказ № 1', 'seller', now(), 'test', 'перенос для проверки')`;
  forgetCalendar();
  expect(await sendDigests(db, at("2026-04-27", "12:00"))).toBe(0);
  expect(await sendDigests(db, at("2026-05-02", "12:00"))).toBe(3);
});

test("a worker that was off for three days tells today's, at the end of the day, and not the missed ones", async () => {
  expect(await sendDigests(db, at("2026-05-08", "23:59"))).toBe(3);
  for (const missed of ["2026-05-05", "2026-05-06", "2026-05-07"]) expect(await letters(missed)).toEqual([]);
  const sent = await letters("2026-05-08");
  // Paid on 13 April: with the two days off in between the fifteenth working day was 6 May.
  expect(sent.find(({ to_address }) => to_address === sales.email)?.subject).toBe("Дела на 08.05.2026: просрочено 1");
  expect(sent.find(({ to_address }) => to_address === sales.email)?.text).toContain(
    "Просрочено: 1 активация\nhttps://shop.example/staff/activations?due=late",
  );
});

test("the figures are those of the today page", async () => {
  const today = asDay("2026-05-08");
  const counts = await inTenant(db, { kind: "system", job: "test" }, (tx) => queueCounts(tx, today));
  const text = (await letters(today)).find(({ to_address }) => to_address === director.email)!.text;
  const said = [...text.matchAll(/^(?:Overdue|Due today|Waiting): (\d+)/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
  expect(said).toBe(counts.activations + counts.unidentified + counts.actsToSend);
  expect(counts).toMatchObject({
    activations: 1,
    activationsLate: 1,
    actsToSend: 1,
    actsToSendLate: 1,
    unidentified: 1,
  });
});

test("the hour is a dated setting", async () => {
  await owner`insert into settings (id, key, value, valid_from, entered_at, entered_by, reason)
    values (${crypto.randomUUID()}, 'staffDigestAt', '"10:15"', '2026-05-11', now(), 'test', 'позже начинаем день')`;
  expect(await sendDigests(db, at("2026-05-11", "10:14"))).toBe(0);
  expect(await sendDigests(db, at("2026-05-11", "10:15"))).toBe(3);
});

test("a worker that is killed in the middle of the letters: the next one writes the rest, nobody has two", {
  timeout: 60_000,
}, async () => {
  // The second letter of the day meets a lock that the test holds: the worst moment, its day is claimed and not yet told.
  await owner.unsafe(`
    create function wait_in_the_middle() returns trigger language plpgsql as $$ begin
      if (select count(*) from mails where dedupe_key like 'staff-digest:2026-05-13:%') = 1 then
        perform pg_advisory_xact_lock(20260513); end if;
      return new; end $$;
    create trigger wait_in_the_middle before insert on mails
      for each row when (new.template = 'staff-digest') execute function wait_in_the_middle()`);
  const offset = at("2026-05-13", "11:00").getTime() - Date.now();
  await owner`insert into demo_clock (id, offset_ms) values (1, ${offset}) on conflict (id) do update set offset_ms = excluded.offset_ms`;
  await owner.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(20260513)`;
    const worker = startWorker(env);
    workers.push(worker);
    await until(
      async () => (await owner`select 1 from pg_locks where locktype = 'advisory' and not granted`).length > 0,
    );
    await endWorker(worker, "SIGKILL");
  });
  expect(await letters("2026-05-13")).toHaveLength(1);
  workers.push(startWorker(env));
  await until(async () => (await letters("2026-05-13")).length >= 3);
  expect(await sendDigests(db, at("2026-05-13", "11:05"))).toBe(0);
  expect(await told("2026-05-13")).toEqual(waiting);
});
