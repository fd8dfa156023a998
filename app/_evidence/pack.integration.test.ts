import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

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

test("events hold ids, numbers and dates; people and addresses stand only in columns that can be erased", async () => {
  const { requisites, owner: person, accountant } = party;
  const hidden = [person.name, person.email, accountant.name, accountant.email, requisites.phone, requisites.email];
  const addresses = Object.entries(requisites).flatMap(([key, value]) =>
    /address|name/i.test(key) && typeof value === "string" ? [value] : [],
  );
  const rows = await owner`select step, data::text as data from evidence`;
  for (const { step, data } of rows)
    for (const text of [...hidden, ...addresses]) expect(data, step).not.toContain(JSON.stringify(text).slice(1, -1));
});

test("a pack keeps the addresses of the house's people closed and still verifies", async () => {
  const { files } = await readZip((await packOf(party.owner))!);
  const [, events] = [...files].find(([name]) => name.endsWith("-events.json"))!;
  const { entries } = JSON.parse(Buffer.from(events).toString()) as { entries: Record<string, unknown>[] };
  const staffs = entries.filter(({ actorKind }) => actorKind === "staff");
  expect(staffs.length).toBeGreaterThan(0);
  for (const entry of staffs) expect(entry).toMatchObject({ address: null, browser: null });
  expect(entries.some(({ salt }) => salt !== undefined)).toBe(false);
});

test("the command line packs, verifies and names what was changed", async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), "office-"));
  const zip = path.join(dir, "pack.zip");
  try {
    expect(await office("contract", "pack", contract.id, "--out", zip)).toMatchObject({
      code: 0,
      answer: { ok: true },
    });
    expect(await office("evidence", "verify", zip)).toMatchObject({ code: 0, answer: { ok: true, problems: [] } });
    const bytes = await readFile(zip);
    bytes[bytes.indexOf('"step": "place-order"') + 10]! ^= 1;
    await writeFile(zip, bytes);
    const { code, answer } = await office("evidence", "verify", zip);
    expect(code).toBe(1);
    expect(answer.problems).toContainEqual({
      file: expect.stringMatching(/events\.json$/),
      event: `contract:${contract.id}#1`,
      what: "hash",
    });
    const heads = await owner`select root from evidence_seals order by seq desc limit 1`;
    const all = await office("evidence", "verify", "--all", "--head", heads[0]!.root);
    expect(all).toMatchObject({ code: 0, answer: { ok: true, problems: [] } });
    const unknown = await office("evidence", "verify", "--all", "--head", "0".repeat(64));
    expect(unknown).toMatchObject({ code: 1, answer: { problems: [{ what: "head-unknown" }] } });
    expect((await office("contract", "pack", crypto.randomUUID(), "--out", zip)).code).toBe(1);
  } finally {
    await rm(dir, { recursive: true });
  }
}, 60_000);

/** The real process, as the launcher starts it. */
async function office(...args: string[]) {
  const file = fileURLToPath(new URL("../_office/office.ts", import.meta.url));
  return new Promise<{ code: number; answer: { ok: boolean; problems: unknown[] } }>((done, broke) => {
    execFile(process.execPath, ["--conditions=react-server", file, ...args, "--json"], (error, stdout, stderr) => {
      const code = error ? Number(error.code) : 0;
      try {
        done({ code, answer: { ok: code === 0, ...JSON.parse(stdout) } });
      } catch {
        broke(new Error(stderr));
      }
    });
  });
}
