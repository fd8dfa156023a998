import { expect, test } from "vitest";

import { withdrawForForceMajeureStep } from "#/app/_actions/contract/specs.ts";
import {
  activate,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  readContract,
  sendAct,
  take,
} from "#/app/_testing/fixtures.ts";
import { inTenant, type Tenant, tenantOf } from "#/db/client.ts";
import { forceMajeureList, ownCase } from "#/db/queries/force-majeure.ts";
import { forceMajeureCases } from "#/db/schema/index.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertCase, insertEnd } from "#/db/writes/force-majeure.ts";
import type { CustomerActor, StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { declareCase, endCase } from "#/lib/contract/steps/force-majeure.ts";
import { runClocks } from "./clocks.ts";
import { doNextMessage } from "./outbox.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => ({ now: new Date(`${day}T12:00:00+03:00`) });
const lawyer = await makeStaff(db, "lawyer", at("2026-04-15"));
/** Does the follow-up work as on this day. */
const drain = async (day: string) => {
  const offset = at(day).now.getTime() - Date.now();
  await owner`insert into demo_clock (id, offset_ms) values (1, ${offset}) on conflict (id) do update set offset_ms = excluded.offset_ms`;
  while (await doNextMessage(db));
  expect(await owner`select topic, last_error from outbox where done_at is null`).toEqual([]);
};

type Declared = { from: string; expectedTo: string; on: string; contracts?: Contract[] };
async function declare(actor: StaffActor | CustomerActor, { from, expectedTo, on, contracts }: Declared) {
  const id = crypto.randomUUID();
  const said = { kind: "strike" as const, from, expectedTo, description: "Банк не проводит платежи" };
  await inTenant(db, tenantOf(actor), async (tx) => {
    const declared = declareCase(said, 10, { today: asDay(on) });
    if (!declared.ok) throw new Error(declared.error.code);
    const scope = contracts ? ("listed" as const) : ("all" as const);
    const listed = (contracts ?? []).map((one) => ({ id: one.id, partyId: one.partyId }));
    const whole = { ...declared.value, scope, contracts: listed, fileId: null };
    await insertCase(tx, id, whole, { actor, origin: NO_ORIGIN, ...at(on) });
  });
  await drain(on);
  return id;
}
async function end(actor: StaffActor | CustomerActor, caseId: string, endedOn: string, on = endedOn) {
  const stored = await inTenant(db, tenantOf(actor), async (tx) => {
    const one = await ownCase(tx, actor, caseId);
    if (!one) return null;
    const ended = endCase(one, { endedOn }, { today: asDay(on) });
    if (!ended.ok) throw new Error(ended.error.code);
    return insertEnd(
      tx,
      one,
      { endedOn: ended.value, reason: "Письмо банка" },
      { actor, origin: NO_ORIGIN, ...at(on) },
    );
  });
  await drain(on);
  return stored;
}

test("a case of the seller puts off what runs, tells both sides, holds the clocks, and its end counts anew", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-16"));
  const sent = await sendAct(
    db,
    await activate(
      db,
      await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-16")),
      at("2026-04-20"),
    ),
    at("2026-04-20"),
  );
  expect(paid.activationDueOn).toBe("2026-05-11");
  expect(sent.acts[0]!.deemedDueOn).toBe("2026-04-27");

  const caseId = await declare(lawyer, { from: "2026-04-21", expectedTo: "2026-04-24", on: "2026-04-22" });
  const moved = await readContract(db, paid.id);
  expect(moved).toMatchObject({ activationDueOn: "2026-05-14", actDueOn: "2026-05-14", stage: "concluded" });
  expect((await readContract(db, sent.id)).acts[0]!.deemedDueOn).toBe("2026-04-30");

  const [told] =
    await owner`select actor_kind, clause, data from evidence where contract_id = ${paid.id} and step = 'declare-force-majeure'`;
  expect(told).toMatchObject({
    clause: "5.2",
    data: { caseId, late: false, moved: [{ clock: "activation", from: "2026-05-11", to: "2026-05-14" }, {}] },
  });
  const [said] = await owner`select actor_id, clause from evidence where chain = ${`force-majeure:${caseId}`}`;
  expect(said).toMatchObject({ actor_id: lawyer.userId, clause: "5.3" });
  const letters = await owner`select text from mails where contract_id = ${paid.id} and template = 'force-majeure'`;
  expect(letters).toHaveLength(2);
  expect(letters[0]!.text).toContain("11.05.2026 → 14.05.2026, п. 3.5, сдвиг по п. 5.2");

  // Nobody said that it is over: silence accepts nothing, however long ago the stored day was.
  await runClocks(db, at("2026-05-20").now);
  expect((await readContract(db, sent.id)).act).toBe("sent");

  // Over on the 22nd in truth: one working day instead of three.
  expect(await end(lawyer, caseId, "2026-04-22", "2026-05-04")).toBe(true);
  expect((await readContract(db, paid.id)).activationDueOn).toBe("2026-05-12");
  await expect(end(lawyer, caseId, "2026-04-23", "2026-05-04")).rejects.toThrow("force_majeure.ended");

  // The follow-up work may come twice; the history does not.
  await owner`update outbox set done_at = null where topic = 'force-majeure'`;
  await drain("2026-05-05");
  const rows = await owner`select step from evidence where contract_id = ${paid.id} and step like '%force-majeure'`;
  expect(rows.map(({ step }) => step).sort()).toEqual(["declare-force-majeure", "end-force-majeure"]);
});

test("a customer declares for its own contract, others see nothing of it, and only it may end it", async () => {
  const [party, other] = [
    await makeParty(db, "legalEntity", at("2026-06-01")),
    await makeParty(db, "legalEntity", at("2026-06-01")),
  ];
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-06-01")), at("2026-06-01"));
  const theirs = await pay(db, await placeOrder(db, other, [{}], at("2026-06-01")), at("2026-06-01"));
  const caseId = await declare(party.owner, {
    ...{ from: "2026-06-02", expectedTo: "2026-06-30", on: "2026-06-15" },
    contracts: [paid],
  });
  expect((await readContract(db, paid.id)).forceMajeure).toContainEqual(
    expect.objectContaining({ id: caseId, late: true }),
  );
  expect((await readContract(db, theirs.id)).activationDueOn).toBe(theirs.activationDueOn);
  const seen = (tenant: Tenant) => inTenant(db, tenant, (tx) => tx.select().from(forceMajeureCases));
  expect((await seen(tenantOf(party.owner))).map(({ id }) => id)).toContain(caseId);
  expect((await seen(tenantOf(other.owner))).map(({ id }) => id)).not.toContain(caseId);
  expect(await end(lawyer, caseId, "2026-06-15")).toBeNull();
  expect(await end(other.owner, caseId, "2026-06-15")).toBeNull();
  expect(await end(party.owner, caseId, "2026-06-15")).toBe(true);
  const list = await inTenant(db, tenantOf(lawyer), (tx) => forceMajeureList(tx));
  expect(list.find(({ id }) => id === caseId)).toMatchObject({ contracts: [paid.id], to: "2026-06-15" });
});

test("a customer's role cannot declare for all, nor for another's contract", async () => {
  const [party, other] = [await makeParty(db), await makeParty(db)];
  const id = crypto.randomUUID();
  const insert = (changes: object) =>
    inTenant(db, tenantOf(party.owner), (tx) =>
      tx.insert(forceMajeureCases).values({
        ...{ id, kind: "strike", from: asDay("2026-06-01"), expectedTo: asDay("2026-06-02"), scope: "listed" },
        ...{ declaredBy: "customer", partyId: party.id, description: "x".repeat(10), declaredAt: new Date() },
        ...{ declaredOn: asDay("2026-06-01"), declarer: "x", late: false },
        ...changes,
      }),
    );
  for (const changes of [{ partyId: other.id }, { declaredBy: "seller", partyId: null, scope: "all" }])
    await expect(insert(changes)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(owner`update force_majeure_cases set late = false`).rejects.toThrow("append-only");
});

test("5.4: after six months either side withdraws; access ends and no money question is asked by the program", async () => {
  const party = await makeParty(db, "legalEntity", at("2025-12-01"));
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-01-05")), at("2026-01-06"));
  await declare(party.owner, { from: "2026-01-08", expectedTo: "2026-12-31", on: "2026-01-09", contracts: [paid] });
  const now = await readContract(db, paid.id);
  const asked = { contractId: now.id, version: now.version };
  await expect(take(db, party.owner, withdrawForForceMajeureStep, asked, at("2026-07-08"))).rejects.toThrow(
    "step.not_allowed",
  );
  await take(db, lawyer, withdrawForForceMajeureStep, asked, at("2026-07-09"));
  expect(await readContract(db, paid.id)).toMatchObject({
    ...{ stage: "terminated", terminationGround: "force-majeure", moneyQuestion: null },
  });
});

test("the ledger and the evidence of all this hold", async () => {
  expect((await audit(owner)).problems).toEqual([]);
});
