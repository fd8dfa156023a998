import { createHash } from "node:crypto";

import { afterEach, expect, test } from "vitest";

import { sendMonthPacks } from "#/app/_jobs/month-packs.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { endWorker, startWorker, until } from "#/app/_jobs/testing/worker-process.ts";
import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, sendAct, signAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { choosePackDay } from "#/db/writes/month-packs.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { readZip } from "#/lib/evidence/verifier/verifier.mjs";
import { monthPeriod } from "#/lib/ledger/period.ts";
import { monthPack } from "./pack.ts";

const { db, owner, appUrl } = await testDatabase();
const env = testEnv(appUrl);
const at = (day: string, hour = "10:00") => new Date(`${day}T${hour}:00+03:00`);
const april = monthPeriod(asDay("2026-04-01"));
const party = await makeParty(db, "legalEntity", { now: at("2026-03-20") });
const stranger = await makeParty(db, "legalEntity", { now: at("2026-03-20") });
const staff = await makeStaff(db, "accountant", { now: at("2026-03-20") });

const workers: ReturnType<typeof startWorker>[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, "SIGKILL");
});

const lived = async (of: typeof party, day: string) => {
  const paid = await pay(db, await placeOrder(db, of, [{}], { now: at(day) }), { now: at(day, "11:00") });
  return sendAct(db, await activate(db, paid, { now: at(day, "12:00") }), { now: at(day, "13:00") });
};
const signed = await signAct(db, party, await lived(party, "2026-04-02"), { now: at("2026-04-03") });
const unsigned = await lived(party, "2026-04-09");
const march = await placeOrder(db, party, [{}], { now: at("2026-03-25") });
const theirs = await lived(stranger, "2026-04-02");
const drawing = { actor: party.owner, now: at("2026-04-20"), origin: NO_ORIGIN };
const act = await inTenant(db, tenantOf(party.owner), (tx) =>
  drawUpReconciliation(tx, { from: "2026-04-01", to: "2026-04-20" }, drawing),
);

async function packOf(actor: PersonActor) {
  const pack = await monthPack({ db, actor, partyId: party.id, month: april, now: at("2026-05-04"), locale: "ru" });
  if (!pack) return null;
  return new Uint8Array(Buffer.concat(await Array.fromAsync(pack.bytes)));
}
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes!).toString("utf8");

test("every paper of the month and of nobody else, with the copies, the tables and the list of it all", async () => {
  const { files } = await readZip((await packOf(party.accountant))!);
  if (!act.ok) throw new Error(act.error.code);
  const [number, other] = [signed, unsigned].map(({ invoices, acts }) => [invoices[0]!.number, acts[0]!.number]);
  expect([...files.keys()].sort()).toEqual(
    [
      ...[number, other].flatMap((both) => [`Счета/Счёт ${both![0]}.pdf`, `Акты/Акт ${both![1]}.pdf`]),
      `Акты/${number![1]} signed-act.pdf`,
      `Акты сверки/Акт сверки ${act.value.number}.pdf`,
      ...["Взаиморасчёты", "Платежи", "Без подписи"].flatMap((table) => [`${table}.xlsx`, `${table}.csv`]),
      "Опись.txt",
    ].sort(),
  );
  const index = text(files.get("Опись.txt"));
  for (const [name, bytes] of files) {
    if (name === "Опись.txt") continue;
    expect(index, name).toContain(`${name} (${bytes.byteLength}) ${createHash("sha256").update(bytes).digest("hex")}`);
  }
  const unsignedNow = text(files.get("Без подписи.csv")).trim().split("\r\n").slice(1);
  expect(unsignedNow).toEqual([
    `Акт;${other![1]};09.04.2026;09.04.2026;Подпишите акт или откажитесь от подписания с причиной`,
    `Акт сверки;${act.value.number};20.04.2026;20.04.2026;Сверьте строки: подтвердите акт или отметьте расхождения`,
  ]);
  const payments = text(files.get("Платежи.csv")).trim().split("\r\n").slice(1);
  expect(payments.map((line) => line.split(";").slice(-2))).toEqual([
    ["0,00", number![0]],
    ["0,00", other![0]],
  ]);
  const [sums] = await owner`select sum(amount)::text as sum from allocations where party_id = ${party.id}`;
  const turnover = text(files.get("Взаиморасчёты.csv"))
    .split("\r\n")
    .find((line) => line.includes("Обороты"))!;
  expect(turnover.split(";")[5]?.replace(",", "")).toBe(sums!.sum);
  const all = [...files].map(([name, bytes]) => `${name} ${text(bytes)}`).join("\n");
  for (const secret of [theirs.invoices[0]!.number, theirs.id, march.invoices[0]!.number])
    expect(all).not.toContain(secret);
});

test("the house makes the same pack; a stranger's party is as missing as one that never was", async () => {
  const names = async (actor: PersonActor) => [...(await readZip((await packOf(actor))!)).files.keys()];
  expect(await names(staff)).toEqual(await names(party.owner));
  expect(await packOf(stranger.owner)).toBeNull();
});

const choose = (of: typeof party, workingDay: number | null, now: Date) =>
  inTenant(db, tenantOf(of.owner), (tx) => choosePackDay(tx, workingDay, { actor: of.owner, origin: NO_ORIGIN, now }));
const letters = async (of = party) =>
  (
    await owner`select to_address, attachments, text from mails where template = 'month-pack' and party_id = ${of.id}`
  ).map(
    (row) => row as unknown as { to_address: string; attachments: { fileId: string; name: string }[]; text: string },
  );

test("off until a day is chosen; then on that working day, to the accountant, the archive attached, once", async () => {
  expect(await sendMonthPacks(db, at("2026-05-04"))).toBe(0);
  await choose(party, 2, at("2026-04-30"));
  // 1 May is a holiday, 2 and 3 are the weekend: the second working day is the 5th.
  expect(await sendMonthPacks(db, at("2026-05-04", "23:00"))).toBe(0);
  const runs = await Promise.all(Array.from({ length: 4 }, () => sendMonthPacks(db, at("2026-05-05"))));
  expect(runs.reduce((all, one) => all + one, 0)).toBe(1);
  expect(await sendMonthPacks(db, at("2026-05-20"))).toBe(0);
  const [letter, ...more] = await letters();
  expect([letter?.to_address, more]).toEqual([party.accountant.email, []]);
  expect(letter?.attachments).toMatchObject([{ name: "Документы 04.2026.zip" }]);
  const [file] = await owner`select party_id, kind from files where id = ${letter!.attachments[0]!.fileId}`;
  expect(file).toMatchObject({ party_id: party.id, kind: "month-pack" });
  const [kept] = await owner`select count(*)::int as n from files where kind = 'month-pack'`;
  expect(kept!.n).toBe(1);
});

test("a worker that is killed while it tells of a pack: the next one tells it, once; a month in which nothing was is silent", {
  timeout: 60_000,
}, async () => {
  await choose(stranger, 1, at("2026-04-20"));
  await owner.unsafe(`
    create function wait_in_the_middle() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(20260504); return new; end $$;
    create trigger wait_in_the_middle before insert on mails
      for each row when (new.template = 'month-pack') execute function wait_in_the_middle()`);
  const offset = at("2026-05-06", "11:00").getTime() - Date.now();
  await owner`insert into demo_clock (id, offset_ms) values (1, ${offset}) on conflict (id) do update set offset_ms = excluded.offset_ms`;
  await owner.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(20260504)`;
    const worker = startWorker(env);
    workers.push(worker);
    await until(
      async () =>
        (await owner`select 1 from pg_locks where locktype = 'advisory' and objid = 20260504 and not granted`).length >
        0,
    );
    await endWorker(worker, "SIGKILL");
  });
  expect(await letters(stranger)).toEqual([]);
  await until(async () => (await owner`select 1 from pg_stat_activity where wait_event = 'advisory'`).length === 0);
  // Two months later, after a worker that was off: April and then the months since, in which only the unsigned act remains.
  expect(await sendMonthPacks(db, at("2026-05-06", "12:00"))).toBe(1);
  expect((await letters(stranger)).map(({ to_address }) => to_address)).toEqual([stranger.accountant.email]);
  const quiet = await makeParty(db, "legalEntity", { now: at("2026-04-01") });
  await choose(quiet, 1, at("2026-04-20"));
  expect(await sendMonthPacks(db, at("2026-05-06", "13:00"))).toBe(0);
  await choose(stranger, null, at("2026-05-07"));
  expect(await sendMonthPacks(db, at("2026-06-10"))).toBe(1);
  expect(await letters(stranger)).toHaveLength(1);
});
