import { expect, test } from "vitest";

import { activate, makeParty, pay, placeOrder, refuseAct, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { contractsThatWait, partiesOf, subscriptionsOf, waitingCounts } from "#/db/queries/cabinet.ts";
import { evidenceOfContract } from "#/db/queries/cabinet-evidence.ts";
import { actsPage, contractsPage, invoicesPage } from "#/db/queries/cabinet-lists.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { PAGE, readCursor } from "#/db/queries/staff-keyset.ts";
import { testDatabase } from "#/db/testing/database.ts";

const { db } = await testDatabase();
const now = new Date("2026-04-20T10:00:00+03:00");
const owner = await makeParty(db, "legalEntity", { now });
const stranger = await makeParty(db, "soleProprietor", { now });
const toPay = await placeOrder(db, owner, [{ months: 1 }, { months: 3 }], { now });
const sent = await sendAct(
  db,
  await activate(db, await pay(db, await placeOrder(db, owner, [{}], { now }), { now }), { now }),
  {
    now,
  },
);

const asOwner = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(db, owner.owner, work, { readOnly: true });

test("the first page has what waits for this party, acts first, and nothing once it is answered", async () => {
  expect(await asOwner((tx) => contractsThatWait(tx, owner.owner, 5))).toEqual([sent.id, toPay.id]);
  expect(await asOwner((tx) => waitingCounts(tx, owner.owner))).toEqual({ invoices: 1, acts: 1 });
  const answered = await placeOrder(db, owner, [{}], { now });
  const refused = await refuseAct(
    db,
    owner,
    await sendAct(db, await activate(db, await pay(db, answered, { now }), { now }), { now }),
    { now },
  );
  expect(await asOwner((tx) => contractsThatWait(tx, owner.owner, 5))).not.toContain(refused.id);
});

test("periods have both days inclusive", async () => {
  const [own] = (await asOwner((tx) => subscriptionsOf(tx, owner.id))).filter(
    ({ contractId }) => contractId === sent.id,
  );
  expect(own).toMatchObject({ portal: sent.lines[0]!.portal, from: "2026-04-20", to: "2026-07-19" });
});

test("a stranger sees nothing, by the queries and by the walls behind them", async () => {
  await inTenant(db, stranger.owner, async (tx) => {
    expect(await contractsThatWait(tx, stranger.owner, 5)).toEqual([]);
    expect(await waitingCounts(tx, stranger.owner)).toEqual({ invoices: 0, acts: 0 });
    expect((await contractsPage(tx, stranger.owner, [], null)).rows).toEqual([]);
    expect((await invoicesPage(tx, stranger.owner, null)).rows).toEqual([]);
    expect((await actsPage(tx, stranger.owner, null)).rows).toEqual([]);
    expect(await evidenceOfContract(tx, stranger.owner, sent.id)).toEqual([]);
    // The walls: asked as the owner, but in the stranger's transaction.
    expect((await contractsPage(tx, owner.owner, [], null)).rows).toEqual([]);
    expect((await invoicesPage(tx, owner.owner, null)).rows).toEqual([]);
    expect((await actsPage(tx, owner.owner, null)).rows).toEqual([]);
    expect(await subscriptionsOf(tx, owner.id)).toEqual([]);
    expect(await evidenceOfContract(tx, owner.owner, sent.id)).toEqual([]);
  });
});

test("with the walls down the queries' own conditions stand", async () => {
  const seen = (actor: typeof owner.owner) =>
    // A staff role sees every row: what is left out here, the query leaves out.
    inTenant(db, { kind: "staff", userId: crypto.randomUUID() }, async (tx) => [
      (await findContract(tx, actor, sent.id)) !== null,
      (await contractsThatWait(tx, actor, 5)).includes(sent.id),
      (await waitingCounts(tx, actor)).acts > 0,
      (await contractsPage(tx, actor, [], null)).rows.some(({ id }) => id === sent.id),
      (await invoicesPage(tx, actor, null)).rows.some(({ contractId }) => contractId === sent.id),
      (await actsPage(tx, actor, null)).rows.some(({ contractId }) => contractId === sent.id),
      (await evidenceOfContract(tx, actor, sent.id)).length > 0,
    ]);
  expect(await seen(owner.owner)).toEqual(Array.from({ length: 7 }, () => true));
  expect(await seen(stranger.owner)).toEqual(Array.from({ length: 7 }, () => false));
});

test("a line of the list has portals, the newest invoice and the term of the act", async () => {
  const { rows } = await asOwner((tx) => contractsPage(tx, owner.owner, ["active"], null));
  expect(rows.find(({ id }) => id === sent.id)).toMatchObject({
    act: "sent",
    portals: [sent.lines[0]!.portal],
    invoice: { number: sent.invoices[0]!.number, status: "paid" },
    deemedDueOn: sent.acts[0]!.deemedDueOn,
  });
  const open = await asOwner((tx) => contractsPage(tx, owner.owner, ["invoiced"], null));
  expect(open.rows.map(({ id, portals }) => [id, portals.length])).toEqual([[toPay.id, 2]]);
});

test("the evidence of a contract is its own chain, in order", async () => {
  const entries = await asOwner((tx) => evidenceOfContract(tx, owner.owner, sent.id));
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(entries.map(({ step }) => step)).toEqual([
    "place-order",
    "issue-invoice",
    "allocate-payment",
    "accept-offer",
    "activate-access",
    "issue-act",
    "send-act",
  ]);
});

test("pages meet without a gap or a repeat, forward and back", async () => {
  const many = await makeParty(db, "individual", { now });
  const placed: string[] = [];
  for (let i = 0; i < PAGE + 3; i++)
    placed.unshift((await placeOrder(db, many, [{}], { now: new Date(now.getTime() + i) })).id);
  const page = (after?: string, before?: string) =>
    inTenant(db, many.owner, (tx) => contractsPage(tx, many.owner, [], readCursor({ after, before })));
  const first = await page();
  const second = await page(first.next ?? "");
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(placed);
  expect([first.previous, second.next]).toEqual([null, null]);
  expect((await page(undefined, second.previous ?? "")).rows.map(({ id }) => id)).toEqual(placed.slice(0, PAGE));
});

test("a person's parties are those they are a member of now", async () => {
  expect((await partiesOf(db, owner.owner.userId)).map(({ id }) => id)).toEqual([owner.id]);
  expect(await partiesOf(db, crypto.randomUUID())).toEqual([]);
});
