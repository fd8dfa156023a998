import { afterEach, expect, test } from "vitest";

import { activate, makeParty, pay, placeOrder, readContract, sendAct } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { runClocks } from "./clocks.ts";
import { doNextMessage } from "./outbox.ts";
import { remind } from "./reminders.ts";
import { testEnv } from "./testing/env.ts";
import { endWorker, startWorker, until } from "./testing/worker-process.ts";

const { db, owner, appUrl } = await testDatabase();
const env = testEnv(appUrl);
const at = (day: string, hour = "10:00") => new Date(`${day}T${hour}:00+03:00`);
const now = at("2026-04-22");

const workers: ReturnType<typeof startWorker>[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, "SIGKILL");
});
const steps = async (contractId: string, step: string) =>
  (await owner`select 1 from evidence where contract_id = ${contractId} and step = ${step}`).length;

test("an invoice holds to the end of its last day and expires once, however late anybody looks", async () => {
  const contract = await placeOrder(db, await makeParty(db, "legalEntity", { now }), [{}], { now });
  const lastDay = contract.invoices[0]!.validUntil;
  expect(await runClocks(db, at(lastDay, "23:59"))).toEqual([]);
  const late = at("2026-05-20");
  expect(await runClocks(db, late)).toEqual([{ step: "expire-invoice", contractId: contract.id }]);
  expect(await runClocks(db, late)).toEqual([]);
  expect(await readContract(db, contract.id)).toMatchObject({ stage: "lapsed", invoices: [{ status: "expired" }] });
});

test("twenty runs at once take each step once", async () => {
  const made = [];
  for (let n = 0; n < 3; n++) {
    const party = await makeParty(db, "legalEntity", { now });
    const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
    made.push(await sendAct(db, await activate(db, paid, { now }), { now }));
  }
  const runs = await Promise.all(Array.from({ length: 20 }, () => runClocks(db, at("2026-05-05"))));
  expect(
    runs
      .flat()
      .map(({ contractId }) => contractId)
      .sort(),
  ).toEqual(made.map(({ id }) => id).sort());
  for (const { id } of made) {
    expect(await steps(id, "deem-act")).toBe(1);
    expect(await readContract(db, id)).toMatchObject({ act: "deemed", acts: [{ deemedOn: "2026-04-28" }] });
  }
});

test("a contract ends the day after its last paid day, and the way there was announced once a term", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const paid = await pay(db, await placeOrder(db, party, [{ months: 3 }], { now }), { now });
  const { id, endsOn } = await activate(db, paid, { now });
  expect(endsOn).toBe("2026-07-21");
  const letters = async () =>
    (await owner`select subject from mails where contract_id = ${id} and template = 'subscription-ends'`).length;

  await remind(db, at("2026-05-21"));
  expect(await letters()).toBe(0);
  await remind(db, at("2026-05-22"));
  await remind(db, at("2026-05-25"));
  expect(await letters()).toBe(1);
  await Promise.all([remind(db, at("2026-06-15")), remind(db, at("2026-06-15"))]);
  expect(await letters()).toBe(2);
  // The worker was off from Friday the 19th to Sunday: Monday's notice says all, and the missed one is not sent after it.
  await remind(db, at("2026-06-22"));
  await remind(db, at("2026-06-23"));
  expect(await letters()).toBe(3);
  // Off over the last notice, a weekend and three days more: it still comes, on the first working day.
  await remind(db, at("2026-07-01"));
  await remind(db, at("2026-07-20"));
  await remind(db, at("2026-07-21"));
  expect(await letters()).toBe(4);
  const [last] = await owner`select text from mails where contract_id = ${id} and template = 'subscription-ends'
    order by created_at desc limit 1`;
  expect(last!.text).toContain("29.06.2026");

  expect(await runClocks(db, at("2026-07-21", "23:59"))).not.toContainEqual({ step: "end-contract", contractId: id });
  await runClocks(db, at("2026-07-22", "00:00"));
  expect((await readContract(db, id)).stage).toBe("ended");
});

test("reminders stop with the payment of a renewal, and a weekend is waited out", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const portal = "renewed.bitrix24.by";
  const old = await activate(
    db,
    await pay(db, await placeOrder(db, party, [{ portal, months: 3 }], { now }), { now }),
    {
      now,
    },
  );
  const letters = async () =>
    (await owner`select 1 from mails where contract_id = ${old.id} and template = 'subscription-ends'`).length;
  await remind(db, at("2026-05-23"));
  expect(await letters()).toBe(0);
  await remind(db, at("2026-05-25"));
  expect(await letters()).toBe(1);
  const renewed = at("2026-06-10");
  const open = await placeOrder(db, party, [{ portal, months: 3 }], { now: renewed });
  await remind(db, at("2026-06-15"));
  expect(await letters()).toBe(2);
  const paid = await pay(db, open, { now: at("2026-06-16") });
  await remind(db, at("2026-06-22"));
  await activate(db, paid, { now: at("2026-06-24") });
  await remind(db, at("2026-06-26"));
  expect(await letters()).toBe(2);
});

test("two real workers catch up after three days of silence: one protocol, one letter each", {
  timeout: 60_000,
}, async () => {
  const real = new Date();
  const party = await makeParty(db, "individual", { now: real });
  const paid = await pay(db, await placeOrder(db, party, [{}], { now: real }), { now: real });
  const { id, acts } = await sendAct(db, await activate(db, paid, { now: real }), { now: real });
  while (await doNextMessage(db));
  const due = new Date(`${acts[0]!.deemedDueOn}T12:00:00+03:00`);
  const offset = due.getTime() + 3 * 86_400_000 - real.getTime();
  await owner`insert into demo_clock (id, offset_ms) values (1, ${offset}) on conflict (id) do update set offset_ms = excluded.offset_ms`;

  for (let n = 0; n < 2; n++) workers.push(startWorker(env));
  await until(async () => {
    const [open] = await owner`select count(*) as n from outbox where done_at is null`;
    return (await steps(id, "deem-act")) > 0 && Number(open!.n) === 0;
  });
  expect(await steps(id, "deem-act")).toBe(1);
  expect(await owner`select kind from files where document_id = ${acts[0]!.id} order by kind`).toEqual([
    { kind: "act" },
    { kind: "deemed-protocol" },
  ]);
  const told = await owner`select to_address from mails where contract_id = ${id} and template = 'act-deemed'`;
  expect(new Set(told.map((row) => row.to_address)).size).toBe(2);
  expect(told).toHaveLength(2);
  const [beat] = await owner`select at > now() - interval '15 seconds' as alive from worker_heartbeats`;
  expect(beat).toEqual({ alive: true });
});
