import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  activate,
  makeParty,
  makeStaff,
  type Party,
  pay,
  placeOrder,
  publishEdition,
  readContract,
  take,
} from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { discountsFor } from "#/db/queries/discounts.ts";
import { discountRules } from "#/db/schema/index.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { addDiscount, endDiscount, overlaps } from "#/db/writes/discounts.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { cancelInvoiceStep } from "../contract/specs.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-15T12:00:00+03:00");
const director = (await makeStaff(db, "director", { now })) as StaffActor;
const who = { actor: director, origin: NO_ORIGIN, now };

type Rule = { minQuantity?: number; partyId?: string; basisPoints: number; from?: string; to?: string | null };
const planned = ({ minQuantity, partyId, basisPoints, from = "2026-04-01", to = null }: Rule) => ({
  kind: partyId ? ("partner" as const) : ("quantity" as const),
  ...{ minQuantity: minQuantity ?? null, basisPoints },
  ...{ validFrom: asDay(from), validTo: to === null ? null : asDay(to) },
});
const enter = (rule: Rule) =>
  inTenant(db, director, (tx) =>
    addDiscount(tx, { ...planned(rule), partyId: rule.partyId ?? null, reason: "Приказ от 01.04.2026 № 5" }, who),
  );
const end = (id: string, validTo: string) =>
  inTenant(db, director, (tx) => endDiscount(tx, { id, validTo: asDay(validTo), reason: "Акция закончилась" }, who));
const CODE = (code: string) => ({ cause: { code } });
const REFUSED = { code: "23514", message: "an invoice takes off what a rule in force says" };
const customer = (party: Party) => tenantOf(party.owner);

test("an order takes the best single rule; the invoice freezes it, to the kopeck; the books still agree", async () => {
  const [plain, partner] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
  const two = await enter({ minQuantity: 2, basisPoints: 500 });
  const own = await enter({ partyId: partner.id, basisPoints: 1250 });
  const one = await placeOrder(db, plain, [{ months: 12 }], { now });
  expect([one.total, one.invoices[0]!.frozen.discount]).toEqual([48_000n, undefined]);

  const several = await placeOrder(db, plain, [{ months: 12 }, { months: 1 }], { now });
  expect(several.lines.map(({ amount }) => amount)).toEqual([45_600n, 4655n]);
  expect(several.invoices[0]).toMatchObject({
    total: 50_255n,
    frozen: {
      discount: { ruleId: two, kind: "quantity", minQuantity: 2, basisPoints: 500, listTotal: "52900", amount: "2645" },
      lines: [{ amount: "45600" }, { amount: "4655" }],
    },
  });
  const partners = await placeOrder(db, partner, [{ months: 1 }, { months: 1 }], { now });
  expect(partners.invoices[0]).toMatchObject({
    total: 8574n,
    frozen: { discount: { ruleId: own, kind: "partner", amount: "1226" } },
  });
  await activate(db, await pay(db, partners, { now }), { now });

  // The day after its end the rule is gone from new invoices; those that stand keep their sum (3.2).
  expect(await end(two, "2026-04-15")).toBe(true);
  const later = new Date("2026-04-16T12:00:00+03:00");
  expect((await placeOrder(db, plain, [{ months: 12 }, { months: 1 }], { now: later })).total).toBe(52_900n);
  expect((await readContract(db, several.id)).invoices[0]!.total).toBe(50_255n);
  expect((await audit(owner)).problems).toEqual([]);
});

test("a renewal is priced on the day of its invoice, by the price list and the rules of that day", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const portal = "renewed.bitrix24.by";
  const first = await activate(
    db,
    await pay(db, await placeOrder(db, party, [{ portal, months: 12 }], { now }), { now }),
    { now },
  );
  expect(first.total).toBe(48_000n);
  await publishEdition(
    db,
    "price-list",
    ({ prices }) => ({ prices: prices.map((row) => ({ ...row, amount: String(BigInt(row.amount) + 1000n) })) }),
    { now: new Date("2026-06-01T12:00:00+03:00") },
  );
  const renew = (day: string) =>
    placeOrder(db, party, [{ portal, months: 12 }], { now: new Date(`${day}T12:00:00+03:00`) });
  const before = await renew("2026-05-30");
  expect([before.total, before.lines[0]!.continuesFrom]).toEqual([48_000n, first.endsOn]);
  const after = await renew("2026-06-02");
  expect([after.total, after.lines[0]!.continuesFrom]).toEqual([49_000n, first.endsOn]);
  await enter({ partyId: party.id, basisPoints: 1000, from: "2026-07-01" });
  expect((await renew("2026-06-30")).total).toBe(49_000n);
  expect((await renew("2026-07-01")).total).toBe(44_100n);
});

test("two rules of one kind never hold on one day; other numbers and other parties may", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const spring = { minQuantity: 7, basisPoints: 700, from: "2026-03-01", to: "2026-05-31" };
  const id = await enter(spring);
  const overlapping = { ...spring, from: "2026-05-31", to: null };
  await expect(enter(overlapping)).rejects.toMatchObject(CODE("23P01"));
  expect(await inTenant(db, director, (tx) => overlaps(tx, planned(overlapping), null))).toBe(true);
  const next = { ...spring, from: "2026-06-01", to: null };
  expect(await inTenant(db, director, (tx) => overlaps(tx, planned(next), null))).toBe(false);
  await enter(next);
  await enter({ ...spring, minQuantity: 8 });
  const partners = { partyId: party.id, basisPoints: 700 };
  await enter(partners);
  await expect(enter({ ...partners, from: "2027-01-01" })).rejects.toMatchObject(CODE("23P01"));
  // One that was withdrawn before its first day is in nobody's way.
  const never = await enter({ ...spring, minQuantity: 9, from: "2026-08-01", to: null });
  expect(await end(never, "2026-07-31")).toBe(true);
  await enter({ ...spring, minQuantity: 9, from: "2026-08-01", to: null });
  // Ended once, never lengthened, never edited, never deleted.
  await expect(end(id, "2026-06-30")).rejects.toMatchObject(CODE("23001"));
  expect(await end(id, "2026-05-01")).toBe(true);
  expect(await end(id, "2026-04-30")).toBe(false);
  for (const change of ["update discount_rules set basis_points = 1", "delete from discount_rules"])
    await expect(inTenant(db, director, (tx) => tx.execute(sql.raw(change)))).rejects.toMatchObject(CODE("42501"));
  await expect(owner`delete from discount_rules`).rejects.toMatchObject({ code: "23001" });
});

test("a customer sees everybody's rules and its own, and never why or by whom", async () => {
  const [mine, theirs] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
  const own = await enter({ partyId: mine.id, basisPoints: 300 });
  const other = await enter({ partyId: theirs.id, basisPoints: 300 });
  const on = asDay("2026-04-15");
  const seen = await inTenant(db, customer(mine), (tx) => tx.select({ id: discountRules.id }).from(discountRules));
  expect(seen.map(({ id }) => id)).toContain(own);
  expect(seen.map(({ id }) => id)).not.toContain(other);
  // Asked for another party's by the query itself, there is still only what the wall lets through.
  const asked = await inTenant(db, customer(mine), (tx) => discountsFor(tx, theirs.id, on));
  expect(asked.every(({ kind }) => kind === "quantity")).toBe(true);
  expect((await discountsFor(db, null, on)).every(({ kind }) => kind === "quantity")).toBe(true);
  for (const column of ["reason", "entered_by"])
    await expect(
      inTenant(db, customer(mine), (tx) => tx.execute(sql.raw(`select ${column} from discount_rules`))),
    ).rejects.toMatchObject(CODE("42501"));
  await expect(
    inTenant(db, customer(mine), (tx) =>
      tx.insert(discountRules).values({
        ...{ ...planned({ partyId: mine.id, basisPoints: 9000 }), partyId: mine.id, id: crypto.randomUUID() },
        ...{ reason: "Подарок самому себе", enteredBy: "x", enteredAt: now },
      }),
    ),
  ).rejects.toMatchObject(CODE("42501"));
});

test("no invoice takes off what no rule says: another party's, an ended one's, or another share", async () => {
  const [party, other] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "legalEntity", { now })];
  const id = await enter({ partyId: other.id, basisPoints: 400 });
  const ended = await enter({ partyId: party.id, basisPoints: 400, to: "2026-04-14" });
  const contract = await placeOrder(db, party, [{ months: 1 }], { now });
  await take(
    db,
    await makeStaff(db, "sales", { now }),
    cancelInvoiceStep,
    {
      ...{ contractId: contract.id, version: contract.version, reason: "Проверка скидки в счёте" },
    },
    { now },
  );
  const reissued = await readContract(db, contract.id);
  const forged = (ruleId: string, basisPoints: number) => owner`
    insert into invoices select (jsonb_populate_record(null::invoices, to_jsonb(i) || jsonb_build_object('id', gen_random_uuid(),
      'number', 'x', 'sequence', 999999, 'status', 'cancelled', 'frozen', i.frozen || jsonb_build_object('discount',
        jsonb_build_object('ruleId', ${ruleId}::text, 'basisPoints', ${basisPoints}::int))))).* from invoices i where i.contract_id = ${reissued.id}`;
  for (const [ruleId, share] of [
    [id, 400],
    [ended, 400],
    [crypto.randomUUID(), 400],
  ] as const)
    await expect(forged(ruleId, share)).rejects.toMatchObject(REFUSED);
  const good = await enter({ partyId: party.id, basisPoints: 450, from: "2026-04-15" });
  await expect(forged(good, 451)).rejects.toMatchObject(REFUSED);
  expect((await forged(good, 450)).count).toBe(1);
});
