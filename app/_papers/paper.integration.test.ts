import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, pay, placeOrder, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { verifiedPaper } from "#/db/queries/verified-paper.ts";
import { testDatabase } from "#/db/testing/database.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { paperFor, type StoredPaperKind } from "./paper.ts";

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
