import { createHash } from "node:crypto";

import { describe, expect, test } from "vitest";

import { runClocks } from "#/app/_jobs/clocks.ts";
import { workOnScans } from "#/app/_jobs/scans.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { paperFor } from "#/app/_papers/paper.ts";
import {
  activate,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  readContract,
  sendAct,
  signAct,
} from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { findStack, pagesOfStack } from "#/db/queries/scans.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { Gray } from "#/lib/scans/gray.ts";
import { grayPng } from "#/lib/scans/gray.ts";
import { openPdf } from "#/lib/scans/open-pdf.ts";
import { readCodes } from "#/lib/scans/read-codes.ts";
import { asScanned, scannedPdf } from "#/lib/scans/testing/scanner.ts";
import { fileByHand, putAside } from "./by-hand.ts";
import { closeStack, openStack } from "./stacks.ts";

const { db, appUrl } = await testDatabase();
testEnv(appUrl);
const accountant = await makeStaff(db, "accountant");
const SYSTEM = { kind: "system", job: "fixture" } as const;

const longAgo = new Date("2026-04-01T12:00:00+03:00");
const sentAt = new Date("2026-04-15T12:00:00+03:00");
const scannedAt = new Date("2026-04-17T12:00:00+03:00");
const who = { actor: accountant, origin: NO_ORIGIN, now: scannedAt };
const asStaff = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(db, accountant, work);

/** A person's act that went by post, and its sheets as they come out of a printer. */
async function posted(lines = 1, now = sentAt) {
  const party = await makeParty(db, "individual");
  const at = { now };
  const order = await placeOrder(
    db,
    party,
    Array.from({ length: lines }, () => ({})),
    at,
  );
  const contract = await sendAct(db, await activate(db, await pay(db, order, at), at), at);
  return { party, contract, number: contract.acts[0]!.number, sheets: await sheetsOf("act", contract.acts[0]!.id) };
}

async function sheetsOf(kind: "act" | "invoice", id: string, dpi = 150): Promise<Gray[]> {
  const bytes = await inTenant(db, SYSTEM, async (tx) =>
    fileBytes(tx, (await paperFor(tx, SYSTEM, sentAt, kind, id))!.id),
  );
  const pdf = await openPdf(bytes);
  if (!pdf.ok) throw new Error(pdf.error);
  const sheets = [];
  for (let page = 1; page <= pdf.value.pages; page++) sheets.push(await pdf.value.render(page, dpi));
  pdf.value.close();
  return sheets;
}

async function upload(bytes: Uint8Array, mediaType = "application/pdf") {
  const file = await asStaff((tx) =>
    insertFile(tx, accountant, scannedAt, { partyId: null, kind: "scan", name: "scan", mediaType, bytes }),
  );
  return file!.id;
}
async function stackOf(...fileIds: string[]): Promise<string> {
  const opened = await asStaff((tx) => openStack(tx, { fileIds, signedOn: asDay("2026-04-16") }, who));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.href.split("/").at(-1)!;
}
const stackNow = (id: string) => asStaff(async (tx) => (await findStack(tx, id))!);
const pagesNow = (id: string) => asStaff(async (tx) => (await pagesOfStack(tx, id)).map(({ page }) => page));
const troubles = async (id: string) =>
  Object.fromEntries(
    (await pagesNow(id)).flatMap(({ position, trouble, code }) => (trouble ? [[position, code ?? trouble]] : [])),
  );
const close = async (id: string, word: "file" | "cancel") => {
  const { version } = await stackNow(id);
  return asStaff((tx) => closeStack(tx, { stackId: id, version }, word, who));
};
async function work() {
  while (await workOnScans(db));
}
const scan = (sheet: Gray, seed: number, dpi = 150) => ({
  picture: asScanned(sheet, { angle: [0, 180, 2, -3, 90, 1][seed % 6]!, specks: 0.002, seed: seed + 1 }),
  dpi,
});
const blank = (): Gray => ({ width: 1240, height: 1754, data: new Uint8Array(1240 * 1754).fill(255) });

describe("a stack of thirty pages", () => {
  test("is read, filed and what nobody could read waits; the stack itself stays as it came", {
    timeout: 600_000,
  }, async () => {
    const single = [];
    for (let n = 0; n < 18; n += 6) single.push(...(await Promise.all(Array.from({ length: 6 }, () => posted()))));
    const double = await posted(10);
    const torn = await posted(10);
    const [signedBefore, late] = [await posted(), await posted(1, longAgo)];
    await signAct(db, signedBefore.party, signedBefore.contract, { now: scannedAt });
    const invoice = await sheetsOf("invoice", double.contract.invoices[0]!.id);
    expect([double.sheets.length, torn.sheets.length]).toEqual([2, 2]);

    // 1–18 acts of a page; 19–20 one of two, its second page first; 21 a torn one; 22 a copy; 23 signed; 24 late; 25 an invoice;
    // 26 noise; 27 an empty sheet; 28 a sheet with its foot cut off; 29–30 two more acts at 300 dpi.
    const fine = [await posted(), await posted()];
    const cut = { ...single[0]!.sheets[0]!, data: single[0]!.sheets[0]!.data.slice() };
    cut.data.fill(255, Math.floor(cut.data.length * 0.85));
    const sheets = [
      ...single.map(({ sheets }) => sheets[0]!),
      double.sheets[1]!,
      double.sheets[0]!,
      torn.sheets[0]!,
      single[4]!.sheets[0]!,
      signedBefore.sheets[0]!,
      late.sheets[0]!,
      invoice[0]!,
      asScanned(blank(), { specks: 0.02, seed: 9 }),
      blank(),
      cut,
    ].map((sheet, at) => scan(sheet, at));
    for (const { contract } of fine)
      sheets.push(scan((await sheetsOf("act", contract.acts[0]!.id, 300))[0]!, sheets.length, 300));
    expect(sheets).toHaveLength(30);
    const bytes = await scannedPdf(sheets);
    const fileId = await upload(bytes);
    const id = await stackOf(fileId);

    const before = process.memoryUsage().rss;
    await work();
    expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024);
    expect(await stackNow(id)).toMatchObject({ state: "ready", pages: 30 });
    expect(await troubles(id)).toEqual({
      21: "incomplete",
      22: "twice",
      25: "foreign",
      26: "unreadable",
      27: "unreadable",
      28: "unreadable",
    });
    // Nothing is filed before a person's word.
    expect(await readContract(db, single[0]!.contract.id)).toMatchObject({ act: "sent" });

    // The silence of one act ends between the reading and the word.
    await runClocks(db, scannedAt);
    const deemed = (await readContract(db, late.contract.id)).act;
    expect(deemed).toBe("deemed");
    expect((await close(id, "file")).ok).toBe(true);
    await work();
    expect(await stackNow(id)).toMatchObject({ state: "filed", closedBy: accountant.userId });
    expect(await troubles(id)).toMatchObject({ 23: "step.not_allowed" });
    expect(await readContract(db, late.contract.id)).toMatchObject({
      act: "deemed",
      acts: [{ lateSignedOn: "2026-04-16" }],
    });

    for (const { contract } of [...single, double, ...fine])
      expect(await readContract(db, contract.id)).toMatchObject({ act: "signed", acts: [{ signedOn: "2026-04-16" }] });
    expect(await readContract(db, torn.contract.id)).toMatchObject({ act: "sent" });
    const signedFileId = (await readContract(db, double.contract.id)).acts[0]!.signedFileId!;
    const copy = await asStaff(async (tx) => ({
      row: await findFile(tx, accountant, signedFileId),
      bytes: await fileBytes(tx, signedFileId),
    }));
    expect(copy.row).toMatchObject({ kind: "signed-act", partyId: double.party.id, mediaType: "application/pdf" });
    const pdf = await openPdf(copy.bytes);
    if (!pdf.ok) throw new Error(pdf.error);
    expect(pdf.value.pages).toBe(2);
    // In the order of the act, not of the stack.
    for (const page of [1, 2])
      expect((await readCodes(await pdf.value.render(page, 200)))[0]).toMatch(new RegExp(`p=${page}-2$`));
    pdf.value.close();

    const kept = await asStaff((tx) => fileBytes(tx, fileId));
    expect(createHash("sha256").update(kept).digest("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

test("a stack cancelled while it is read, or before its word, files nothing", async () => {
  const act = await posted();
  const id = await stackOf(await upload(await scannedPdf([scan(act.sheets[0]!, 0)])));
  const { version } = await stackNow(id);
  expect((await close(id, "cancel")).ok).toBe(true);
  await work();
  expect(await stackNow(id)).toMatchObject({ state: "cancelled" });
  expect(await asStaff((tx) => closeStack(tx, { stackId: id, version }, "file", who))).toMatchObject({ ok: false });
  expect(await readContract(db, act.contract.id)).toMatchObject({ act: "sent" });
});

test("photographs are pages; a worker killed in the middle goes on where it was", async () => {
  const [one, two] = [await posted(), await posted()];
  const photo = (act: typeof one, seed: number) => upload(grayPng(scan(act.sheets[0]!, seed).picture), "image/png");
  const id = await stackOf(await photo(one, 2), await photo(two, 4));
  const stop = new AbortController();
  stop.abort();
  await workOnScans(db, stop.signal);
  expect(await stackNow(id)).toMatchObject({ state: "reading", pages: 2 });
  await work();
  await close(id, "file");
  await workOnScans(db, stop.signal);
  expect(await stackNow(id)).toMatchObject({ state: "filing" });
  await Promise.all([work(), work()]);
  expect(await stackNow(id)).toMatchObject({ state: "filed" });
  for (const { contract } of [one, two])
    expect(await readContract(db, contract.id)).toMatchObject({ act: "signed", version: contract.version + 1 });
});

test("a person files by number what nobody could read, puts aside the rest, and each page goes one way", async () => {
  const act = await posted();
  const id = await stackOf(
    await upload(await scannedPdf([blank(), blank(), blank()].map((picture) => ({ picture, dpi: 150 })))),
  );
  await work();
  const byHand = (positions: string, number = act.number) =>
    asStaff((tx) => fileByHand(tx, { stackId: id, positions, number, signedOn: asDay("2026-04-16") }, who));
  expect(await byHand("1, 2", "26-999999-9")).toMatchObject({
    ok: false,
    error: { fields: { number: { code: "scan.no_such_act" } } },
  });
  expect(await byHand("4")).toMatchObject({ ok: false, error: { fields: { positions: { code: "scan.positions" } } } });
  const filed = await byHand("1-2");
  if (!filed.ok) throw new Error(filed.error.code);
  expect(await readContract(db, act.contract.id)).toMatchObject({
    act: "signed",
    acts: [{ signedFileId: filed.value.fileId }],
  });
  expect(await byHand("2-3")).toMatchObject({
    ok: false,
    error: { fields: { positions: { code: "scan.not_waiting" } } },
  });
  const aside = { stackId: id, positions: "3", note: "Пустой оборот последнего листа" };
  expect(await asStaff((tx) => putAside(tx, aside, who))).toMatchObject({ ok: true });
  expect(await asStaff((tx) => putAside(tx, aside, who))).toMatchObject({ ok: false });
  expect((await close(id, "file")).ok).toBe(true);
  await work();
  expect(await stackNow(id)).toMatchObject({ state: "filed" });
});

test("a file that is no PDF inside, another's file and the same one twice are no stack", async () => {
  const broken = await stackOf(await upload(new TextEncoder().encode("%PDF-1.7\nsomething else\n%%EOF")));
  await work();
  expect(await stackNow(broken)).toMatchObject({ state: "broken", code: "scan.broken" });
  const fileId = await upload(await scannedPdf([{ picture: blank(), dpi: 150 }]));
  const stranger = await makeStaff(db, "accountant");
  const open = (fileIds: string[], actor = accountant) =>
    inTenant(db, actor, (tx) => openStack(tx, { fileIds, signedOn: asDay("2026-04-16") }, { ...who, actor }));
  expect(await open([fileId], stranger)).toMatchObject({ ok: false, error: { code: "file.not_found" } });
  expect(await open([fileId, fileId])).toMatchObject({ ok: false, error: { code: "scan.twice" } });
  expect((await open([fileId])).ok).toBe(true);
});
