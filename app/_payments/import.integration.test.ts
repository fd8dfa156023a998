import { createHash } from "node:crypto";

import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { allocatePaymentStep, releaseAllocationStep } from "#/app/_actions/contract/specs.ts";
import {
  insertPayment,
  makeParty,
  makeStaff,
  type Party,
  placeOrder,
  readContract,
  take,
} from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { allocations, evidence, payments, statements } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { encode } from "#/lib/statement/testing/encode.ts";
import { type4 } from "#/lib/statement/testing/write.ts";
import { importStatement } from "./import-statement.ts";
import { matchStatement } from "./match-statement.ts";

const { db } = await testDatabase();
const now = new Date("2026-04-17T12:00:00+03:00");
const ordered = new Date("2026-04-15T12:00:00+03:00");
const accountant = await makeStaff(db, "accountant");

const payment = (party: Party, contract: Contract, changes: Partial<StatementLine> = {}): StatementLine => {
  const invoice = contract.invoices[0]!;
  const { unp } = party.requisites;
  return {
    documentNumber: "318",
    documentDate: asDay("2026-04-16"),
    creditDate: asDay("2026-04-16"),
    amount: invoice.total,
    side: "credit",
    payer: { name: "ООО РОМАШКА", unp, iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
    purpose: `OTHR 122601 Оплата по счету № ${invoice.number} от ${formatDay(invoice.issuedOn)}. Без НДС.`,
    bankId: `OP-${crypto.randomUUID()}`,
    position: 1,
    ...changes,
  };
};

async function bring(
  lines: StatementLine[],
  bytes = encode(type4(lines.map((line, at) => ({ ...line, position: at + 1 }))), "windows-1251"),
) {
  const imported = await inTenant(db, accountant, async (tx) => {
    const file = await insertFile(tx, accountant, now, {
      partyId: null,
      kind: "statement",
      name: "v.txt",
      mediaType: "text/plain",
      bytes,
    });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return importStatement(tx, { id: file!.id, sha256, bytes }, { actor: accountant, origin: NO_ORIGIN, now });
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return { ...imported.value, bytes };
}

const paymentsOf = (statementId: string) =>
  inTenant(db, accountant, (tx) =>
    tx.select().from(payments).where(sql`statement_id = ${statementId}`).orderBy(payments.position),
  );

describe("a bank statement", () => {
  test("with number, date, УНП and sum agreeing concludes the contract by itself", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const { statementId } = await bring([payment(party, contract)]);
    expect(await matchStatement(db, statementId, now)).toBe(1);
    expect(await readContract(db, contract.id)).toMatchObject({
      stage: "concluded",
      acceptedOn: "2026-04-16",
      paidOn: "2026-04-16",
    });
    expect(await paymentsOf(statementId)).toMatchObject([{ state: "allocated", partyId: party.id }]);
  });

  test("brought twice changes nothing", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const first = await bring([payment(party, contract)]);
    const before = await inTenant(db, accountant, (tx) => tx.select({ n: sql<number>`count(*)::int` }).from(evidence));
    const again = await bring([], first.bytes);
    expect(again).toMatchObject({ statementId: first.statementId, lines: 1, new: 0, duplicates: 1 });
    const after = await inTenant(db, accountant, (tx) => tx.select({ n: sql<number>`count(*)::int` }).from(evidence));
    expect(after).toEqual(before);
    expect(await paymentsOf(first.statementId)).toHaveLength(1);
  });

  test("with identical twins keeps both; an overlapping statement adds only its new lines", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const twin = payment(party, contract, { bankId: null, purpose: "Оплата подписки", amount: 4_500n });
    const first = await bring([twin, twin]);
    expect(first).toMatchObject({ new: 2, duplicates: 0 });
    const later = { ...twin, creditDate: asDay("2026-04-17"), documentDate: asDay("2026-04-17") };
    expect(await bring([twin, twin, later])).toMatchObject({ lines: 3, new: 1, duplicates: 2 });
  });

  test.each([
    ["a kopeck less", (line: StatementLine) => ({ ...line, amount: line.amount - 1n }), "part"],
    ["a kopeck more", (line: StatementLine) => ({ ...line, amount: line.amount + 1n }), "over"],
    [
      "no date in the purpose",
      (line: StatementLine) => ({ ...line, purpose: line.purpose.replace(/ от .*/, "") }),
      "exact",
    ],
    [
      "another company paying",
      (line: StatementLine) => ({
        ...line,
        payer: { ...line.payer, unp: "190000018", iban: "BY68PJCB30120000000000000002" },
      }),
      "exact",
    ],
    ["money after the invoice's end", (line: StatementLine) => ({ ...line, creditDate: asDay("2026-04-27") }), "late"],
  ])("with %s is proposed, never decided", async (_what, change, kind) => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const { statementId } = await bring([change(payment(party, contract))]);
    await matchStatement(db, statementId, now);
    expect(await readContract(db, contract.id)).toMatchObject({ stage: "invoiced" });
    const [row] = await paymentsOf(statementId);
    expect(row).toMatchObject({ state: "proposed", allocated: 0n });
    expect(row?.proposals[0]).toMatchObject({ invoiceId: contract.invoices[0]!.id, kind });
  });

  test("two payments of one invoice: the first concludes, the second waits for a person", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const { statementId } = await bring([
      payment(party, contract),
      payment(party, contract, { documentNumber: "319" }),
    ]);
    await matchStatement(db, statementId, now);
    expect((await paymentsOf(statementId)).map(({ state }) => state)).toEqual(["allocated", "proposed"]);
  });

  test("matched by four workers at once: every payment once, no invoice over its sum", async () => {
    const orders = [];
    for (let n = 0; n < 12; n++) {
      const party = await makeParty(db);
      orders.push({ party, contract: await placeOrder(db, party, [{}], { now: ordered }) });
    }
    const { statementId } = await bring(
      orders.flatMap(({ party, contract }) => [
        payment(party, contract),
        payment(party, contract, { documentNumber: "2" }),
      ]),
    );
    const took = await Promise.all(Array.from({ length: 4 }, () => matchStatement(db, statementId, now)));
    expect(took.reduce((all, n) => all + n)).toBe(24);
    const states = (await paymentsOf(statementId)).map(({ state }) => state);
    expect(states.filter((state) => state === "allocated")).toHaveLength(12);
    expect(states.filter((state) => state === "proposed")).toHaveLength(12);
    const rows = await inTenant(db, accountant, (tx) =>
      tx
        .select()
        .from(allocations)
        .where(sql`payment_id in (select id from ${payments} where statement_id = ${statementId})`),
    );
    expect(rows).toHaveLength(12);
  });

  test("twenty parallel uploads of one file keep it once", async () => {
    const party = await makeParty(db);
    const contract = await placeOrder(db, party, [{}], { now: ordered });
    const bytes = encode(type4([payment(party, contract)]), "windows-1251");
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => bring([], bytes)));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const kept = await inTenant(db, accountant, (tx) => tx.select().from(statements).where(sql`sha256 = ${sha256}`));
    expect(kept).toHaveLength(1);
    expect(await paymentsOf(kept[0]!.id)).toHaveLength(1);
    const news = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.new] : []));
    expect(news.reduce((all, n) => all + n, 0)).toBe(1);
  });
});

test("a part payment set against an invoice can be taken back: both sums return, both rows stay", async () => {
  const party = await makeParty(db);
  const contract = await placeOrder(db, party, [{}], { now: ordered });
  const { id: invoiceId, number, issuedOn } = contract.invoices[0]!;
  const purpose = `Часть по счету ${number} от ${formatDay(issuedOn)}`;
  const paymentId = await insertPayment(db, { amount: 1_000n, creditedOn: asDay("2026-04-16"), purpose });
  const base = { contractId: contract.id, invoiceId, paymentId };
  await take(db, accountant, allocatePaymentStep, { ...base, version: contract.version }, { now });
  const partly = await readContract(db, contract.id);
  expect(partly.invoices[0]?.paid).toBe(1_000n);
  const [row] = await inTenant(db, accountant, (tx) =>
    tx.select().from(allocations).where(sql`contract_id = ${contract.id}`),
  );
  const release = {
    contractId: contract.id,
    version: partly.version,
    allocationId: row!.id,
    reason: "зачислено не тому клиенту",
  };
  await take(db, accountant, releaseAllocationStep, release, { now });
  expect((await readContract(db, contract.id)).invoices[0]?.paid).toBe(0n);
  const [payment] = await inTenant(db, accountant, (tx) => tx.select().from(payments).where(sql`id = ${paymentId}`));
  expect(payment).toMatchObject({ allocated: 0n, state: "unidentified" });
  const rows = await inTenant(db, accountant, (tx) =>
    tx.select().from(allocations).where(sql`contract_id = ${contract.id}`),
  );
  expect(rows.map(({ amount }) => amount).sort()).toEqual([-1_000n, 1_000n]);
  await expect(
    take(db, accountant, releaseAllocationStep, { ...release, version: partly.version + 1 }, { now }),
  ).rejects.toThrow("allocation.released");
});

test("an invoice that the purpose names is proposed, however many others have the same sum", async () => {
  const portal = () => [{ months: 6 }];
  for (let n = 0; n < 101; n++) await placeOrder(db, await makeParty(db), portal(), { now: ordered });
  const person = await makeParty(db, "individual");
  const contract = await placeOrder(db, person, portal(), { now: ordered });
  const payer = { name: "КТО-ТО ДРУГОЙ", unp: null, iban: null, bic: null };
  const { statementId } = await bring([payment(person, contract, { payer })]);
  await matchStatement(db, statementId, now);
  const [row] = await paymentsOf(statementId);
  expect(row?.proposals[0]?.invoiceId).toBe(contract.invoices[0]!.id);
}, 60_000);
