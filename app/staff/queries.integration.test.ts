import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { refundDesk } from "#/app/_refunds/testing/desk.ts";
import {
  activate,
  insertPayment,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  refuseAct,
  sendAct,
  take,
} from "#/app/_testing/fixtures.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import { activationQueue } from "#/db/queries/staff-activations.ts";
import { actQueue } from "#/db/queries/staff-acts.ts";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { PAGE, readCursor } from "#/db/queries/staff-keyset.ts";
import { journal, NUMBER_KINDS, seriesProofs } from "#/db/queries/staff-numbers.ts";
import { contractsOfParty, moneyOfParty, partyList } from "#/db/queries/staff-parties.ts";
import { paymentList, searchInvoices } from "#/db/queries/staff-payments.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { invoices, parties, payments } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { changeActChannel } from "#/db/writes/act-channel.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { leaveUnidentified } from "#/db/writes/payments.ts";
import { addSetting } from "#/db/writes/settings.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { invoiceNumber } from "#/lib/documents/number.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-20T10:00:00+03:00");
const today = asDay("2026-04-20");
const late = asDay("2026-06-01");

let staff: StaffActor;
let paid: Contract;
let refused: Contract;
const read = <T>(work: (tx: Tx) => Promise<T>) => inTenant(db, staff, work, { readOnly: true });
const write = <T>(work: (tx: Tx) => Promise<T>) => inTenant(db, staff, work);

beforeAll(async () => {
  staff = await makeStaff(db, "accountant");
  const party = await makeParty(db, "legalEntity", { now });
  paid = await pay(db, await placeOrder(db, party, [{ months: 12 }, { months: 1 }], { now }), { now });
  const active = await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now });
  refused = await refuseAct(db, party, await sendAct(db, active, { now }), { now });
});

describe("queues", () => {
  test("a paid contract waits for activation with all its portals, and is late after its day", async () => {
    const page = await read((tx) => activationQueue(tx, { filter: null, cursor: null, today }));
    expect(page.rows).toMatchObject([{ id: paid.id, acceptedOn: today, workingDays: 15 }]);
    expect(page.rows[0]?.lines.map(({ portal }) => portal)).toEqual(paid.lines.map(({ portal }) => portal));
    const on = (filter: "late" | "today", day = today) =>
      read((tx) => activationQueue(tx, { filter, cursor: null, today: day })).then(({ rows }) => rows.length);
    expect([await on("late"), await on("late", late), await on("today", paid.activationDueOn!)]).toEqual([0, 1, 1]);
  });

  test("a refused act is in its own queue only, and the counts say what the lists hold", async () => {
    const queue = (filter: "send" | "waiting" | "refused") =>
      read((tx) => actQueue(tx, { filter, cursor: null })).then(({ rows }) => rows.map(({ contractId }) => contractId));
    expect([await queue("send"), await queue("waiting"), await queue("refused")]).toEqual([[], [], [refused.id]]);
    expect(await read((tx) => queueCounts(tx, late))).toMatchObject({
      activations: 1,
      activationsLate: 1,
      actsRefused: 1,
      actsToSend: 0,
    });
  });
});

describe("search", () => {
  const find = (text: string) =>
    read((tx) => contractList(tx, { stage: null, terms: readSearch(text), cursor: null })).then(({ rows }) =>
      rows.map(({ id }) => id),
    );

  test("a contract is found by number, act, portal, name and sum, and by nothing else", async () => {
    // One scheme of numbers for both kinds: a contract whose act has this number is found beside it.
    expect(await find(paid.invoices[0]!.number)).toContain(paid.id);
    expect(await find(refused.acts[0]!.number)).toContain(refused.id);
    expect(await find(`https://${paid.lines[1]!.portal}/crm/`)).toEqual([paid.id]);
    expect(await find("ромашка")).toHaveLength(2);
    expect(await find(`${paid.total / 100n},${String(paid.total % 100n).padStart(2, "0")}`)).toContain(paid.id);
    expect(await find("нет такого")).toEqual([]);
    expect(await find("100% Ромашка")).toEqual([]);
  });

  test("a payment is found by its payer, УНП, sum, own number and the invoice it names, within its filter", async () => {
    const [amount, id] = [
      777_77n,
      await insertPayment(db, { amount: 777_77n, creditedOn: today, purpose: `За ${invoiceNumber(2026, 4711)}` }),
    ];
    await owner`update payments set payer_name = 'ОАО "РОДОДЕНДРОН"', payer_unp = '190000009', document_number = 'Р-17/9' where id = ${id}`;
    const seek = (text: string, filter: "all" | "allocated" = "all") =>
      read((tx) => paymentList(tx, { filter, terms: readSearch(text), text, cursor: null })).then(({ rows }) => rows);
    for (const text of ["рододендрон", "190000009", "777,77", "Р-17/9"])
      expect(await seek(text)).toMatchObject([{ id, amount }]);
    expect(await seek(invoiceNumber(2026, 4711))).toMatchObject([{ id }]);
    expect(await seek("рододендрон", "allocated")).toEqual([]);
    expect(await seek("100% рододендрон")).toEqual([]);
  });

  test("an open invoice is found for a payment by its portal", async () => {
    const party = await makeParty(db, "individual", { now });
    const order = await placeOrder(db, party, [{ portal: "seek.bitrix24.by" }], { now });
    const found = await read((tx) => searchInvoices(tx, readSearch("seek.bitrix24.by")));
    expect(found).toMatchObject([
      { id: order.invoices[0]!.id, contractId: order.id, version: order.version, portals: "seek.bitrix24.by" },
    ]);
  });
});

test("keyset pages hold every row once, forth and back, though many were placed at one moment", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  for (let n = 0; n < PAGE + 7; n++) await placeOrder(db, party, [{}], { now });
  const page = (query: { after?: string; before?: string }) =>
    read((tx) => contractList(tx, { stage: "invoiced", terms: null, cursor: readCursor(query) }));
  const first = await page({});
  const second = await page({ after: first.next! });
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(first).toMatchObject({ previous: null });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(PAGE + 7);
  expect(second.next).toBeNull();
  expect((await page({ before: second.previous! })).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});

test("a customer's page names its contracts by their invoices and counts them", async () => {
  const rows = await read((tx) => contractsOfParty(tx, paid.partyId));
  expect(rows.find(({ id }) => id === paid.id)?.number).toBe(paid.invoices[0]!.number);
  const list = await read((tx) => partyList(tx, null, null));
  expect(list.rows.find(({ id }) => id === paid.partyId)?.contracts).toBe(2);
});

test("every series is proved on its own table: акты сверки and payment orders of refunds too", async () => {
  const desk = await refundDesk(db, owner);
  const { id, number } = await desk.approved(900n);
  const drawn = await inTenant(db, staff, (tx) =>
    drawUpReconciliation(
      tx,
      { partyId: paid.partyId, from: "2026-04-01", to: "2026-04-20" },
      { actor: staff, now, origin: NO_ORIGIN },
    ),
  );
  if (!drawn.ok) throw new Error(drawn.error.code);
  const proofs = await read(seriesProofs);
  expect(proofs.map(({ kind }) => kind).toSorted()).toEqual(NUMBER_KINDS.toSorted());
  for (const { kind, issued, last, missing } of proofs) expect([issued, missing], kind).toEqual([last, []]);
  expect(await read((tx) => journal(tx, "refund", 2026, 1))).toMatchObject([
    { id, number, status: "approved", total: "900", issuedOn: "2026-05-06", party: null },
  ]);
  expect(await read((tx) => journal(tx, "reconciliation", 2026, 1))).toMatchObject([
    { id: drawn.value.id, number: drawn.value.number, status: "open", issuedOn: "2026-04-20" },
  ]);
  expect((await read((tx) => journal(tx, "act", 2026, 1))).map(({ number: act }) => act)).toContain(
    refused.acts[0]!.number,
  );
});

test("the journal has no gaps; a number taken out of it is named", async () => {
  const proof = (await read(seriesProofs)).find(({ kind }) => kind === "invoice")!;
  expect(proof).toMatchObject({ year: 2026, missing: [], issued: proof.last });
  const [row] = await read((tx) => journal(tx, "invoice", 2026, proof.last));
  expect(row).toMatchObject({ sequence: proof.last });
  await owner`update number_series set last = last + 1 where kind = 'invoice' and year = 2026`;
  expect((await read(seriesProofs)).find(({ kind }) => kind === "invoice")?.missing).toEqual([proof.last + 1]);
  await owner`update number_series set last = last - 1 where kind = 'invoice' and year = 2026`;
});

describe("writes", () => {
  test("an overpayment shows as the customer's balance", async () => {
    const party = await makeParty(db, "individual", { now });
    const order = await placeOrder(db, party, [{}], { now });
    const { number, issuedOn } = order.invoices[0]!;
    const purpose = `Оплата по счету № ${number} от ${issuedOn}`;
    const paymentId = await insertPayment(db, { amount: order.total + 500n, creditedOn: today, purpose });
    const { allocatePaymentStep } = await import("#/app/_actions/contract/specs.ts");
    const input = { contractId: order.id, version: order.version, paymentId, invoiceId: order.invoices[0]!.id };
    await take(db, staff, allocatePaymentStep, input, { now });
    expect((await read((tx) => moneyOfParty(tx, party.id))).left).toMatchObject([{ id: paymentId, rest: 500n }]);
    const balances = await read((tx) => paymentList(tx, { filter: "balance", terms: null, text: null, cursor: null }));
    expect(balances.rows.map(({ id }) => id)).toEqual([paymentId]);
  });

  test("a proposed payment may be left unidentified once; an allocated one may not", async () => {
    const id = await insertPayment(db, { amount: 100n, creditedOn: today });
    await write((tx) => tx.update(payments).set({ state: "proposed" }).where(eq(payments.id, id)));
    const leave = (paymentId: string) =>
      write((tx) => leaveUnidentified(tx, paymentId, { actor: staff, origin: NO_ORIGIN, now }));
    expect(await leave(id)).toBe(true);
    await write((tx) => tx.update(payments).set({ state: "allocated" }).where(eq(payments.id, id)));
    expect(await leave(id)).toBe(false);
  });

  test("a setting holds from its day, the day before keeps the old value", async () => {
    const value = { key: "acceptanceDay", value: "ordered", validFrom: late, reason: "решение директора" } as const;
    await write((tx) => addSetting(tx, value, { actor: staff, origin: NO_ORIGIN, now }));
    expect((await settingsOn(db, asDay("2026-05-31"))).acceptanceDay).toBe("credited");
    expect((await settingsOn(db, late)).acceptanceDay).toBe("ordered");
  });

  test("only the act channel of an ИП is the house's to choose, and only of the version that was seen", async () => {
    const change = async (kind: "legalEntity" | "soleProprietor", version: number) => {
      const { id } = await makeParty(db, kind, { now });
      const asked = { partyId: id, version, channel: "edi", reason: "клиент попросил" } as const;
      const done = await write((tx) => changeActChannel(tx, asked, { actor: staff, origin: NO_ORIGIN, now }));
      const [row] = await read((tx) => tx.select().from(parties).where(eq(parties.id, id)));
      return [done, row?.actChannel];
    };
    expect(await change("soleProprietor", 1)).toEqual([true, "edi"]);
    expect(await change("soleProprietor", 2)).toEqual([false, "post"]);
    expect((await change("legalEntity", 1))[0]).toBe(false);
  });

  test("a reader of the house changes nothing", async () => {
    await expect(
      read((tx) => tx.update(invoices).set({ closedReason: "нет" }).where(eq(invoices.id, paid.invoices[0]!.id))),
    ).rejects.toThrow();
  });
});
