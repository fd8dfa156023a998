import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { activate, makeParty, pay, placeOrder, sendAct } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { testDatabase } from "#/db/testing/database.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { paperFor, type StoredPaperKind } from "./paper.ts";

const { db, owner } = await testDatabase();
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
