import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { makeParty, pay, placeOrder } from "#/app/_testing/fixtures.ts";
import { forgetCalendar } from "#/app/_time/calendar.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { WrongCall } from "../command.ts";
import { calendarImport, calendarList, calendarSet } from "./calendar.ts";
import { clockExplain } from "./clock-explain.ts";
import { dates } from "./dates.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-16T12:00:00+03:00");
const folder = await mkdtemp(path.join(tmpdir(), "calendar-"));
afterAll(() => rm(folder, { recursive: true }));

const ask = async (command: typeof dates, values: Record<string, string | boolean>, ...positionals: string[]) => {
  forgetCalendar();
  return command.run({ positionals, values });
};
const NEW = { resolution: "постановление от 20.04.2026 № 200", off: "23.04.2026", worked: "2026-05-16" };

test("calendar list: what is in force, and that a year is provisional", async () => {
  const { json } = await ask(calendarList, { year: "2027" });
  expect(json).toMatchObject({ ok: true, provisional: true, transfers: [], confirmedYears: [2023, 2024, 2025, 2026] });
  expect(json.holidays).toContainEqual({ date: "2027-05-11", reason: "Радуница" });
  expect((await ask(calendarList, { year: "2026" })).json.transfers).toMatchObject([
    { off: "2026-04-20", worked: "2026-04-25", source: "government" },
  ]);
});

test("calendar set: a rehearsal moves nothing, the edit moves open terms, wrong ones are refused by field", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  // The command's own clock is today's: only the terms of this contract are late by then, and still open.
  const rehearsal = await ask(calendarSet, { ...NEW, "dry-run": true });
  expect(rehearsal.json).toMatchObject({ ok: true, dryRun: true });
  expect(await owner`select 1 from calendar_transfers where off = '2026-04-23'`).toEqual([]);
  const done = await ask(calendarSet, NEW);
  expect(done.json).toMatchObject({ ok: true, dryRun: false, moved: rehearsal.json.moved });
  expect(done.json.moved).toContainEqual({
    contractId: paid.id,
    number: paid.invoices[0]!.number,
    clock: "activation",
    clause: "3.5",
    from: "2026-05-11",
    to: "2026-05-12",
    kept: false,
  });
  expect(await ask(calendarSet, NEW)).toMatchObject({
    ok: false,
    json: { ok: false, reason: "calendar.off_is_free", field: "off" },
  });
  expect(await ask(calendarSet, { ...NEW, off: "31.02.2026" })).toMatchObject({
    ok: false,
    json: { reason: "day.format", field: "off" },
  });

  const explained = await ask(clockExplain, {}, paid.invoices[0]!.number);
  expect(explained).toMatchObject({ ok: true, json: { contractId: paid.id } });
  expect(explained.json.clocks).toContainEqual(
    expect.objectContaining({
      name: "activation",
      due: "2026-05-12",
      explain: expect.objectContaining({
        clause: "3.5",
        skipped: expect.arrayContaining([
          { date: "2026-04-23", reason: `выходной перенесён сюда: ${NEW.resolution}` },
          { date: "2026-04-21", reason: "Радуница" },
        ]),
      }),
    }),
  );
  expect(await ask(clockExplain, {}, "26-999999-1")).toMatchObject({ ok: false, json: { reason: "record.not_found" } });

  const [row] = await owner`select id from calendar_transfers where off = '2026-04-23'`;
  expect(await ask(calendarSet, { withdraw: row!.id, reason: "введено для проверки" })).toMatchObject({ ok: true });
});

test("dates: every date from the day of payment, with its arithmetic", async () => {
  const { json } = await ask(dates, { months: "12" }, "16.04.2026");
  expect(json).toMatchObject({
    paidOn: "2026-04-16",
    activationDue: { date: "2026-05-11", explain: { rule: "activation", clause: "3.5", provisional: false } },
    actDue: { date: "2026-05-11" },
    actSentOn: { date: "2026-05-11" },
    deemedOn: { date: "2026-05-18", explain: { clause: "3.8", start: "2026-05-11" } },
    contractEnd: { date: "2027-05-10", explain: { clause: "6.1" } },
    lastSafePaymentDay: { date: "2027-04-19", explain: { start: "2027-04-19", provisional: true } },
  });
  const quick = await ask(dates, { months: "3", activated: "22.04.2026", "act-sent": "23.04.2026" }, "2026-04-16");
  expect(quick.json).toMatchObject({
    actSentOn: { date: "2026-04-23", chosen: true },
    deemedOn: { date: "2026-04-29" },
    contractEnd: { date: "2026-07-21" },
  });
  await expect(ask(dates, {}, "31.02.2026")).rejects.toBeInstanceOf(WrongCall);
  await expect(ask(dates, { activated: "2026-04-15" }, "2026-04-16")).rejects.toBeInstanceOf(WrongCall);
});

test("calendar import: all or nothing, and a file may be read twice", async () => {
  const file = path.join(folder, "2027.json");
  const good = {
    transfers: [{ off: "2027-01-08", worked: "2027-01-16", resolution: "постановление № 1 от 2026" }],
    years: [{ year: 2027, resolution: "постановление № 1 от 2026" }],
  };
  const bad = { ...good, transfers: [...good.transfers, { ...good.transfers[0], off: "2027-01-09" }] };
  await writeFile(file, JSON.stringify(bad));
  expect(await ask(calendarImport, {}, file)).toMatchObject({ ok: false, json: { field: "off" } });
  expect((await ask(calendarList, { year: "2027" })).json).toMatchObject({ provisional: true, transfers: [] });
  await writeFile(file, JSON.stringify(good));
  expect((await ask(calendarImport, {}, file)).json).toMatchObject({ ok: true, entered: 2 });
  expect((await ask(calendarImport, {}, file)).json).toMatchObject({ ok: true, entered: 0 });
  expect((await ask(calendarList, { year: "2027" })).json).toMatchObject({ provisional: false });
  const { json } = await ask(dates, {}, "2026-04-16");
  expect(json).toMatchObject({ lastSafePaymentDay: { date: "2027-04-19", explain: { provisional: false } } });
  await writeFile(file, "not json");
  expect(await ask(calendarImport, {}, file)).toMatchObject({ ok: false, json: { reason: "calendar.import" } });
});
