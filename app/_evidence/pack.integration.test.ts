import { createHash } from "node:crypto";

import { expect, test } from "vitest";
import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { sealDays } from "#/app/_jobs/seal-evidence.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, makeStaff, pay, placeOrder, sendAct, signAct } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { readZip, verifyPack } from "#/lib/evidence/verifier/verifier.mjs";
import { evidencePack } from "./pack.ts";
import { verifyLog } from "./verify-log.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => new Date(`2026-04-${day}T10:00:00+03:00`);
const made = { now: at("20"), origin: "https://shop.example" };

const party = await makeParty(db, "legalEntity", { now: at("14") });
const stranger = await makeParty(db, "legalEntity", { now: at("14") });
const staff = await makeStaff(db, "lawyer", { now: at("14") });
const lived = async (of: typeof party) => {
  const paid = await pay(db, await placeOrder(db, of, [{}, {}], { now: at("14") }), { now: at("15") });
  const sent = await sendAct(db, await activate(db, paid, { now: at("16") }), { now: at("17") });
  return signAct(db, of, sent, { now: at("17") });
};
const contract = await lived(party);
const other = await lived(stranger);
while (await doNextMessage(db));
await sealDays(db, at("20"));

async function packOf(actor: Parameters<typeof evidencePack>[1], id = contract.id, how = made) {
  const pack = await evidencePack(db, actor, id, how);
  if (!pack) return null;
  const parts: Uint8Array[] = [];
  for await (const part of pack.bytes) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

test("the pack is whole, in order, and verifies", async () => {
  const bytes = (await packOf(party.owner))!;
  const found = await verifyPack(bytes);
  expect(found).toMatchObject({ ok: true, repacked: false, problems: [] });
  const { files } = await readZip(bytes);
  const names = [...files.keys()];
  for (const kind of ["contract", "edition", "invoice", "payment", "activation", "act", "signed-act", "mail", "mails"])
    expect(
      names.some((name) => new RegExp(`^\\d{3}-${kind}[-.]`).test(name)),
      kind,
    ).toBe(true);
  expect(names.slice(-5).map((name) => name.replace(/^\d+-/, ""))).toEqual([
    "chronology.pdf",
    "events.json",
    "seals.json",
    "manifest.json",
    "manifest.sha256",
  ]);
  expect(found.entries).toBeGreaterThan(10);
});

test("the same content is the same bytes, but for the moment in the manifest", async () => {
  const [one, two] = [await packOf(party.owner), await packOf(staff)];
  expect(Buffer.compare(one!, two!)).toBe(0);
  const later = await readZip((await packOf(party.owner, contract.id, { ...made, now: at("21") }))!);
  const { files } = await readZip(one!);
  const changed = [...files].filter(([name, bytes]) => Buffer.compare(bytes, later.files.get(name)!) !== 0);
  expect(changed.map(([name]) => name)).toEqual(["manifest.json", "manifest.sha256"]);
});

test("a stranger's contract is as missing as one that never was", async () => {
  expect(await packOf(stranger.owner)).toBeNull();
  expect(await packOf(party.owner, crypto.randomUUID())).toBeNull();
});

test("nothing of another customer is inside", async () => {
  const { files } = await readZip((await packOf(party.owner))!);
  const all = [...files].map(([, bytes]) => Buffer.from(bytes).toString("utf8")).join("\n");
  for (const secret of [stranger.id, other.id, stranger.owner.userId, stranger.owner.email, other.invoices[0]!.number])
    expect(all).not.toContain(secret);
});

test("drawn papers are in the log by their hash, and the whole log verifies with its seals", async () => {
  const { files } = await readZip((await packOf(party.owner))!);
  const [, invoice] = [...files].find(([name]) => name.includes("-invoice-"))!;
  const hash = createHash("sha256").update(invoice).digest("hex");
  const entries = await owner`select data from evidence where step = 'draw-paper' and data->>'sha256' = ${hash}`;
  expect(entries).toHaveLength(1);
  expect(await verifyLog(db)).toMatchObject({ ok: true, problems: [] });
});
