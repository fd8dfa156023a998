import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, pay, placeOrder, receiveAct, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { ownFeed } from "#/db/queries/calendar-feeds.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { makeFeed, revokeFeed } from "#/db/writes/calendar-feeds.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { feedOf } from "./feed.ts";
import { feedAddress, feedHash, feedToken } from "./feed-token.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-16T12:00:00+03:00");

async function feedFor(actor: CustomerActor): Promise<string> {
  const id = crypto.randomUUID();
  const feed = { id, tokenHash: feedHash(feedToken(id)) };
  await inTenant(db, tenantOf(actor), (tx) => makeFeed(tx, feed, { actor, origin: NO_ORIGIN, now }));
  return feedToken(id);
}
const days = (feed: string | null) =>
  (feed ?? "")
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((one) => `${/UID:([a-z-]+?)-[0-9a-f]{8}-/.exec(one)?.[1]} ${/DTSTART;VALUE=DATE:(\d+)/.exec(one)?.[1]}`);
const uids = (feed: string | null) =>
  [...(feed ?? "").replaceAll("\r\n ", "").matchAll(/UID:(\S+)/g)].map(([, id]) => id);

test("a member's feed has every open date of the party, nobody else's, and nothing of persons", async () => {
  const [mine, theirs] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
  const stranger = await placeOrder(db, theirs, [{}], { now });
  await placeOrder(db, mine, [{}], { now });
  await pay(db, await placeOrder(db, mine, [{}], { now }), { now });
  const active = await activate(db, await pay(db, await placeOrder(db, mine, [{ months: 3 }], { now }), { now }), {
    now,
  });
  await receiveAct(db, mine, await sendAct(db, active, { now }), { now });

  const token = await feedFor(mine.accountant);
  const feed = await feedOf(db, token, now);
  expect(days(feed)).toEqual([
    "act-answer 20260422",
    "invoice 20260425",
    "act-silence 20260425",
    "access 20260511",
    "safe-payment 20260623",
    "subscription-end 20260715",
  ]);
  expect(feed).not.toContain(stranger.id);
  expect(feed).not.toMatch(/Ромашка|owner|accountant|example\.by|375|Иванов/);
  // The same things keep their names, so that a moved date moves in the reader's calendar.
  expect(uids(await feedOf(db, token, new Date("2026-04-17T12:00:00+03:00")))).toEqual(uids(feed));
});

test("the database holds no usable address, and a revoked, changed or strange one opens nothing", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const first = await feedFor(party.owner);
  expect(await feedOf(db, first, now)).toContain("BEGIN:VCALENDAR");
  const [row] = await owner`select id, token_hash from calendar_feeds where user_id = ${party.owner.userId}`;
  expect(feedAddress(row!.id)).toContain(`/api/calendar/${first}.ics`);
  expect(JSON.stringify(await owner`select * from calendar_feeds`)).not.toContain(first);
  expect(await feedOf(db, row!.token_hash, now)).toBeNull();

  const second = await feedFor(party.owner);
  expect(await feedOf(db, first, now)).toBeNull();
  expect(await feedOf(db, second, now)).not.toBeNull();
  await inTenant(db, tenantOf(party.owner), (tx) => revokeFeed(tx, { actor: party.owner, origin: NO_ORIGIN, now }));
  expect(await feedOf(db, second, now)).toBeNull();
  expect(
    await owner`select step from evidence where chain like 'feed:%' and party_id = ${party.id} order by id`,
  ).toEqual([
    { step: "make-calendar-feed" },
    { step: "revoke-calendar-feed" },
    { step: "make-calendar-feed" },
    { step: "revoke-calendar-feed" },
  ]);
});

test("it ends with the membership, and with the account", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const [left, disabled] = [await feedFor(party.accountant), await feedFor(party.owner)];
  await owner`update members set removed_at = now() where user_id = ${party.accountant.userId}`;
  await owner`update users set disabled_at = now() where id = ${party.owner.userId}`;
  expect(await feedOf(db, left, now)).toBeNull();
  expect(await feedOf(db, disabled, now)).toBeNull();
});

test("walls: a feed is its person's own; a colleague, a stranger and staff do not see it", async () => {
  const [party, other] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
  await feedFor(party.owner);
  const seen = (actor: CustomerActor) =>
    inTenant(db, tenantOf(actor), async (tx) => ({
      own: await ownFeed(tx, party.owner),
      revoked: await revokeFeed(tx, {
        actor: { ...actor, ...{ userId: party.owner.userId, partyId: party.id } },
        origin: NO_ORIGIN,
        now,
      }),
    }));
  for (const actor of [party.accountant, other.owner]) expect(await seen(actor)).toEqual({ own: null, revoked: false });
  await expect(
    inTenant(db, { kind: "staff", userId: other.owner.userId }, (tx) => ownFeed(tx, party.owner)),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
  const id = crypto.randomUUID();
  await expect(
    inTenant(db, tenantOf(other.owner), (tx) =>
      makeFeed(tx, { id, tokenHash: "x" }, { actor: { ...other.owner, partyId: party.id }, origin: NO_ORIGIN, now }),
    ),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
