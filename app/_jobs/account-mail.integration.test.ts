import { afterAll, beforeAll, expect, test } from "vitest";

import { tellAccount, tellLink } from "#/app/_auth/letters.ts";
import { makeParty } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { doNextMessage } from "./outbox.ts";
import { senderOf, sendNextMail } from "./send-mails.ts";
import { type Catcher, catchMail } from "./testing/catcher.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
const catcher: Catcher = await catchMail();
// As in production: no secret may stay behind.
Object.assign(process.env, testEnv(appUrl), { APP_MODE: "production", SMTP_URL: catcher.url });
afterAll(() => catcher.close());

const party = await makeParty(db, "legalEntity", { locale: "en" });
const user = { id: party.owner.userId, locale: "en" };
const real = new Date();
const visit = { now: real, real };
const drain = async () => {
  while (await doNextMessage(db));
};
beforeAll(drain);

test("a one-time link lives in the letter alone", async () => {
  const template = "reset-password" as const;
  const linkId = await db.transaction((tx) => tellLink(tx, visit, user, { template, purpose: template }));
  expect(JSON.stringify(await owner`select payload from outbox where topic = 'account-mail'`)).not.toMatch(/reset\//);
  await drain();
  const [queued] = await owner`select text, html from mails where template = ${template}`;
  const token = /https:\/\/shop\.example\/reset\/([\w-]{43})/.exec(queued!.text)![1]!;
  const [armed] = await owner`select token_hash from one_time_links where id = ${linkId}`;
  expect(armed!.token_hash).toBe(hashToken(token));

  // The mail server was away for an hour: the half hour of the link begins when the letter leaves.
  await owner`update one_time_links set expires_at = now() - interval '30 minutes' where id = ${linkId}`;
  expect(await sendNextMail(db, senderOf())).toBe(true);
  const [link] =
    await owner`select expires_at > now() + interval '29 minutes' as lives from one_time_links where id = ${linkId}`;
  expect(link).toEqual({ lives: true });
  expect(catcher.caught.at(-1)).toMatchObject({ subject: "New password", text: expect.stringContaining(token) });
  const [kept] = await owner`select status, text, html from mails where template = ${template}`;
  expect(kept).toEqual({ status: "accepted", text: "—", html: "—" });

  // Sent again by hand, a letter without its secret goes nowhere.
  await owner`update mails set status = 'retrying', attempts = 0 where template = ${template}`;
  const before = catcher.caught.length;
  expect(await sendNextMail(db, senderOf())).toBe(true);
  expect(catcher.caught).toHaveLength(before);
});

test("a link that was spent before its letter was written needs no letter", async () => {
  const linkId = await db.transaction((tx) =>
    tellLink(tx, visit, user, { template: "invitation", purpose: "invitation" }),
  );
  await owner`update one_time_links set used_at = now() where id = ${linkId}`;
  await drain();
  expect(await owner`select 1 from mails where template = 'invitation'`).toEqual([]);
});

test("letters without a link are written once for each event", async () => {
  for (const template of ["password-changed", "new-device", "password-changed", "already-registered"] as const)
    await db.transaction((tx) => tellAccount(tx, visit, user, template));
  await drain();
  const rows =
    await owner`select template, locale, party_id from mails where template in ('password-changed', 'new-device', 'already-registered') order by template`;
  expect(rows.map(({ template }) => template)).toEqual([
    "already-registered",
    "new-device",
    "password-changed",
    "password-changed",
  ]);
  expect(rows.every(({ locale, party_id }) => locale === "en" && party_id === null)).toBe(true);
});

test("an address that the server refuses for good fails at once, the others are not held up", async () => {
  await db.transaction((tx) => tellAccount(tx, visit, user, "new-device"));
  await drain();
  await owner`update mails set to_address = 'nobody at all' where status = 'queued' and template = 'new-device'`;
  while (await sendNextMail(db, senderOf()));
  const left = await owner`select template, status, last_error from mails where status <> 'accepted'`;
  expect(left.filter(({ template }) => template === "new-device").length).toBeGreaterThan(0);
  expect(left.every(({ status }) => status === "failed")).toBe(true);
  expect(new Set(left.map(({ last_error }) => last_error))).toEqual(new Set(["EADDRESS", "ESPENT"]));
});
