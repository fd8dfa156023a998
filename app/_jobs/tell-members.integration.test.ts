import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";

import { applyEdit } from "#/app/_actions/calendar/apply-edit.ts";
import { activate, makeParty, pay, placeOrder } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { unreadCount } from "#/db/queries/notices.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { readAllNotices, readNotice, saveChoices } from "#/db/writes/notices.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { DEFAULT_HOURS } from "#/lib/mail/choices.ts";
import type { Cells } from "#/lib/mail/choose.ts";
import { smtpSender } from "#/lib/mail/send.ts";
import { doNextMessage } from "./outbox.ts";
import { remind } from "./reminders.ts";
import { sendNextMail } from "./send-mails.ts";
import { catchMail } from "./testing/catcher.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const minsk = (text: string) => new Date(`${text}+03:00`);
const noon = minsk("2026-04-15T12:00");
const OFFICE = { kind: "system", job: "office" } as const;

const drain = async () => {
  while (await doNextMessage(db));
  expect(await owner`select topic, last_error from outbox where done_at is null and next_attempt_at <= now()`).toEqual(
    [],
  );
};
const choose = (actor: CustomerActor, cells: Cells, hours = DEFAULT_HOURS) =>
  inTenant(db, tenantOf(actor), (tx) => saveChoices(tx, { actor, origin: NO_ORIGIN, now: noon }, cells, hours));
const mailsTo = ({ userId }: CustomerActor) =>
  owner`select template, status, quiet_until from mails where user_id = ${userId} order by template`;
const noticesOf = ({ userId }: CustomerActor) =>
  owner`select kind, title, text, path, read_at from notices where user_id = ${userId} order by kind`;
const moveClock = (to: Date) =>
  owner`insert into demo_clock (id, offset_ms) values (1, ${to.getTime() - Date.now()}) on conflict (id) do update set offset_ms = excluded.offset_ms`;

test("each member is told by their own choice, in the cabinet and by letter, and what the contract asks for cannot be left out", async () => {
  const party = await makeParty(db, "legalEntity", { now: noon });
  await choose(party.accountant, [
    { kind: "payment", channel: "mail", chosen: false },
    { kind: "payment", channel: "cabinet", chosen: false },
    // Said to a locked cell by a form that was tampered with: the decision does not ask for it.
    { kind: "invoice", channel: "mail", chosen: false },
  ]);
  const ordered = await placeOrder(db, party, [{ months: 3 }], { now: noon });
  await pay(db, ordered, { amount: 10_00n, now: noon });
  await drain();
  expect(await mailsTo(party.owner)).toMatchObject([{ template: "invoice-issued" }, { template: "payment-part" }]);
  expect(await mailsTo(party.accountant)).toMatchObject([{ template: "invoice-issued", quiet_until: null }]);
  expect(await noticesOf(party.accountant)).toMatchObject([
    { kind: "invoice", path: `/cabinet/contracts/${ordered.id}` },
  ]);
  const told = await noticesOf(party.owner);
  expect(told.map(({ kind }) => kind)).toEqual(["invoice", "payment"]);
  expect(told[0]!.title).toContain(ordered.invoices[0]!.number);

  // Doing it again tells nobody twice.
  await owner`update outbox set done_at = null`;
  await drain();
  expect(await noticesOf(party.owner)).toHaveLength(2);
});

test("a courtesy at night waits for the morning of Minsk, a legal letter does not", async () => {
  const night = minsk("2026-04-15T23:30");
  const party = await makeParty(db, "legalEntity", { now: noon });
  const ordered = await placeOrder(db, party, [{ months: 3 }], { now: noon });
  await drain();
  await owner`update mails set status = 'accepted'`;
  await moveClock(night);
  await pay(db, ordered, { amount: 10_00n, now: night });
  await drain();
  const until = minsk("2026-04-16T08:00");
  expect(await mailsTo(party.owner)).toMatchObject([
    { template: "invoice-issued" },
    { template: "payment-part", status: "queued", quiet_until: until },
  ]);
  const catcher = await catchMail();
  const send = smtpSender({ url: catcher.url, from: "Shop <shop@example.by>", strict: false });
  try {
    expect(await sendNextMail(db, send)).toBe(false);
    await moveClock(new Date(until.getTime() - 60_000));
    expect(await sendNextMail(db, send)).toBe(false);
    await moveClock(until);
    while (await sendNextMail(db, send));
    expect(catcher.caught).toHaveLength(2);
    const [row] =
      await owner`select status, server_reply from mails where user_id = ${party.owner.userId} and template = 'payment-part'`;
    expect(row).toMatchObject({ status: "accepted", server_reply: expect.stringMatching(/^250 /) });

    await moveClock(night);
    await pay(db, await readAgain(ordered.id), { now: night });
    await drain();
    while (await sendNextMail(db, send));
    expect(catcher.caught.filter(({ to }) => to?.[0]?.address === party.owner.email)).toHaveLength(2);
  } finally {
    await catcher.close();
    await owner`delete from demo_clock`;
  }
});

const readAgain = async (id: string) => (await import("#/app/_testing/fixtures.ts")).readContract(db, id);

test("a letter that the server refuses for good is rejected with its words; one that could not be handed over is not", async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error("5.1.1 no such user here"), { responseCode: 550 })),
  });
  server.on("error", () => {});
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await listening;
  const { port } = server.server.address() as { port: number };
  const party = await makeParty(db, "individual", { now: noon });
  await owner`update mails set status = 'accepted' where status = 'queued'`;
  await placeOrder(db, party, [{}], { now: noon });
  await drain();
  const send = smtpSender({ url: `smtp://127.0.0.1:${port}`, from: "shop@example.by", strict: false });
  expect(await sendNextMail(db, send)).toBe(true);
  expect(await sendNextMail(db, async () => ({ ok: false, permanent: true, code: "EADDRESS", reply: null }))).toBe(
    true,
  );
  await new Promise<void>((closed) => server.close(() => closed()));
  const fates =
    await owner`select status, last_error, server_reply from mails where party_id = ${party.id} order by status`;
  expect(fates).toMatchObject([
    { status: "failed", last_error: "EADDRESS", server_reply: null },
    { status: "rejected", last_error: "EENVELOPE 550", server_reply: expect.stringContaining("no such user here") },
  ]);
});

test("reminders are kinds of their own, one by one", async () => {
  const party = await makeParty(db, "legalEntity", { now: noon });
  await choose(party.owner, [{ kind: "reminder-30", channel: "mail", chosen: false }]);
  const paid = await pay(db, await placeOrder(db, party, [{ months: 3 }], { now: noon }), { now: noon });
  const active = await activate(db, paid, { now: noon });
  await drain();
  const end = active.lines[0]!.activeTo!;
  await owner`delete from mails`;
  for (let day = noon.getTime(); day < Date.parse(end); day += 86_400_000) await remind(db, new Date(day));
  const letters =
    await owner`select dedupe_key from mails where user_id = ${party.owner.userId} and template = 'subscription-ends'`;
  const written = letters.map(({ dedupe_key }) => `reminder-${String(dedupe_key).split(":")[3]}`);
  const rows = await owner`select kind from notices where user_id = ${party.owner.userId} and kind like 'reminder-%'`;
  const shown = rows.map(({ kind }) => String(kind));
  expect(shown).toEqual(
    expect.arrayContaining(["reminder-60", "reminder-30", "reminder-14", "reminder-7", "reminder-1"]),
  );
  expect(written.sort()).toEqual(shown.filter((kind) => kind !== "reminder-30").sort());
});

test("an edit of the calendar that moves a term is told with the old day, the new day and the resolution", async () => {
  const at = minsk("2026-10-05T12:00");
  const party = await makeParty(db, "legalEntity", { now: at });
  const paid = await pay(db, await placeOrder(db, party, [{ months: 3 }], { now: at }), { now: at });
  await drain();
  const edit = {
    kind: "transfer",
    off: asDay("2026-10-12"),
    worked: asDay("2026-11-28"),
    resolution: "приказ директора от 01.10.2026 № 7",
    source: "seller",
    reason: "Свой график продавца",
  } as const;
  const moved = await inTenant(db, OFFICE, (tx) => applyEdit({ tx, actor: OFFICE, origin: NO_ORIGIN, now: at, edit }));
  expect(moved.ok && moved.value.map(({ contractId }) => contractId)).toContain(paid.id);
  await drain();
  const [letter] =
    await owner`select text from mails where user_id = ${party.owner.userId} and template = 'deadlines-moved'`;
  expect(letter!.text).toMatch(/Доступ не позже: было 26\.10\.2026, стало 27\.10\.2026, п\. 3\.5/);
  expect(letter!.text).toContain("12.10.2026 стало выходным, 28.11.2026 рабочим: приказ директора от 01.10.2026 № 7");
  expect(await noticesOf(party.accountant)).toContainEqual(expect.objectContaining({ kind: "deadlines" }));
});

test("a notice is read by its own member only, and nothing else of it can be changed", async () => {
  const [mine, theirs] = [
    await makeParty(db, "legalEntity", { now: noon }),
    await makeParty(db, "legalEntity", { now: noon }),
  ];
  for (const party of [mine, theirs]) await placeOrder(db, party, [{}], { now: noon });
  await drain();
  const [own] = await owner`select id from notices where user_id = ${mine.owner.userId}`;
  const [colleague] = await owner`select id from notices where user_id = ${mine.accountant.userId}`;
  const [stranger] = await owner`select id from notices where user_id = ${theirs.owner.userId}`;
  const as = <T>(work: (tx: Parameters<Parameters<typeof inTenant>[2]>[0]) => Promise<T>) =>
    inTenant(db, tenantOf(mine.owner), work);
  expect(await as((tx) => unreadCount(tx, mine.owner))).toBe(1);
  for (const other of [colleague, stranger])
    expect(await as((tx) => readNotice(tx, mine.owner, other!.id, noon))).toBe(false);
  expect(await as((tx) => readNotice(tx, mine.owner, own!.id, noon))).toBe(true);
  expect(await as((tx) => readNotice(tx, mine.owner, own!.id, noon))).toBe(false);
  expect(await as((tx) => readAllNotices(tx, mine.owner, noon))).toBe(0);
  const untouched =
    await owner`select id from notices where read_at is null and id in ${owner([colleague!.id, stranger!.id])}`;
  expect(untouched).toHaveLength(2);
  await expect(owner`update notices set title = 'другое' where id = ${own!.id}`).rejects.toThrow("only read");
});
