import { expect, test } from "vitest";
import { recountDeadlinesAgain } from "#/app/_jobs/recount-deadlines.handler.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, readContract, sendAct } from "#/app/_testing/fixtures.ts";
import { currentCalendar, forgetCalendar } from "#/app/_time/calendar.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { calendarBook } from "#/db/queries/calendar.ts";
import { seedCalendar } from "#/db/seed/calendar.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { type CalendarEdit, calendarOf, editCalendar } from "#/lib/calendar/edit.ts";
import { applyEdit, previewEdit } from "./apply-edit.ts";
import { previewRecount } from "./recount-open.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-16T12:00:00+03:00");
const lawyer = await makeStaff(db, "lawyer", { now });

const transfer = (off: string, worked: string): CalendarEdit => ({
  kind: "transfer",
  off: asDay(off),
  worked: asDay(worked),
  resolution: "постановление от 20.04.2026 № 200",
  source: "government",
  reason: "Опубликовано сегодня",
});
const edit = async (what: CalendarEdit, actor: Actor = lawyer) => {
  const done = await inTenant(db, tenantOf(actor), (tx) =>
    applyEdit({ tx, actor, origin: NO_ORIGIN, now, edit: what }),
  );
  forgetCalendar();
  return done;
};
const preview = (what: CalendarEdit) =>
  inTenant(db, tenantOf(lawyer), (tx) => previewEdit({ tx, actor: lawyer, now, edit: what }), { readOnly: true });

test("a fresh database has the calendar that the library knows, once", async () => {
  await seedCalendar(owner);
  forgetCalendar();
  expect(await currentCalendar(db)).toEqual(belarusCalendar);
  expect(await owner`select 1 from calendar_transfers`).toHaveLength(belarusCalendar.transfers.length);
});

test("an edit says what it will move, moves it with evidence, and a withdrawal moves it back", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  const open = await placeOrder(db, party, [{}], { now });
  const sent = await sendAct(
    db,
    await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
    { now },
  );
  expect(paid.activationDueOn).toBe("2026-05-11");
  expect(open.invoices[0]!.validUntil).toBe("2026-04-25");
  expect(sent.acts[0]!.deemedDueOn).toBe("2026-04-25");

  const what = transfer("2026-04-23", "2026-05-16");
  const told = await preview(what);
  if (!told.ok) throw new Error(told.error.code);
  const expected = [
    [paid.id, "activation", "2026-05-11", "2026-05-12"],
    [paid.id, "act-sending", "2026-05-11", "2026-05-12"],
    [open.id, "invoice-validity", "2026-04-25", "2026-04-27"],
    [sent.id, "deemed-acceptance", "2026-04-25", "2026-04-27"],
  ];
  const flat = (all: typeof told.value) =>
    all.flatMap(({ contractId, moved }) => moved.map((one) => [contractId, one.clock, one.from, one.to])).sort();
  expect(flat(told.value)).toEqual(expected.toSorted());
  // Looking stores nothing.
  expect((await readContract(db, paid.id)).activationDueOn).toBe("2026-05-11");

  const done = await edit(what);
  if (!done.ok) throw new Error(done.error.code);
  expect(flat(done.value)).toEqual(expected.toSorted());
  expect(await readContract(db, paid.id)).toMatchObject({ activationDueOn: "2026-05-12", actDueOn: "2026-05-12" });
  expect((await readContract(db, open.id)).invoices[0]!.validUntil).toBe("2026-04-27");
  expect((await readContract(db, sent.id)).acts[0]!.deemedDueOn).toBe("2026-04-27");

  const rows =
    await owner`select contract_id, clause, reason, actor_id, data from evidence where step = 'recount-deadlines'`;
  expect(rows.map(({ contract_id }) => contract_id).sort()).toEqual([paid.id, open.id, sent.id].sort());
  expect(rows.find(({ contract_id }) => contract_id === sent.id)).toMatchObject({
    clause: "3.8",
    reason: "Опубликовано сегодня",
    actor_id: lawyer.userId,
    data: { moved: [{ clock: "deemed-acceptance", from: "2026-04-25", to: "2026-04-27" }] },
  });
  const [line] = await owner`select seq, step, data from evidence where chain = 'calendar'`;
  expect(line).toMatchObject({ seq: 1, step: "calendar-transfer", data: { off: "2026-04-23", worked: "2026-05-16" } });
  expect(line!.data.moved.toSorted()).toEqual([paid.id, open.id, sent.id].sort());

  // The repeated recount finds nothing more to do.
  const [again] = await owner`select payload from outbox where topic = 'recount-deadlines'`;
  const system = { kind: "system", job: "test" } as const;
  await inTenant(db, system, (tx) => recountDeadlinesAgain({ db, tx, now, real: now }, again!.payload));
  expect(await owner`select 1 from evidence where step = 'recount-deadlines'`).toHaveLength(3);

  const { transfers } = await calendarBook(db);
  const id = transfers.find(({ off }) => off === "2026-04-23")!.id;
  const undone = await edit({ kind: "withdraw", id, reason: "Введено по ошибке" });
  if (!undone.ok) throw new Error(undone.error.code);
  expect((await readContract(db, paid.id)).activationDueOn).toBe("2026-05-11");
  // What the customer was promised in the invoice stays.
  expect((await readContract(db, open.id)).invoices[0]!.validUntil).toBe("2026-04-27");
  expect((await readContract(db, sent.id)).acts[0]!.deemedDueOn).toBe("2026-04-25");
  expect(await edit({ kind: "withdraw", id, reason: "Введено по ошибке" })).toMatchObject({ ok: false });
});

test("a step of another process that still counted by the old calendar is put right some seconds later", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  await currentCalendar(db);
  const what = transfer("2026-04-24", "2026-05-16");
  const saved = await inTenant(db, tenantOf(lawyer), (tx) =>
    applyEdit({ tx, actor: lawyer, origin: NO_ORIGIN, now, edit: what }),
  );
  expect(saved.ok).toBe(true);
  // This process was not told: its five seconds are not over.
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  expect(paid.activationDueOn).toBe("2026-05-11");
  const [message] = await owner`select payload, next_attempt_at > now() + interval '5 seconds' as later from outbox
    where topic = 'recount-deadlines' and payload->'calendar'->>'off' = '2026-04-24'`;
  expect(message!.later).toBe(true);
  const system = { kind: "system", job: "test" } as const;
  await inTenant(db, system, (tx) => recountDeadlinesAgain({ db, tx, now, real: now }, message!.payload));
  forgetCalendar();
  expect((await readContract(db, paid.id)).activationDueOn).toBe("2026-05-12");
});

test("two edits of one day at once: one is stored, the other is refused", async () => {
  const results = await Promise.all([
    edit(transfer("2026-06-08", "2026-06-13")),
    edit(transfer("2026-06-08", "2026-06-20")),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { fields: { off: { code: "calendar.off_is_free" } } } });
});

test("looking only at the terms that span the days finds all that a recount of every open contract finds", async () => {
  const book = await calendarBook(db);
  const { holidays } = belarusCalendar;
  const ever = [asDay("2020-01-01"), asDay("2099-12-31")];
  let found = 0;
  for (const off of ["2026-04-17", "2026-04-22", "2026-04-28", "2026-05-11", "2026-05-12", "2026-05-13"]) {
    const edited = editCalendar(holidays, book, transfer(off, "2026-05-30"), crypto.randomUUID());
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    const calendar = calendarOf(holidays, edited.value.book);
    const ask = (days: typeof ever) =>
      inTenant(db, tenantOf(lawyer), (tx) => previewRecount({ tx, actor: lawyer, now, calendar, days }));
    const [narrow, wide] = [await ask(edited.value.days), await ask(ever)];
    expect(narrow).toEqual(wide);
    found += narrow.length;
  }
  expect(found).toBeGreaterThan(5);
});

test("walls: a customer reads the calendar and writes nothing of it; nobody rewrites what was entered", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const customer = tenantOf(party.owner);
  expect((await inTenant(db, customer, (tx) => calendarBook(tx))).years).toContain(2026);
  const denied = { cause: { code: "42501" } };
  await expect(
    inTenant(db, customer, (tx) =>
      applyEdit({ tx, actor: party.owner, origin: NO_ORIGIN, now, edit: transfer("2026-07-06", "2026-07-11") }),
    ),
  ).rejects.toMatchObject(denied);
  const restricted = { code: "23001" };
  await expect(owner`update calendar_transfers set off = '2026-01-05'`).rejects.toMatchObject(restricted);
  await expect(owner`delete from calendar_transfers`).rejects.toMatchObject(restricted);
  await expect(owner`update calendar_years set year = year + 1`).rejects.toMatchObject(restricted);
  await expect(owner`truncate calendar_years`).rejects.toMatchObject(restricted);
  const [gone] = await owner`select id from calendar_transfers where withdrawn_at is not null`;
  await expect(
    owner`update calendar_transfers set withdrawn_at = null, withdrawn_by = null, withdraw_reason = null where id = ${gone!.id}`,
  ).rejects.toMatchObject(restricted);
});
