import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTenant, type Tenant } from "#/db/client.ts";
import * as schema from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { takeNumber } from "#/db/writes/numbers.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";
import { activate, insertPayment, makeParty, pay, placeOrder, readContract, sendAct } from "./fixtures.ts";

const { db, owner } = await testDatabase();
const now = new Date("2026-04-15T12:00:00+03:00");

const TENANT_TABLES = {
  parties: schema.parties,
  requisitesVersions: schema.requisitesVersions,
  contracts: schema.contracts,
  contractLines: schema.contractLines,
  invoices: schema.invoices,
  acts: schema.acts,
  subscriptions: schema.subscriptions,
  payments: schema.payments,
  allocations: schema.allocations,
  refunds: schema.refunds,
  evidence: schema.evidence,
  files: schema.files,
  reconciliations: schema.reconciliations,
  reconciliationMoves: schema.reconciliationMoves,
  monthPackDays: schema.monthPackDays,
  fileChunks: schema.fileChunks,
  members: schema.members,
  users: schema.users,
  mails: schema.mails,
  notices: schema.notices,
  noticeChoices: schema.noticeChoices,
  noticeHours: schema.noticeHours,
  forceMajeureCases: schema.forceMajeureCases,
  forceMajeureContracts: schema.forceMajeureContracts,
};

describe("row-level security with the application's filters removed", () => {
  test("a customer's role sees its own rows of every table and not one of another party", async () => {
    const [mine, theirs] = [await makeParty(db), await makeParty(db)];
    for (const party of [mine, theirs])
      await sendAct(
        db,
        await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
        { now },
      );
    const customer: Tenant = { kind: "customer", partyId: mine.id, userId: mine.owner.userId };
    for (const [name, table] of Object.entries(TENANT_TABLES)) {
      const seen = JSON.stringify(
        await inTenant(db, customer, (tx) => tx.select().from(table as typeof schema.parties)),
        (_k, v) => (typeof v === "bigint" ? String(v) : v),
      );
      expect(seen, name).not.toContain(theirs.id);
      expect(seen, name).not.toContain(theirs.owner.userId);
    }
    const own = await inTenant(db, customer, (tx) => tx.select().from(schema.contracts));
    expect(own.map(({ partyId }) => partyId)).toEqual([mine.id]);
    // Neither may it write for another: the row's party is checked, too.
    const moved = await inTenant(db, customer, (tx) =>
      tx
        .update(schema.contracts)
        .set({ stage: "cancelled" })
        .where(eq(schema.contracts.partyId, theirs.id))
        .returning(),
    );
    expect(moved).toEqual([]);
    await expect(
      inTenant(db, customer, (tx) =>
        tx.insert(schema.members).values({
          id: crypto.randomUUID(),
          userId: mine.owner.userId,
          partyId: theirs.id,
          role: "owner",
          createdAt: now,
        }),
      ),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("another person's sessions and kept answers are out of a customer's reach", async () => {
    const [mine, theirs] = [await makeParty(db), await makeParty(db)];
    for (const { owner } of [mine, theirs])
      await db
        .insert(schema.idempotency)
        .values({ actorId: owner.userId, action: "x", key: "12345678", requestHash: "h", createdAt: now });
    const customer: Tenant = { kind: "customer", partyId: mine.id, userId: mine.owner.userId };
    const kept = await inTenant(db, customer, (tx) => tx.select().from(schema.idempotency));
    expect(kept.map(({ actorId }) => actorId)).toEqual([mine.owner.userId]);
    const session = {
      id: crypto.randomUUID(),
      tokenHash: crypto.randomUUID(),
      userId: theirs.owner.userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now,
    };
    await db.insert(schema.sessions).values(session);
    const moved = await inTenant(db, customer, (tx) =>
      tx
        .update(schema.sessions)
        .set({ partyId: mine.id })
        .where(eq(schema.sessions.id, session.id))
        .returning({ id: schema.sessions.id }),
    );
    expect(moved).toEqual([]);
  });

  test("no party named means nothing seen", async () => {
    const nobody = { kind: "customer", partyId: crypto.randomUUID(), userId: crypto.randomUUID() } as const;
    for (const table of [schema.contracts, schema.invoices, schema.payments])
      expect(await inTenant(db, nobody, (tx) => tx.select().from(table as typeof schema.contracts))).toEqual([]);
  });

  test("the tenant does not outlive its transaction on a pooled connection", async () => {
    const party = await makeParty(db);
    await inTenant(db, { kind: "customer", partyId: party.id, userId: party.owner.userId }, async () => undefined);
    await expect(db.execute(sql`select * from parties`)).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test.each(["evidence", "allocations", "invoices", "contracts", "editions"])(
    "no role of the application may delete from %s",
    async (table) => {
      for (const tenant of [
        { kind: "staff", userId: "x" },
        { kind: "system", job: "x" },
        { kind: "customer", partyId: crypto.randomUUID(), userId: "x" },
      ] as const)
        await expect(inTenant(db, tenant, (tx) => tx.execute(sql.raw(`delete from ${table}`)))).rejects.toMatchObject({
          cause: { code: "42501" },
        });
    },
  );

  test("what an issued paper froze cannot be changed by any role of the application", async () => {
    for (const column of ["frozen", "number", "total", "issued_on"])
      await expect(
        inTenant(db, { kind: "system", job: "x" }, (tx) =>
          tx.execute(sql.raw(`update invoices set ${column} = ${column}`)),
        ),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("what must never be", () => {
  test("a second live invoice of one order", async () => {
    const contract = await placeOrder(db, await makeParty(db), [{}], { now });
    const copy = owner`insert into invoices select gen_random_uuid(), contract_id, party_id, 2099, 1, '99-000001-0', status, issued_at, issued_on, valid_until, total, paid, frozen, replaces_id, closed_reason from invoices where contract_id = ${contract.id}`;
    await expect(copy).rejects.toMatchObject({ constraint_name: "invoices_one_live" });
  });

  test("two overlapping periods of one portal, whoever paid", async () => {
    const [first, second] = [await makeParty(db), await makeParty(db)];
    const portal = "shared.bitrix24.by";
    const one = await activate(db, await pay(db, await placeOrder(db, first, [{ portal }], { now }), { now }), { now });
    const two = await placeOrder(db, second, [{ portal }], { now });
    const [line] = two.lines;
    const overlap = owner`insert into subscriptions values (${crypto.randomUUID()}, ${two.id}, ${line!.id}, ${second.id}, ${portal}, daterange(${one.endsOn}, ${one.endsOn}, '[]'))`;
    await expect(overlap).rejects.toMatchObject({ constraint_name: "subscriptions_no_overlap" });
    // The step itself continues the period instead.
    const continued = await activate(db, await pay(db, two, { now }), { now });
    expect(continued.lines[0]?.continuesFrom).toBe(one.endsOn);
  });

  test("more allocated than was paid, or than is due", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now });
    const invoice = contract.invoices[0]!;
    const payment = await insertPayment(db, { creditedOn: asDay("2026-04-16"), amount: invoice.total - 1n });
    const allocate = (amount: bigint) =>
      owner`insert into allocations values (${crypto.randomUUID()}, ${payment}, ${invoice.id}, ${contract.id}, ${party.id}, ${amount.toString()}, 'accountant', null, now(), 'x', null)`;
    await expect(allocate(invoice.total)).rejects.toMatchObject({ code: "23514" });
    await allocate(invoice.total - 1n);
    await expect(allocate(1n)).rejects.toMatchObject({ constraint_name: "payments_allocated_within" });
    expect((await readContract(db, contract.id)).invoices[0]?.paid).toBe(invoice.total - 1n);
  });
});

test("sixteen clients, every tenth transaction rolled back: numbers without a hole and without a twin", async () => {
  const on = asDay("2031-06-01");
  const taken: string[] = [];
  let attempt = 0;
  const issue = async () => {
    const rollBack = ++attempt % 10 === 0;
    await inTenant(db, { kind: "system", job: "numbers" }, async (tx) => {
      const { number } = await takeNumber(tx, "invoice", on);
      if (rollBack) throw new Error("rolled back");
      taken.push(number);
    }).catch((error: Error) => expect(error.message).toBe("rolled back"));
  };
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let n = 0; n < 25; n++) await issue();
    }),
  );
  expect(taken.sort()).toEqual(Array.from({ length: 360 }, (_, at) => invoiceNumber(2031, at + 1)));
});
