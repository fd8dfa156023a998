import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { sendActStep } from "#/app/_actions/contract/specs.ts";
import { runClocks } from "#/app/_jobs/clocks.ts";
import { HANDLERS } from "#/app/_jobs/handlers.ts";
import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { ediWork } from "#/db/queries/edi.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { ediArrivals, ediDocuments } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { moveEdiDocument, settleArrival } from "#/db/writes/edi.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { readBlrdoc } from "#/lib/edi/blrdoc.ts";
import { ednRest } from "#/lib/edi/edn-rest.ts";
import { answerTo, messageAbout } from "#/lib/edi/testing/messages.ts";
import { localOperator } from "#/lib/edi/testing/operator.ts";
import { orderEdi } from "./order.ts";
import { receiveEdi } from "./receive.ts";
import { sendByEdi } from "./send.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const SELLER = "4819001510007";
const BUYER = "4810000000017";
const accountant = await makeStaff(db, "accountant");
const operator = await localOperator();
const provider = ednRest(operator.account, { timeoutMs: 500, pauseMs: 1 });
afterAll(() => operator.close());
beforeEach(() => {
  operator.state.trouble = null;
  operator.state.waiting = [];
});

const now = new Date("2026-04-15T12:00:00+03:00");
const later = new Date("2026-04-16T15:00:00+03:00");

async function issued(gln: string | null = BUYER) {
  const party = await makeParty(db);
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update requisites_versions set requisites = jsonb_set(requisites, '{gln}', ${JSON.stringify(gln)}::text::jsonb) where party_id = ${party.id}`;
  });
  return activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now });
}
const order = async (contract: Awaited<ReturnType<typeof issued>>, gln: string | null = SELLER) =>
  inTenant(db, accountant, (tx) =>
    orderEdi(tx, { contractId: contract.id, version: contract.version }, gln, {
      actor: accountant,
      origin: NO_ORIGIN,
      now,
    }),
  );
/** The worker's outbox with this line to the operator; true while there is something due. */
const HANDLERS_HERE = {
  ...HANDLERS,
  "edi-send": async (context: Parameters<(typeof HANDLERS)["edi-send"]>[0], payload: unknown) =>
    sendByEdi({ ...context, now }, (payload as { ediDocumentId: string }).ediDocumentId, provider).then(
      () => undefined,
    ),
};
const work = async () => {
  while (await doNextMessage(db, HANDLERS_HERE));
};
const documentOf = async (contractId: string) =>
  (
    await inTenant(db, accountant, (tx) =>
      tx.select().from(ediDocuments).where(eq(ediDocuments.contractId, contractId)),
    )
  )[0]!;
const arrivals = (contractId: string) =>
  inTenant(db, accountant, (tx) => tx.select().from(ediArrivals).where(eq(ediArrivals.contractId, contractId)));

async function sent() {
  const contract = await issued();
  await order(contract);
  await work();
  const document = await documentOf(contract.id);
  const act = contract.acts[0]!;
  const answer = (code: "9" | "3" = "9") =>
    answerTo(
      { ...document, createdAt: later, number: act.number, issuedOn: act.issuedOn, pdf: new Uint8Array() },
      code,
    );
  return { contract, document, answer };
}

describe("an act goes through ЭДиН", () => {
  test("signed, kept, handed over; the step is of the day when it went", async () => {
    const { contract, document } = await sent();
    expect(document).toMatchObject({ state: "sent", senderGln: SELLER, receiverGln: BUYER });
    const after = await readContract(db, contract.id);
    expect(after).toMatchObject({ act: "sent", acts: [{ channel: "edi", ediDocumentId: document.documentId }] });
    const handed = operator.state.sent.find(({ fileName }) => fileName === `${document.documentId}.xml`)!;
    const kept = await inTenant(db, accountant, (tx) => fileBytes(tx, document.fileId!));
    expect(Buffer.from(handed.document, "base64").equals(kept)).toBe(true);
    const read = readBlrdoc(kept.toString().replace("SIGNED:", ""));
    expect(read.ok && read.value).toMatchObject({ typeCode: "ACT", number: contract.acts[0]!.number });
    expect(read.ok && Buffer.from(read.value.file.bytes).subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("a worker killed after the hand-over sends the same number and takes the step once", async () => {
    const contract = await issued();
    await order(contract);
    operator.state.trouble = "hang-after-taking";
    await work();
    expect(await readContract(db, contract.id)).toMatchObject({ act: "issued" });
    expect(await documentOf(contract.id)).toMatchObject({ state: "queued", failure: "edi.timeout" });
    operator.state.trouble = null;
    await owner`update outbox set next_attempt_at = now() - interval '1 day' where done_at is null`;
    await work();
    expect(await readContract(db, contract.id)).toMatchObject({ act: "sent" });
    const { documentId } = await documentOf(contract.id);
    expect(operator.state.sent.filter(({ fileName }) => fileName.startsWith(documentId))).toHaveLength(1);
  });

  test("what the operator rejects frees the act: it is ordered anew under another number", async () => {
    const contract = await issued();
    const first = await order(contract);
    operator.state.trouble = "reject";
    await work();
    expect(await documentOf(contract.id)).toMatchObject({ state: "failed", failure: "edi.rejected" });
    operator.state.trouble = null;
    const second = await order(contract);
    expect(first.ok && second.ok && first.value.documentId !== second.value.documentId).toBe(true);
    await work();
    expect(await readContract(db, contract.id)).toMatchObject({ act: "sent" });
  });

  test("an act that went by hand meanwhile is not sent a second time", async () => {
    const contract = await issued();
    await order(contract);
    const { version } = contract;
    const hand = {
      contractId: contract.id,
      version,
      channel: "edi" as const,
      sentOn: "2026-04-15",
      ediDocumentId: "EDN-7",
      trackingNumber: "",
    };
    await take(db, accountant, sendActStep, hand, { now });
    await work();
    expect(await documentOf(contract.id)).toMatchObject({ state: "failed", failure: "edi.act_moved" });
    expect(await readContract(db, contract.id)).toMatchObject({ acts: [{ ediDocumentId: "EDN-7" }] });
  });

  test("is refused without a GLN, without a line, twice, and for what has no act to send", async () => {
    const code = (result: Awaited<ReturnType<typeof order>>) => (result.ok ? "taken" : result.error.code);
    expect(code(await order(await issued(null)))).toBe("edi.no_gln");
    const contract = await issued();
    expect(code(await order(contract, null))).toBe("edi.off");
    expect(code(await order({ ...contract, version: 1 }))).toBe("record.changed");
    expect(code(await order(contract))).toBe("taken");
    expect(code(await order(contract))).toBe("edi.queued");
    const { contract: gone } = await sent();
    expect(code(await order(await readContract(db, gone.id)))).toBe("edi.nothing_to_send");
  });
});

describe("what comes from ЭДиН", () => {
  test("read, then signed: the customer's steps, with the container as it came", async () => {
    const { contract, document, answer } = await sent();
    operator.deliver(
      `r-${document.id}`,
      messageAbout(document.documentId, "1251", "2026-04-16T09:00:00"),
      "2026-04-16T09:00:01",
    );
    expect(await receiveEdi(db, provider, later)).toEqual({ ok: true, value: 1 });
    expect(await readContract(db, contract.id)).toMatchObject({
      act: "received",
      acts: [{ receivedOn: "2026-04-16" }],
    });
    operator.deliver(`s-${document.id}`, answer(), "2026-04-16T14:00:00");
    await receiveEdi(db, provider, later);
    const after = await readContract(db, contract.id);
    expect(after).toMatchObject({ act: "signed", acts: [{ signedOn: "2026-04-16" }] });
    const fileId = after.acts[0]!.signedFileId!;
    const file = await inTenant(db, accountant, async (tx) => ({
      row: await findFile(tx, accountant, fileId),
      bytes: await fileBytes(tx, fileId),
    }));
    expect(file.bytes.toString()).toBe(answer());
    expect(file.row).toMatchObject({ kind: "signed-act", partyId: contract.partyId });
    expect(operator.state.waiting).toEqual([]);
  });

  test("a notice of change is a motivated refusal, in the receiver's words", async () => {
    const { contract, document } = await sent();
    operator.deliver(
      `c-${document.id}`,
      messageAbout(document.documentId, "2750", "2026-04-16", "Указан не тот портал"),
      "2026-04-16T09:00:01",
    );
    await receiveEdi(db, provider, later);
    expect(await readContract(db, contract.id)).toMatchObject({
      act: "refused",
      acts: [{ refusalReason: "Указан не тот портал" }],
    });
  });

  test("after the last silent day an answer counts by its own day, however late it was fetched (3.8)", async () => {
    const afterSilence = new Date("2026-04-27T00:00:20+03:00");
    const inTime = await sent();
    operator.deliver(`i-${inTime.document.id}`, inTime.answer(), "2026-04-16T14:00:00");
    const late = await sent();
    const notice = messageAbout(late.document.documentId, "2750", "2026-04-27", "Указан не тот портал");
    operator.deliver(`l-${late.document.id}`, notice, "2026-04-27T00:00:10");
    await receiveEdi(db, provider, afterSilence);
    expect(await readContract(db, inTime.contract.id)).toMatchObject({
      act: "signed",
      acts: [{ signedOn: "2026-04-16" }],
    });
    const [due] = (await readContract(db, late.contract.id)).acts;
    expect(due!.deemedDueOn! < "2026-04-27").toBe(true);
    expect(due!.status).toBe("sent");
    expect(await arrivals(late.contract.id)).toMatchObject([{ outcome: "waiting", code: "edi.silence_passed" }]);
    const counted = (on: string) => inTenant(db, accountant, (tx) => queueCounts(tx, asDay(on)));
    const before = await counted("2026-04-27");
    expect(before.ediArrivals).toBeGreaterThan(0);
    expect((await counted("2026-04-28")).ediArrivalsLate).toBe(before.ediArrivals);
  });

  test("the same delivery again, and four workers at once, take one step", async () => {
    const { contract, document, answer } = await sent();
    const deliver = () => operator.deliver(`t-${document.id}`, answer(), "2026-04-16T14:00:00");
    deliver();
    await Promise.allSettled(Array.from({ length: 4 }, () => receiveEdi(db, provider, later)));
    deliver();
    expect(await receiveEdi(db, provider, later)).toEqual({ ok: true, value: 0 });
    expect(await readContract(db, contract.id)).toMatchObject({ act: "signed", version: contract.version + 2 });
    expect(await arrivals(contract.id)).toHaveLength(1);
    expect(operator.state.waiting).toEqual([]);
  });

  test("killed between keeping and confirming: offered again, known, confirmed", async () => {
    const { contract, document, answer } = await sent();
    operator.deliver(`k-${document.id}`, answer(), "2026-04-16T14:00:00");
    const dying = { ...provider, confirm: () => Promise.reject(new Error("killed")) };
    await expect(receiveEdi(db, dying, later)).rejects.toThrow("killed");
    expect(await receiveEdi(db, provider, later)).toEqual({ ok: true, value: 0 });
    expect(await arrivals(contract.id)).toMatchObject([{ outcome: "taken", kind: "signed" }]);
    expect(operator.state.confirmed).toContain(`k-${document.id}`);
  });

  test("a cancellation without a word, an answer too late for another and a stranger's document wait for a person", async () => {
    const { contract, document, answer } = await sent();
    operator.deliver(`w-${document.id}`, answer("3"), "2026-04-16T14:00:00");
    operator.deliver(
      `u-${document.id}`,
      messageAbout(document.documentId.replace(/\d\d$/, "99"), "1251", "2026-04-16"),
      "",
    );
    operator.deliver(`x-${document.id}`, "<ORDERS/>", "");
    await receiveEdi(db, provider, later);
    expect(await readContract(db, contract.id)).toMatchObject({ act: "sent" });
    operator.deliver(`s-${document.id}`, answer(), "2026-04-16T14:00:00");
    operator.deliver(`2-${document.id}`, answer(), "2026-04-16T14:00:00");
    await receiveEdi(db, provider, later);
    const { waiting } = await inTenant(db, accountant, ediWork);
    const codes = waiting
      .filter(({ arrival }) => arrival.externalId.endsWith(document.id))
      .map(({ arrival }) => arrival.code);
    expect(codes.sort()).toEqual(["edi.already_answered", "edi.no_reason", "edi.type_unknown", "edi.unknown_document"]);
  });

  test("after the silence of 3.8 a signature is attached and undoes nothing", async () => {
    const { contract, document, answer } = await sent();
    await runClocks(db, new Date("2026-05-05T12:00:00+03:00"));
    expect(await readContract(db, contract.id)).toMatchObject({ act: "deemed" });
    operator.deliver(`l-${document.id}`, answer(), "2026-05-04T14:00:00");
    await receiveEdi(db, provider, new Date("2026-05-05T12:00:00+03:00"));
    expect(await readContract(db, contract.id)).toMatchObject({
      act: "deemed",
      acts: [{ lateSignedOn: "2026-04-16" }],
    });
  });
});

test("the walls: what was sent stays sent, a delivery is settled once and with words", async () => {
  const { document, answer } = await sent();
  expect(
    await inTenant(db, accountant, (tx) =>
      moveEdiDocument(tx, document.id, { state: "failed", failedAt: now, failure: "edi.withdrawn" }),
    ),
  ).toBe(false);
  const refused = { cause: { code: expect.stringMatching(/^(23001|42501|23514)$/) } };
  await expect(
    inTenant(db, accountant, (tx) =>
      tx.update(ediDocuments).set({ state: "queued", sentAt: null }).where(eq(ediDocuments.id, document.id)),
    ),
  ).rejects.toMatchObject(refused);
  operator.deliver(`z-${document.id}`, answer("3"), "");
  await receiveEdi(db, provider, later);
  const { waiting } = await inTenant(db, accountant, ediWork);
  const { id } = waiting.find(({ arrival }) => arrival.externalId === `z-${document.id}`)!.arrival;
  const settle = (note: string) =>
    inTenant(db, accountant, (tx) => settleArrival(tx, id, { settledAt: later, settledBy: accountant.userId, note }));
  await expect(settle("мало")).rejects.toMatchObject(refused);
  expect(await settle("Позвонили клиенту: подпишет заново")).toMatchObject({ outcome: "settled" });
  expect(await settle("Позвонили клиенту: подпишет заново")).toBeNull();
  await expect(
    inTenant(db, accountant, (tx) =>
      tx
        .update(ediArrivals)
        .set({ kind: "read" } as never)
        .where(eq(ediArrivals.id, id)),
    ),
  ).rejects.toMatchObject(refused);
  await expect(
    inTenant(db, { kind: "customer", partyId: crypto.randomUUID(), userId: crypto.randomUUID() }, (tx) =>
      tx.select().from(ediArrivals),
    ),
  ).rejects.toMatchObject(refused);
});
