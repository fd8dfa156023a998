import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { findParty } from "#/db/queries/parties.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { choosePaperLanguage } from "#/db/writes/paper-language.ts";
import type { CustomerActor, StaffActor } from "#/lib/access/actor.ts";
import { paperFor, type StoredPaperKind } from "./paper.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-22T10:00:00+03:00");
const party = await makeParty(db, "legalEntity", { now });
const stranger = await makeParty(db, "legalEntity", { now });

const paper = async (kind: StoredPaperKind, id: string) =>
  (await inTenant(db, tenantOf(party.owner), (tx) => paperFor(tx, party.owner, now, kind, id)))!;
const versionOf = async (id: string) =>
  (await inTenant(db, { kind: "system", job: "test" }, (tx) => findParty(tx, party.owner, id)))!.version;
const choose = (actor: CustomerActor | StaffActor, partyId: string, version: number, reason?: string) =>
  inTenant(db, tenantOf(actor), (tx) =>
    choosePaperLanguage(tx, { partyId, version, language: "be", reason }, { actor, origin: NO_ORIGIN, now }),
  );

test("what is issued after the choice is in the new language for ever, what was issued before stays", async () => {
  const before = await placeOrder(db, party, [{}], { now });
  expect(before.invoices[0]!.frozen).not.toHaveProperty("language");
  expect(await choose(party.owner, party.id, await versionOf(party.id))).toBe(true);
  const [entry] =
    await owner`select step, data from evidence where chain = ${`party:${party.id}`} order by seq desc limit 1`;
  expect(entry).toMatchObject({ step: "choose-paper-language", data: { language: "be" } });

  // Drawn only now, from what was frozen then.
  expect((await paper("invoice", before.invoices[0]!.id)).templateVersion).toBe("invoice/2");
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  const lived = await sendAct(db, await activate(db, paid, { now }), { now });
  expect(lived.invoices[0]!.frozen.language).toBe("be");
  expect((await paper("invoice", lived.invoices[0]!.id)).templateVersion).toBe("invoice/2+be");
  expect((await paper("act", lived.acts[0]!.id)).templateVersion).toBe("act/2+be");
});

test("a page that is old chooses nothing, and nobody chooses for another's party", async () => {
  expect(await choose(party.owner, party.id, 1)).toBe(false);
  expect(await choose(party.owner, stranger.id, 1)).toBe(false);
  const sales = await makeStaff(db, "sales", { now });
  expect(await choose(sales, stranger.id, 1, "попросили по телефону")).toBe(true);
  await expect(owner`update parties set paper_language = 'en' where id = ${party.id}`).rejects.toMatchObject({
    code: "23514",
  });
});
