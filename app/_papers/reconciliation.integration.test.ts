import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { reconciliationsOf } from "#/db/queries/reconciliations.ts";
import { verifiedPaper } from "#/db/queries/verified-paper.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { CustomerActor, StaffActor } from "#/lib/access/actor.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import type { ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { paperFor } from "./paper.ts";
import { drawUpReconciliation } from "./reconciliation.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-22T10:00:00+03:00");
const [party, stranger] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
const accountant = await makeStaff(db, "accountant", { now });

type Asked = { partyId?: string; from?: string; to?: string };
const ask = (actor: CustomerActor | StaffActor, { from = "2026-01-01", to = "2026-04-22", ...asked }: Asked = {}) =>
  inTenant(db, tenantOf(actor), (tx) =>
    drawUpReconciliation(tx, { from, to, ...asked }, { actor, now, origin: NO_ORIGIN }),
  );
const frozenOf = async (id: string) =>
  (await owner`select frozen from reconciliations where id = ${id}`)[0]!.frozen as ReconciliationFrozen;

test("money and acts of the party alone, the same for the customer and the house, whatever came of other parties", async () => {
  const lived = await sendAct(
    db,
    await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
    { now },
  );
  const paidOnly = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  await pay(db, await placeOrder(db, stranger, [{}], { now }), { now });

  const [own, theHouses] = [await ask(party.owner), await ask(accountant, { partyId: party.id })];
  if (!own.ok || !theHouses.ok) throw new Error("refused");
  expect(Number(theHouses.value.number.slice(3, 9))).toBe(Number(own.value.number.slice(3, 9)) + 1);
  const [mine, theirs] = [await frozenOf(own.value.id), await frozenOf(theHouses.value.id)];
  expect(theirs.operations).toEqual(mine.operations);
  expect(mine.operations.map(({ kind }) => kind).sort()).toEqual(["act", "payment", "payment"]);
  const { debit, credit, closing } = turnover(mine.operations, mine.from, mine.to);
  expect([debit, credit, closing]).toEqual([lived.total, lived.total + paidOnly.total, paidOnly.total]);
  expect((await audit(owner)).problems).toEqual([]);
});

test("a stranger neither asks for it nor reads it, and it never changes", async () => {
  expect(await ask(stranger.owner, { partyId: party.id })).toMatchObject({ error: { code: "record.not_found" } });
  const [row] = await inTenant(db, tenantOf(party.owner), (tx) => reconciliationsOf(tx, party.id));
  expect(await inTenant(db, tenantOf(stranger.owner), (tx) => reconciliationsOf(tx, party.id))).toEqual([]);
  const draw = (actor: CustomerActor) =>
    inTenant(db, tenantOf(actor), (tx) => paperFor(tx, actor, now, "reconciliation", row!.id));
  expect(await draw(stranger.owner)).toBeNull();
  const paper = (await draw(party.owner))!;
  expect(await verifiedPaper(db, paper.paperCode!)).toMatchObject({
    ...{ kind: "reconciliation", number: row!.number, total: null, account: null, status: null },
  });
  await expect(owner`update reconciliations set number = 'x'`).rejects.toThrow("append-only");
});

test("a period that has not come is refused beside its day", async () => {
  expect(await ask(party.owner, { to: "2026-04-23" })).toMatchObject({
    error: { code: "form.invalid", fields: { to: { code: "reconciliation.future" } } },
  });
  expect(await ask(accountant)).toMatchObject({ error: { code: "record.not_found" } });
});
