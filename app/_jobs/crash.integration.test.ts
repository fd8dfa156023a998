import { afterEach, expect, test } from "vitest";

import { makeParty, placeOrder } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { type Catcher, catchMail } from "./testing/catcher.ts";
import { testEnv } from "./testing/env.ts";
import { endWorker, startWorker, until } from "./testing/worker-process.ts";

const { db, owner, appUrl } = await testDatabase();
const env = testEnv(appUrl);
const workers: ReturnType<typeof startWorker>[] = [];
const catchers: Catcher[] = [];

const work = (SMTP_URL: string) => {
  const worker = startWorker({ ...env, SMTP_URL });
  workers.push(worker);
  return worker;
};
const listen = async (port?: number) => {
  const catcher = await catchMail(port);
  catchers.push(catcher);
  return catcher;
};
afterEach(async () => {
  for (const worker of workers.splice(0)) await endWorker(worker, "SIGKILL");
  for (const catcher of catchers.splice(0)) await catcher.close();
});

const open = async () => {
  const [row] = await owner`
    select (select count(*) from outbox where done_at is null) + (select count(*) from mails where status <> 'accepted') as n`;
  return Number(row!.n);
};
/** How many letters the catcher holds of each Message-ID. */
const copies = (catcher: Catcher) => {
  const counted = new Map<string, number>();
  for (const { messageId = "" } of catcher.caught) counted.set(messageId, (counted.get(messageId) ?? 0) + 1);
  return counted;
};
const written = async () => (await owner`select message_id from mails`).map((row) => String(row.message_id));

test("ten kills in the middle of sending lose nothing and double at most what was in hand", {
  timeout: 120_000,
}, async () => {
  const party = await makeParty(db);
  for (let order = 0; order < 15; order++) await placeOrder(db, party);
  const catcher = await listen();
  const LANES = 2;
  let kills = 0;
  while (kills < 10) {
    const worker = work(catcher.url);
    const before = catcher.caught.length;
    // The letter is whole at the server, its "accepted" is not at the worker yet: the worst moment to die.
    await new Promise<void>((died) => {
      catcher.onLetter = async () => {
        if (catcher.caught.length < before + 2) return;
        catcher.onLetter = () => {};
        await endWorker(worker, "SIGKILL");
        died();
      };
    });
    kills++;
  }
  work(catcher.url);
  await until(async () => (await open()) === 0, 60_000);

  const ids = await written();
  expect(ids).toHaveLength(30);
  const sent = copies(catcher);
  expect([...sent.keys()].sort()).toEqual(ids.sort());
  const doubled = [...sent.values()].reduce((sum, count) => sum + count - 1, 0);
  expect(doubled).toBeGreaterThan(0);
  expect(doubled).toBeLessThanOrEqual(kills * LANES);
});

test("two workers at once send each letter once, with its paper", { timeout: 60_000 }, async () => {
  const party = await makeParty(db, "soleProprietor");
  const catcher = await listen();
  await until(async () => (await open()) === 0);
  work(catcher.url);
  work(catcher.url);
  for (let order = 0; order < 15; order++) await placeOrder(db, party);
  await until(async () => catcher.caught.length >= 30 && (await open()) === 0);

  expect([...copies(catcher).values()].every((count) => count === 1)).toBe(true);
  for (const { attachments, subject, html, text, to } of catcher.caught) {
    expect(subject).toMatch(/^Счёт № \d{2}-\d{6}-\d на /);
    expect(html).toContain("<html");
    expect(text).toContain("Назначение платежа: Оплата по счету");
    expect(to).toHaveLength(1);
    expect(attachments).toMatchObject([
      { mimeType: "application/pdf", filename: expect.stringMatching(/^Счёт \S+\.pdf$/) },
    ]);
    expect(
      Buffer.from(attachments[0]!.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  }
  const papers = await owner`select document_id from files where kind = 'invoice'`;
  expect(new Set(papers.map((row) => row.document_id)).size).toBe(papers.length);
});

test("a mail server that was away loses nothing", { timeout: 60_000 }, async () => {
  const first = await listen();
  await first.close();
  const worker = work(first.url);
  await placeOrder(db, await makeParty(db));
  await until(async () => (await owner`select 1 from mails where status = 'retrying'`).length === 2);
  const rows =
    await owner`select attempts, last_error, next_attempt_at > now() as later from mails where status = 'retrying'`;
  expect(rows[0]).toMatchObject({ last_error: expect.stringMatching(/^E(SOCKET|CONN\w*)$/), later: true });

  const back = await listen(first.port);
  await until(async () => (await open()) === 0, 30_000);
  expect(back.caught).toHaveLength(2);

  const asked = performance.now();
  expect(await endWorker(worker, "SIGTERM")).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
});
