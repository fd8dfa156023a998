import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

import { givenAt } from "#/app/_time/now.ts";
import { inTenant } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { evidence } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { insertParty } from "#/db/writes/parties.ts";
import type { CustomerActor, StaffActor } from "#/lib/access/actor.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";
import { orderAndInvoice } from "./order-and-invoice.ts";
import type { StepSpec } from "./spec.ts";
import * as specs from "./specs.ts";
import { takeStep } from "./take-step.ts";

const { db, owner } = await testDatabase();
const partyId = crypto.randomUUID();
const userId = crypto.randomUUID();
const customer: CustomerActor = {
  kind: "customer",
  partyId,
  role: "owner",
  userId,
  name: "А. Иванова",
  email: "a@example.by",
  sessionId: crypto.randomUUID(),
};
const sales: StaffActor = {
  kind: "staff",
  role: "sales",
  userId: crypto.randomUUID(),
  name: "О. Продавец",
  email: "s@example.by",
  sessionId: crypto.randomUUID(),
};
const at = (day: string) => new Date(`${day}T10:00:00+03:00`);

const step = <I extends { contractId: string; version?: number }, F>(
  actor: CustomerActor | StaffActor | { kind: "system"; job: string },
  spec: StepSpec<I, F>,
  input: I,
  day: string,
) =>
  inTenant(db, actor, async (tx) =>
    takeStep({ tx, actor, origin: NO_ORIGIN, given: await givenAt(tx, at(day)) }, spec, input),
  );

beforeAll(async () => {
  await owner`insert into users (id, email, name, created_at) values (${userId}, 'a@example.by', 'А. Иванова', now())`;
  const requisites = {
    kind: "legalEntity" as const,
    fullName: "ООО «Ромашка Тест»",
    shortName: "ООО «Ромашка Тест»",
    unp: "190000018",
    legalAddress: "г. Минск, ул. Тестовая, 1",
    postalAddress: "г. Минск, ул. Тестовая, 1",
    iban: "BY48AKBB30120000000000000001",
    bic: "AKBBBY2X",
    bankName: "Беларусбанк",
    signatoryName: "Иванова А. А.",
    signatoryPosition: "директор",
    authorityBasis: "устава",
    gln: null,
    email: "a@example.by",
    phone: "+375291234567",
    resident: true as const,
  };
  await inTenant(db, customer, (tx) =>
    insertParty(tx, { id: partyId, requisites, founder: customer, now: at("2026-04-15"), origin: NO_ORIGIN }),
  );
});

describe("the line through the contract", () => {
  let contractId: string;

  test("an order gets its invoice in the same transaction, numbered and valid for five working days", async () => {
    const shown = (await editionsToShow(db, "2026-04-15" as never))!;
    const input = {
      lines: [{ portal: "romashka.bitrix24.by", months: 12, renewal: false }],
      offerId: shown.offer.id,
      priceListId: shown.priceList.id,
      rulesId: shown.rules.id,
      read: true as const,
    };
    const done = await inTenant(db, customer, (tx) =>
      orderAndInvoice({ tx, actor: customer, input, now: at("2026-04-15"), origin: NO_ORIGIN }),
    );
    expect(done).toMatchObject({ ok: true, value: { stage: "invoiced", version: 2 } });
    if (!done.ok) return;
    contractId = done.value.contractId;
    const contract = await inTenant(db, customer, (tx) => findContract(tx, customer, contractId));
    expect(contract?.invoices[0]).toMatchObject({
      status: "live",
      issuedOn: "2026-04-15",
      validUntil: "2026-04-24",
      total: contract?.total,
    });
  });

  test("another party sees no such contract", async () => {
    const stranger = { ...customer, partyId: crypto.randomUUID() };
    expect(await inTenant(db, stranger, (tx) => findContract(tx, stranger, contractId))).toBeNull();
    // The wall stands without the query's own condition, too.
    expect(
      await inTenant(db, stranger, (tx) => findContract(tx, { kind: "system", job: "none" }, contractId)),
    ).toBeNull();
  });

  test("the full sum concludes the contract and starts both clocks of 3.5", async () => {
    const contract = (await inTenant(db, sales, (tx) => findContract(tx, sales, contractId)))!;
    const paymentId = crypto.randomUUID();
    const statementId = crypto.randomUUID();
    await owner`insert into statements values (${statementId}, ${crypto.randomUUID()}, 'x', 'client-bank', 'BY03', '2026-04-16', '2026-04-16', 0, ${contract.total.toString()}, ${contract.total.toString()}, 0, 1, 1, now(), 't')`;
    await owner`insert into payments (id, statement_id, line_key, position, account, document_number, document_date, credit_date, amount, side, payer_name, purpose, state)
      values (${paymentId}, ${statementId}, 'k1', 1, 'BY03', '318', '2026-04-16', '2026-04-16', ${contract.total.toString()}, 'credit', 'x', 'x', 'none')`;
    const done = await step(
      { kind: "system", job: "statement" },
      specs.allocatePaymentStep,
      { contractId, version: contract.version, paymentId, invoiceId: contract.invoices[0]!.id },
      "2026-04-16",
    );
    expect(done).toMatchObject({ ok: true, value: { stage: "concluded" } });
    const after = await inTenant(db, sales, (tx) => findContract(tx, sales, contractId));
    expect(after).toMatchObject({ acceptedOn: "2026-04-16", activationDueOn: "2026-05-11", actDueOn: "2026-05-11" });
    expect(after?.invoices[0]?.status).toBe("paid");
  });

  test("activation opens the period and issues the act", async () => {
    const contract = (await inTenant(db, sales, (tx) => findContract(tx, sales, contractId)))!;
    const file = await inTenant(db, sales, (tx) =>
      insertFile(tx, sales, at("2026-04-20"), {
        partyId: null,
        kind: "activation",
        name: "screen.png",
        mediaType: "image/png",
        bytes: new Uint8Array([1, 2]),
      }),
    );
    const input = {
      contractId,
      version: contract.version,
      lineId: contract.lines[0]!.id,
      activatedOn: "2026-04-22",
      evidenceFileId: file!.id,
      note: "",
    };
    const early = await step(sales, specs.activateAccessStep, input, "2026-04-21");
    expect(early).toMatchObject({ ok: false, error: { code: "day.in_future" } });
    const done = await step(sales, specs.activateAccessStep, input, "2026-04-22");
    expect(done).toMatchObject({ ok: true, value: { stage: "active", act: "issued" } });
    const after = await inTenant(db, sales, (tx) => findContract(tx, sales, contractId));
    expect(after).toMatchObject({ endsOn: "2027-04-21", act: "issued" });
  });

  test("silence: five working days from sending, then accepted by the clock, once", async () => {
    const accountant: StaffActor = { ...sales, role: "accountant" };
    let version = (await inTenant(db, sales, (tx) => findContract(tx, sales, contractId)))!.version;
    const sent = await step(
      accountant,
      specs.sendActStep,
      { contractId, version, channel: "edi", sentOn: "2026-04-22", ediDocumentId: "002-1", trackingNumber: "" },
      "2026-04-22",
    );
    expect(sent).toMatchObject({ ok: true });
    const clock = { kind: "system" as const, job: "deem-act" };
    // 23, 24, 25 (a worked Saturday), 27, 28 April
    expect(await step(clock, specs.deemActStep, { contractId }, "2026-04-28")).toMatchObject({
      error: { code: "act.answer_still_open", params: { until: "2026-04-28" } },
    });
    expect(await step(clock, specs.deemActStep, { contractId }, "2026-04-29")).toMatchObject({
      ok: true,
      value: { act: "deemed" },
    });
    expect(await step(clock, specs.deemActStep, { contractId }, "2026-04-30")).toMatchObject({
      error: { code: "step.not_allowed" },
    });
    version = (await inTenant(db, sales, (tx) => findContract(tx, sales, contractId)))!.version;
    expect(version).toBeGreaterThan(5);
  });

  test("every step stands in an unbroken chain of evidence", async () => {
    const entries = await inTenant(db, sales, (tx) =>
      tx
        .select()
        .from(evidence)
        .where(sql`chain = ${`contract:${contractId}`}`)
        .orderBy(evidence.seq),
    );
    expect(entries.map((entry) => entry.step)).toEqual([
      "place-order",
      "issue-invoice",
      "allocate-payment",
      "accept-offer",
      "activate-access",
      "issue-act",
      "send-act",
      "deem-act",
    ]);
    expect(verifyChain(entries)).toEqual([]);
    expect(
      verifyChain(
        entries.map((entry) =>
          entry.seq === 4 ? { ...entry, data: { ...entry.data, acceptedOn: "2026-04-15" } } : entry,
        ),
      ),
    ).toEqual([{ chain: `contract:${contractId}`, seq: 4, what: "hash" }]);
  });
});
