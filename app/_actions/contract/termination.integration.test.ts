import { expect, test } from "vitest";

import { activate, makeParty, makeStaff, pay, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { asDay } from "#/lib/calendar/day.ts";
import {
  refuseActivationStep,
  requestAssignmentStep,
  settleMoneyQuestionStep,
  terminateByFaultStep,
  terminateEarlyStep,
} from "./specs.ts";

const { db, owner } = await testDatabase();
const at = (day: string) => ({ now: new Date(`${day}T12:00:00+03:00`) });
const understood = true as const;

test("access that was given up is free from the next day, and what was paid for stays on the line", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  const portal = "given-up.bitrix24.by";
  const order = async (day: string) => placeOrder(db, party, [{ portal }], at(day));
  const first = await activate(db, await pay(db, await order("2026-04-15"), at("2026-04-15")), at("2026-04-20"));
  await take(
    db,
    party.owner,
    terminateEarlyStep,
    { contractId: first.id, version: first.version, understood },
    at("2026-05-05"),
  );
  const over = await readContract(db, first.id);
  expect(over).toMatchObject({ stage: "terminated", terminatedOn: "2026-05-05", moneyQuestion: null });
  expect(over.lines[0]).toMatchObject({ activeFrom: "2026-04-20", activeTo: "2026-07-19" });
  const held = () => inTenant(db, tenantOf(party.owner), (tx) => subscriptionsOf(tx, party.id));
  expect((await held())[0]).toMatchObject({ from: "2026-04-20", to: "2026-05-05" });

  // Bought again: it starts on its activation, not after the period that was given up.
  const again = await activate(db, await pay(db, await order("2026-05-06"), at("2026-05-06")), at("2026-05-08"));
  expect(again.lines[0]).toMatchObject({ activeFrom: "2026-05-08", continuesFrom: "2026-05-05" });

  // A renewal that has not begun leaves nothing of itself.
  const later = await activate(db, await pay(db, await order("2026-05-12"), at("2026-05-12")), at("2026-05-13"));
  expect(later.lines[0]?.activeFrom).toBe("2026-08-08");
  await take(
    db,
    party.owner,
    terminateEarlyStep,
    { contractId: later.id, version: later.version, understood },
    at("2026-05-14"),
  );
  expect((await held()).map(({ contractId }) => contractId).sort()).toEqual([first.id, again.id].sort());
});

test("a subscription is only ever cut short", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  await activate(
    db,
    await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-15")),
    at("2026-04-20"),
  );
  for (const period of ["daterange(lower(period), upper(period) + 1)", "daterange(lower(period) + 1, upper(period))"])
    await expect(
      owner.unsafe(`update subscriptions set period = ${period} where party_id = '${party.id}'`),
    ).rejects.toThrow("access is only cut short");
});

test("4.4.2: refused access, termination, the lawyer's queue and answer", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-15"));
  const step = { contractId: paid.id };
  const sales = await makeStaff(db, "sales", at("2026-04-15"));
  const lawyer = await makeStaff(db, "lawyer", at("2026-04-15"));
  await expect(
    take(db, party.owner, terminateByFaultStep, { ...step, version: paid.version, reason: "" }, at("2026-04-16")),
  ).rejects.toThrow("termination.no_fault");
  await take(
    db,
    sales,
    refuseActivationStep,
    { ...step, version: paid.version, reason: "Портал вне зоны Беларуси" },
    at("2026-04-16"),
  );
  await take(
    db,
    party.owner,
    terminateByFaultStep,
    { ...step, version: paid.version + 1, reason: "Верните на счёт" },
    at("2026-04-17"),
  );
  const waiting = await inTenant(db, tenantOf(lawyer), async (tx) => ({
    counts: await queueCounts(tx, asDay("2026-04-17")),
    rows: (await contractList(tx, { stage: null, terms: null, cursor: null, money: true })).rows,
  }));
  expect(waiting.counts.moneyQuestions).toBe(1);
  expect(waiting.rows.map(({ id }) => id)).toEqual([paid.id]);
  await take(
    db,
    lawyer,
    settleMoneyQuestionStep,
    { ...step, version: paid.version + 2, outcome: "refund", reason: "Доступ не предоставлен по вине продавца" },
    at("2026-04-20"),
  );
  expect(await readContract(db, paid.id)).toMatchObject({
    stage: "terminated",
    moneyQuestion: "settled",
    moneyOutcome: "refund",
    moneySettledOn: "2026-04-20",
  });
});

test("a customer's role cannot answer its own money question", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  await expect(
    inTenant(db, tenantOf(party.owner), (tx) => tx.execute("update contracts set money_outcome = 'refund'")),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("6.3: asked, refused, recorded", async () => {
  const party = await makeParty(db, "legalEntity", at("2026-04-15"));
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-15"));
  await take(
    db,
    party.owner,
    requestAssignmentStep,
    { contractId: paid.id, version: paid.version, reason: "Хотим передать ООО «Другое»" },
    at("2026-04-16"),
  );
  const after = await readContract(db, paid.id);
  expect({ ...after, version: 0, assignmentRefusedOn: null }).toEqual({ ...paid, version: 0 });
  const [entry] =
    await owner`select actor_kind, clause, reason, data from evidence where contract_id = ${paid.id} and step = 'request-assignment'`;
  expect(entry).toMatchObject({ actor_kind: "customer", clause: "6.3", data: { answer: "refused" } });
});

test("the ledger and the evidence of all this hold", async () => {
  expect((await audit(owner)).problems).toEqual([]);
});
