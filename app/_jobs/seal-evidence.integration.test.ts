import { expect, test } from "vitest";

import { verifyLog } from "#/app/_evidence/verify-log.ts";
import { inTenant } from "#/db/client.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN, record } from "#/db/writes/evidence.ts";
import { verifySeals } from "#/lib/evidence/seal.ts";
import { sealAndTell, sealDays } from "./seal-evidence.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const SYSTEM = { kind: "system", job: "test" } as const;
const write = (at: string, chain = "test:1") =>
  inTenant(db, SYSTEM, (tx) => record(tx, SYSTEM, NO_ORIGIN, new Date(at), { chain, step: "test", data: {} }));
const seal = (at: string) => sealDays(db, new Date(at));

await write("2026-04-13T10:00:00+03:00");
await write("2026-04-13T23:59:59+03:00");
await write("2026-04-15T00:00:00+03:00");

test("a day is sealed when it is over, once, whoever asks; days without entries have no seal", async () => {
  expect(await seal("2026-04-13T23:59:59+03:00")).toEqual([]);
  const all = (await Promise.all(Array.from({ length: 5 }, () => seal("2026-04-16T00:00:01+03:00")))).flat();
  expect(all.map(({ seq, kind, day, entries }) => [seq, kind, day, entries])).toEqual([
    [1, "day", "2026-04-13", 2],
    [2, "day", "2026-04-15", 1],
  ]);
  expect(await seal("2026-04-16T12:00:00+03:00")).toEqual([]);
  expect(verifySeals(await allSeals(db))).toEqual([]);
});

test("the newest head goes to the lawyer in one letter", async () => {
  const [last] = (await allSeals(db)).reverse();
  const letters = await owner`select to_address, text from mails where template = 'evidence-head'`;
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain(last!.root);
});

test("what is written while a transaction is open is waited for; what is late goes to the next seal", async () => {
  await write("2026-04-16T10:00:00+03:00");
  let commit = () => {};
  const open = inTenant(db, SYSTEM, async (tx) => {
    await record(tx, SYSTEM, NO_ORIGIN, new Date("2026-04-16T23:59:59+03:00"), {
      chain: "late:1",
      step: "test",
      data: {},
    });
    await new Promise<void>((done) => {
      commit = done;
    });
  });
  await expect
    .poll(() => owner`select 1 from pg_locks where relation = 'evidence'::regclass and granted`)
    .not.toEqual([]);
  const sealing = seal("2026-04-17T00:00:01+03:00");
  await new Promise((done) => setTimeout(done, 200));
  commit();
  await open;
  expect((await sealing).map(({ entries }) => entries)).toEqual([2]);
  await write("2026-04-16T23:00:00+03:00");
  await write("2026-04-17T09:00:00+03:00");
  expect((await seal("2026-04-18T00:00:01+03:00")).map(({ day, entries }) => [day, entries])).toEqual([
    ["2026-04-17", 2],
  ]);
});

test("the operator seals the running day, and its rest is sealed at its end", async () => {
  await write("2026-04-18T09:00:00+03:00");
  const [extra] = await sealAndTell(db, new Date("2026-04-18T10:00:00+03:00"), { extra: true });
  expect(extra).toMatchObject({ kind: "extra", day: "2026-04-18", entries: 1 });
  await write("2026-04-18T11:00:00+03:00");
  expect(await seal("2026-04-19T01:00:00+03:00")).toMatchObject([{ kind: "day", day: "2026-04-18", entries: 1 }]);
  expect(await verifyLog(db)).toMatchObject({ ok: true, problems: [] });
});

test("nobody but the worker's role writes seals, and nobody changes them", async () => {
  for (const role of ["market_app", "market_customer", "market_staff", "market_system"]) {
    const as = (text: string) =>
      owner.begin(async (sql) => {
        await sql.unsafe(`set local role ${role}`);
        return sql.unsafe(text);
      });
    expect((await as("select * from evidence_seals")).length).toBeGreaterThan(0);
    await expect(as("update evidence_seals set entries = 1")).rejects.toThrow(/permission denied/);
    await expect(as("delete from evidence_seals")).rejects.toThrow(/permission denied/);
    await expect(as("lock table evidence in share mode")).rejects.toThrow(/permission denied/);
    if (role === "market_system") continue;
    await expect(as("insert into evidence_seals select * from evidence_seals")).rejects.toThrow(/permission denied/);
    await expect(as("select hold_evidence()")).rejects.toThrow(/permission denied/);
  }
  await expect(owner`update evidence_seals set entries = 1`).rejects.toThrow(/append-only/);
  await expect(owner`truncate evidence_seals`).rejects.toThrow(/append-only/);
});
