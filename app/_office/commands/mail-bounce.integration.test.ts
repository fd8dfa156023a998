import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { mailBounce } from "./mail-bounce.ts";

const { owner, appUrl } = await testDatabase();
testEnv(appUrl);
const folder = await mkdtemp(path.join(tmpdir(), "bounce-"));
afterAll(() => rm(folder, { recursive: true }));

const dsn = (name: string) => new URL(`../../../lib/mail/testing/dsn/${name}.eml`, import.meta.url);
const ask = (file: URL | string) =>
  mailBounce.run({ positionals: [typeof file === "string" ? file : decodeURIComponent(file.pathname)], values: {} });

/** A letter that a mail server has taken. */
async function letter(toAddress: string, messageId: string, { status = "accepted", daysAgo = 0 } = {}) {
  const id = crypto.randomUUID();
  await owner`insert into mails (id, dedupe_key, template, locale, to_address, subject, text, html, status, message_id, created_at, next_attempt_at, accepted_at)
    values (${id}, ${id}, 'invoice-issued', 'ru', ${toAddress}, 'Счёт', '-', '-', ${status}, ${messageId}, now(), now(), now() - make_interval(days => ${daysAgo}))`;
  return id;
}
const fate = async (id: string) =>
  (
    await owner`select status, bounce_status, bounce_text, bounced_at is not null as told from mails where id = ${id}`
  )[0];

test("a report finds its letter by Message-ID, whatever the case of the address, and once", async () => {
  const id = await letter("buh@romashka.by", "<0d8f1b52-6c1e-4a43-9f0b-0a8d3f6c2e11@shop.example>");
  const other = await letter("buh@romashka.by", "<another@shop.example>");
  const first = await ask(dsn("postfix"));
  expect(first).toMatchObject({
    ok: true,
    json: { recipients: [{ outcome: "bounced", mailId: id, status: "5.1.1" }] },
  });
  expect(await fate(id)).toMatchObject({
    status: "bounced",
    bounce_status: "5.1.1",
    bounce_text: expect.stringContaining("User unknown"),
    told: true,
  });
  expect(await fate(other)).toMatchObject({ status: "accepted", told: false });
  expect((await ask(dsn("postfix"))).json.recipients).toMatchObject([{ outcome: "already" }]);
});

test("the id of a letter to somebody else marks nothing", async () => {
  const id = await letter("somebody@else.example", "<7c1f9a34-1f0d-4a77-b3c2-5d1e8b9f0a22@shop.example>");
  expect(await ask(dsn("exchange"))).toMatchObject({ ok: false, json: { recipients: [{ outcome: "unknown" }] } });
  expect(await fate(id)).toMatchObject({ status: "accepted" });
});

test("a delay is noted and changes nothing; a failure beside it marks nothing of ours", async () => {
  const id = await letter("anna@full.example", "<b2a6d3c1-90d4-4d35-8a7e-1c2f3d4e5f60@shop.example>");
  const { json } = await ask(dsn("exim-delayed"));
  expect(json.recipients).toMatchObject([{ outcome: "noted", mailId: id }, { outcome: "unknown" }]);
  expect(await fate(id)).toMatchObject({ status: "accepted" });
});

test("without the letter's id the newest letter of the week to that address is meant", async () => {
  const text = (await readFile(dsn("postfix"), "utf8"))
    .replaceAll("romashka.by", "noid.by")
    .replaceAll("Romashka.by", "noid.by");
  const file = path.join(folder, "noid.eml");
  await writeFile(file, text.replace(/Message-ID:\n <[^>]*>\n/, ""));
  const old = await letter("buh@noid.by", "<old@shop.example>", { daysAgo: 30 });
  expect((await ask(file)).json.recipients).toMatchObject([{ outcome: "unknown" }]);
  const fresh = await letter("Buh@noid.by", "<fresh@shop.example>", { daysAgo: 1 });
  expect((await ask(file)).json.recipients).toMatchObject([{ outcome: "bounced", mailId: fresh }]);
  expect(await fate(old)).toMatchObject({ status: "accepted" });
});

test("a letter that is being sent again is not marked by the report on its earlier attempt", async () => {
  const id = await letter("director@romashka.example", "<again@shop.example>", { status: "retrying" });
  const file = path.join(folder, "again.eml");
  const text = await readFile(dsn("exchange"), "utf8");
  await writeFile(file, text.replaceAll("7c1f9a34-1f0d-4a77-b3c2-5d1e8b9f0a22@", "again@"));
  expect((await ask(file)).json.recipients).toMatchObject([{ outcome: "already", mailId: id }]);
  expect(await fate(id)).toMatchObject({ status: "retrying" });
});

test("what is no report is refused by its code", async () => {
  const file = path.join(folder, "letter.eml");
  await writeFile(file, "From: a@b.by\nSubject: Отпуск\n\nЯ в отпуске.\n");
  expect(await ask(file)).toMatchObject({ ok: false, json: { reason: "dsn.not_a_report" } });
  await expect(async () => ask(path.join(folder, "нет.eml"))).rejects.toThrow("нет такого файла");
});
