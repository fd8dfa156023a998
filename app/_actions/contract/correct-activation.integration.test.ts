import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import {
  activate,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  readContract,
  sendAct,
  signAct,
} from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { contractStepTaken } from "#/db/queries/evidence.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { timelineOf } from "#/lib/contract/timeline.ts";
import { correctActivationStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

const { db, owner } = await testDatabase();
const at = (day: string) => new Date(`${day}T12:00:00+03:00`);
const REASON = "в портале подписка включена на день позже";
const sales = await makeStaff(db, "sales");

const correct = (actor: Actor, contract: Contract, on: string, more: object = {}) =>
  inTenant(db, tenantOf(actor), async (tx) =>
    takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, at("2026-04-27")) }, correctActivationStep, {
      ...{ contractId: contract.id, version: contract.version, lineId: contract.lines[0]!.id },
      ...{ activatedOn: on, startsOn: "", reason: REASON, ...more },
    }),
  );
const activated = async (portal = `p-${crypto.randomUUID().slice(0, 8)}.bitrix24.by`, party = makeParty(db)) => {
  const paid = await pay(db, await placeOrder(db, await party, [{ portal, months: 12 }], { now: at("2026-04-15") }), {
    now: at("2026-04-16"),
  });
  return activate(db, paid, { now: at("2026-04-22") });
};
const periodOf = async (contract: Contract) => {
  const [row] =
    await owner`select lower(period)::text as from, (upper(period) - 1)::text as to from subscriptions where contract_id = ${contract.id}`;
  return row;
};

test("moves the period, the end of the contract and the access itself, and replaces the act that named the old one", async () => {
  const party = await makeParty(db);
  const before = await sendAct(db, await activated(undefined, Promise.resolve(party)), { now: at("2026-04-23") });
  expect(await periodOf(before)).toEqual({ from: "2026-04-22", to: "2027-04-21" });

  expect(await correct(sales, before, "2026-04-24")).toMatchObject({ ok: true, value: { act: "issued" } });
  const after = await readContract(db, before.id);
  expect(await periodOf(after)).toEqual({ from: "2026-04-24", to: "2027-04-23" });
  expect(after).toMatchObject({ stage: "active", act: "issued", activatedOn: "2026-04-24", endsOn: "2027-04-23" });
  expect(after.acts.map(({ status }) => status)).toEqual(["issued", "replaced"]);
  expect(after.acts[0]).toMatchObject({
    replacesId: before.acts[0]?.id,
    correctionReason: REASON,
    sentOn: null,
    deemedDueOn: null,
  });
  expect(after.acts[0]?.frozen.lines[0]).toMatchObject({ activeFrom: "2026-04-24", activatedOn: "2026-04-24" });
  // Both sides see what was and what is.
  const given = await inTenant(db, tenantOf(party.owner), (tx) => givenAt(tx, at("2026-04-27")));
  expect(timelineOf(after, given).find(({ code }) => code === "activation-corrected")?.params).toMatchObject({
    ...{ wasFrom: "2026-04-22", wasTo: "2027-04-21", from: "2026-04-24", to: "2027-04-23", reason: REASON },
  });
  const told = await inTenant(db, { kind: "system", job: "t" }, (tx) => contractStepTaken(tx, after.id, after.version));
  expect(told).toMatchObject({ step: "correct-activation", data: { actId: after.acts[0]?.id } });

  // The corrected act goes its own way, and once it is signed nothing is corrected any more.
  const signed = await signAct(db, party, await sendAct(db, after, { now: at("2026-04-27") }), {
    now: at("2026-04-27"),
  });
  expect(await correct(sales, signed, "2026-04-23")).toMatchObject({
    ok: false,
    error: { code: "activation.act_final" },
  });
  expect(await audit(owner)).toMatchObject({ problems: [] });
});

test("a renewal keeps continuing; no correction overlaps another period of the portal", async () => {
  const portal = `r-${crypto.randomUUID().slice(0, 8)}.bitrix24.by`;
  const [first, second] = [await activated(portal), await activated(portal)];
  expect(second.lines[0]).toMatchObject({ activeFrom: "2027-04-22", continuesFrom: "2027-04-21" });
  // The first cannot move into the second; after the second has made room, it can.
  expect(await correct(sales, first, "2026-04-24")).toMatchObject({
    ok: false,
    error: { code: "activation.period_taken" },
  });
  expect(await correct(sales, second, "2026-04-22", { startsOn: "2027-04-24" })).toMatchObject({ ok: true });
  expect(await correct(sales, first, "2026-04-24")).toMatchObject({ ok: true });
  const shifted = await readContract(db, second.id);
  expect(await correct(sales, shifted, "2026-04-23")).toMatchObject({ ok: true });
  expect((await readContract(db, second.id)).lines[0]).toMatchObject({
    activeFrom: "2027-04-24",
    continuesFrom: "2027-04-23",
  });
});

test("the database moves access for a correction on record only", async () => {
  const contract = await activated();
  const moved = sql`update subscriptions set period = '[2026-05-01,2027-05-01)' where contract_id = ${contract.id}`;
  // The house without an entry of evidence: refused when the transaction would commit.
  await expect(inTenant(db, { kind: "staff", userId: "x" }, (tx) => tx.execute(moved))).rejects.toThrow(
    "together with its evidence",
  );
  // Neither the customer nor the owner of the tables, whatever stands in the evidence.
  const customer = { kind: "customer", partyId: contract.partyId, userId: "x" } as const;
  await expect(inTenant(db, customer, (tx) => tx.execute(moved))).rejects.toMatchObject({ cause: { code: "23001" } });
  await expect(
    owner`update subscriptions set period = '[2026-05-01,2027-05-01)' where contract_id = ${contract.id}`,
  ).rejects.toMatchObject({ code: "23001" });
  // An entry of an earlier transaction is used up.
  expect(await correct(sales, contract, "2026-04-24")).toMatchObject({ ok: true });
  await expect(
    inTenant(db, { kind: "staff", userId: "x" }, async (tx) => {
      await tx.execute(
        sql`update subscriptions set period = '[2026-04-24,2026-04-25)' where contract_id = ${contract.id}`,
      );
      await tx.execute(
        sql`update subscriptions set period = '[2026-04-24,2027-04-24)' where contract_id = ${contract.id}`,
      );
    }),
  ).rejects.toThrow("together with its evidence");
  expect(await periodOf(contract)).toEqual({ from: "2026-04-24", to: "2027-04-23" });
});

test("a proof alone may be changed; a customer corrects nothing", async () => {
  const party = await makeParty(db);
  const contract = await activated(undefined, Promise.resolve(party));
  expect(await correct(party.owner, contract, "2026-04-24")).toMatchObject({
    ok: false,
    error: { code: "auth.forbidden" },
  });
  expect(await correct(sales, contract, "2026-04-22")).toMatchObject({ ok: false, error: { code: "activation.same" } });
  expect(await correct(sales, contract, "2026-04-22", { evidenceFileId: crypto.randomUUID() })).toMatchObject({
    ok: false,
    error: { code: "file.not_found" },
  });
});
