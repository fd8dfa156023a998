import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  activate,
  correctAct,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  refuseAct,
  sendAct,
} from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { postalLettersOf } from "#/db/queries/postal-letters.ts";
import { verifiedPaper } from "#/db/queries/verified-paper.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertCase } from "#/db/writes/force-majeure.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { declareCase } from "#/lib/contract/steps/force-majeure.ts";
import { noticeId, paperFor, type StoredPaperKind } from "./paper.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-22T10:00:00+03:00");
const ask = (actor: CustomerActor, kind: StoredPaperKind, id: string) =>
  inTenant(db, tenantOf(actor), (tx) => paperFor(tx, actor, now, kind, id));

const party = await makeParty(db, "legalEntity", { now });
const stranger = await makeParty(db, "legalEntity", { now });
const contract = await sendAct(
  db,
  await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
  { now },
);
const invoiceId = contract.invoices[0]!.id;
const actId = contract.acts[0]!.id;

test("ten who ask at once get one paper, whole and as it was hashed", async () => {
  const papers = await Promise.all(Array.from({ length: 10 }, () => ask(party.owner, "invoice", invoiceId)));
  expect(new Set(papers.map((paper) => paper?.id)).size).toBe(1);
  const paper = papers[0]!;
  expect(paper).toMatchObject({
    kind: "invoice",
    documentId: invoiceId,
    partyId: party.id,
    mediaType: "application/pdf",
  });
  const bytes = await inTenant(db, tenantOf(party.owner), (tx) => fileBytes(tx, paper.id));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(paper.sha256);
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await owner`select 1 from files where document_id = ${invoiceId}`).toHaveLength(1);
});

test("a stranger's paper is as missing as one that never was", async () => {
  await ask(party.owner, "act", actId);
  for (const kind of ["invoice", "act"] as const) {
    const id = kind === "act" ? actId : invoiceId;
    expect(await ask(stranger.owner, kind, id)).toBeNull();
    expect(await ask(stranger.owner, kind, crypto.randomUUID())).toBeNull();
  }
});

test("there is no protocol of a silence that did not happen", async () => {
  expect(await ask(party.owner, "deemed-protocol", actId)).toBeNull();
});

test("whoever holds the code or the bytes learns what lets them compare, and nobody learns more", async () => {
  const paper = (await ask(party.owner, "invoice", invoiceId))!;
  const invoice = contract.invoices[0]!;
  const byCode = await verifiedPaper(db, paper.paperCode!);
  expect(byCode).toEqual({
    kind: "invoice",
    code: paper.paperCode,
    sha256: paper.sha256,
    size: paper.size,
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    total: String(invoice.total),
    account: invoice.frozen.seller.bank.iban,
    status: "paid",
    validUntil: invoice.validUntil,
    replacedBy: null,
  });
  expect(await verifiedPaper(db, paper.sha256)).toEqual(byCode);
  expect(JSON.stringify(byCode)).not.toContain(invoice.frozen.buyer.fullName);
  for (const asked of ["000000000000", "", "'; drop", "f".repeat(64)])
    expect(await verifiedPaper(db, asked)).toBeNull();

  const act = (await ask(party.owner, "act", actId))!;
  expect(await verifiedPaper(db, act.paperCode!)).toMatchObject({ kind: "act", status: "sent", account: null });
  expect(act.paperCode).not.toBe(paper.paperCode);
});

test("a paper that was drawn before codes is found by its bytes alone", async () => {
  const old = await placeOrder(db, party, [{}], { now });
  const paper = (await ask(party.owner, "invoice", old.invoices[0]!.id))!;
  await owner`update files set paper_code = null, paper_facts = null where id = ${paper.id}`;
  expect(await verifiedPaper(db, paper.sha256)).toMatchObject({
    code: null,
    number: old.invoices[0]!.number,
    total: String(old.invoices[0]!.total),
    account: old.invoices[0]!.frozen.seller.bank.iban,
  });
});

test("nobody can list papers, and no role may change a code", async () => {
  await expect(db.execute("select paper_code from files")).rejects.toMatchObject({ cause: { code: "42501" } });
  for (const tenant of [tenantOf(party.owner), { kind: "staff", userId: "x" }, { kind: "system", job: "x" }] as const) {
    await expect(inTenant(db, tenant, (tx) => tx.execute("update files set paper_code = null"))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    await expect(inTenant(db, tenant, (tx) => tx.execute("select verified_paper('x')"))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  }
});

test("a refused act has its letter for ever, and the corrected act says by which number it was replaced", async () => {
  const lived = await sendAct(
    db,
    await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
    { now },
  );
  const first = lived.acts[0]!.id;
  expect(await ask(party.owner, "refusal-letter", first)).toBeNull();
  const refused = await refuseAct(db, party, lived, { now });
  const letter = (await ask(party.owner, "refusal-letter", first))!;
  expect(letter.templateVersion).toBe("refusal-letter/1");
  expect(await ask(stranger.owner, "refusal-letter", first)).toBeNull();
  const act = (await ask(party.owner, "act", first))!;
  expect(await verifiedPaper(db, act.paperCode!)).toMatchObject({ status: "refused", replacedBy: null });

  const corrected = await correctAct(db, refused, { now });
  const next = corrected.acts.find(({ id }) => id !== first)!;
  expect(await verifiedPaper(db, act.paperCode!)).toMatchObject({ status: "replaced", replacedBy: next.number });
  expect((await ask(party.owner, "refusal-letter", first))!.id).toBe(letter.id);
});

test("letters of a day: acts by post, sent on it or waiting, one envelope for each customer", async () => {
  const person = await makeParty(db, "individual", { now });
  const twice = [];
  for (let count = 0; count < 2; count++)
    twice.push(await activate(db, await pay(db, await placeOrder(db, person, [{}], { now }), { now }), { now }));
  const sent = await sendAct(db, twice[0]!, { now });
  const letters = await inTenant(db, { kind: "system", job: "test" }, (tx) => postalLettersOf(tx, asDay("2026-04-22")));
  const theirs = letters.filter(({ buyer }) => buyer.kind === "individual");
  expect(theirs.flatMap(({ acts }) => acts.map(({ number }) => number)).sort()).toEqual(
    [...twice[1]!.acts, ...sent.acts].map(({ number }) => number).sort(),
  );
  expect(letters.every(({ buyer }) => buyer.kind !== "legalEntity")).toBe(true);
  const before = await inTenant(db, { kind: "system", job: "test" }, (tx) => postalLettersOf(tx, asDay("2026-04-21")));
  expect(before).toEqual([]);
});

test("each customer whom a circumstance touches has a notice of its own, and nobody else's", async () => {
  const lawyer = await makeStaff(db, "lawyer", { now });
  const [mine, theirs] = [
    await pay(db, await placeOrder(db, party, [{}], { now }), { now }),
    await pay(db, await placeOrder(db, stranger, [{}], { now }), { now }),
  ];
  const said = {
    kind: "strike" as const,
    from: "2026-04-22",
    expectedTo: "2026-05-04",
    description: "Банк не проводит платежи",
  };
  const declared = declareCase(said, 10, { today: asDay("2026-04-22") });
  if (!declared.ok) throw new Error(declared.error.code);
  const caseId = crypto.randomUUID();
  const whole = { ...declared.value, scope: "all" as const, contracts: [], fileId: null };
  await inTenant(db, tenantOf(lawyer), (tx) =>
    insertCase(tx, caseId, whole, { actor: lawyer, origin: NO_ORIGIN, now }),
  );
  const notice = async (actor: CustomerActor, contractId: string) =>
    ask(actor, "force-majeure-notice", noticeId(contractId, caseId));
  const [own, others] = [await notice(party.owner, mine.id), await notice(stranger.owner, theirs.id)];
  expect(own?.partyId).toBe(party.id);
  expect(others?.partyId).toBe(stranger.id);
  expect(own?.sha256).not.toBe(others?.sha256);
  expect((await notice(party.owner, mine.id))?.id).toBe(own?.id);
  expect(await notice(party.owner, theirs.id)).toBeNull();
  expect(await ask(party.owner, "force-majeure-notice", noticeId(mine.id, crypto.randomUUID()))).toBeNull();
  expect(await verifiedPaper(db, own!.paperCode!)).toMatchObject({
    kind: "force-majeure-notice",
    total: null,
    status: null,
  });
  // What was concluded after the circumstance began is not touched by it (5.1).
  const later = new Date("2026-04-23T10:00:00+03:00");
  const after = await pay(db, await placeOrder(db, party, [{}], { now: later }), { now: later });
  expect(await notice(party.owner, after.id)).toBeNull();
});
