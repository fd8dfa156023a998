import { createHash, randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";

import fc from "fast-check";
import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import * as chain from "../chain.ts";
import { ERASE, erasedWords } from "../erased.ts";
import { alterPack, samplePack } from "../testing/pack.ts";
import { zipped } from "../zip.ts";
import { verifyHtml } from "./page.ts";
import { canonicalJson, readZip, sha256, verifyFiles, verifyPack } from "./verifier.mjs";

test("its SHA-256 and canonical JSON are those of the writer, although written twice", () => {
  for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 4096]) {
    const bytes = randomBytes(size);
    expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
  fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === chain.canonicalJson(value)));
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => sha256(text) === chain.sha256(text)));
});

test("a good pack is good, from the archive and from loose files", async () => {
  const pack = await samplePack();
  const found = await verifyPack(pack);
  expect(found).toMatchObject({ ok: true, repacked: false, entries: 6, problems: [] });
  expect(verifyFiles((await readZip(pack)).files)).toMatchObject({ ok: true, head: found.head });
});

test("200 random alterations of the archive are all found and named", async () => {
  const pack = await samplePack();
  for (let seed = 0; seed < 200; seed++) {
    const { what, bytes, file } = await alterPack(pack, seed);
    const { ok, repacked, problems } = await verifyPack(bytes);
    expect(ok && !repacked, `${seed} ${what}`).toBe(false);
    if (file)
      expect(
        problems.map((problem) => problem.file),
        `${seed} ${what}`,
      ).toContain(file);
  }
});

test("whoever makes the manifest anew is betrayed by the log, whoever makes the log anew by the seal", async () => {
  const { files } = await readZip(await samplePack());
  const again = (change: Map<string, string>) => {
    const altered = new Map(files);
    for (const [name, content] of change) altered.set(name, Buffer.from(content));
    const manifest = JSON.parse(Buffer.from(files.get("manifest.json")!).toString());
    for (const one of manifest.files) {
      one.sha256 = sha256(altered.get(one.name)!);
      one.size = altered.get(one.name)!.length;
    }
    const entries = JSON.parse(Buffer.from(altered.get("003-events.json")!).toString()).entries;
    manifest.chain.head = entries.findLast((entry: { chain: string }) => entry.chain === manifest.chain.name).hash;
    altered.set("manifest.json", Buffer.from(JSON.stringify(manifest)));
    altered.set("manifest.sha256", Buffer.from(`${sha256(altered.get("manifest.json")!)}  manifest.json\n`));
    return verifyFiles(altered).problems;
  };
  expect(again(new Map())).toEqual([]);
  expect(again(new Map([["001-act.txt", "Другой акт"]]))).toEqual([
    { file: "003-events.json", event: "contract:0#3", what: "unanchored" },
  ]);
  const log = JSON.parse(Buffer.from(files.get("003-events.json")!).toString());
  log.entries[5].step = "forged";
  log.entries[5].hash = chain.entryHash(log.entries[5].prevHash, log.entries[5]);
  expect(again(new Map([["003-events.json", JSON.stringify(log)]]))).toEqual([
    { file: "004-seals.json", event: "contract:0#6", what: "path" },
  ]);
});

test("an erased name verifies with the erasure beside it; taken out or replaced it is found", async () => {
  const { files } = await readZip(await samplePack());
  const problems = (change: Record<string, unknown>, erasure?: Record<string, unknown>) => {
    const log = JSON.parse(Buffer.from(files.get("003-events.json")!).toString());
    Object.assign(log.entries[1], change);
    if (erasure) log.entries.push({ chain: "privacy:1", step: ERASE, data: erasure });
    const altered = new Map(files).set("003-events.json", Buffer.from(JSON.stringify(log)));
    return verifyFiles(altered).problems.filter(({ event }) => event === "contract:0#2");
  };
  const found = (what: string) => [{ file: "003-events.json", event: "contract:0#2", what }];
  const gone = { actorName: erasedWords(asDay("2027-03-12")), address: null, browser: null, salts: {} };
  expect(problems(gone, { userId: "u", erasedOn: "2027-03-12" })).toEqual([]);
  expect(problems(gone)).toEqual(found("unfounded"));
  expect(problems(gone, { userId: "u", erasedOn: "2027-03-13" })).toEqual(found("unfounded"));
  expect(problems({ ...gone, actorName: null })).toEqual(found("unfounded"));
  expect(problems({ actorName: "О. Другой" })).toEqual(found("personal"));
});

test("an archive that another program packed again is good and says so", async () => {
  const { files } = await readZip(await samplePack());
  const small = new Map([...files].map(([name, bytes]) => [name, deflateRawSync(bytes)]));
  const parts: Uint8Array[] = [];
  const list = [...small].map(([name, bytes]) => ({ name, bytes }));
  for await (const part of zipped(list)) parts.push(part);
  const zip = Buffer.concat(parts);
  // The writer knows no deflate: turn its method and sizes into what such a program writes.
  for (let at = 0; at < zip.length - 4; at++) {
    const kind = zip.readUInt32LE(at);
    if (kind !== 0x02014b50) continue;
    const size = zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 46, at + 46 + size).toString();
    zip.writeUInt16LE(8, at + 10);
    zip.writeUInt32LE(files.get(name)!.length, at + 24);
  }
  expect(await verifyPack(zip)).toMatchObject({ ok: true, repacked: true, problems: [] });
});

test("what is no archive is refused", async () => {
  for (const bytes of [new Uint8Array(), randomBytes(5000), Buffer.from("PK")])
    expect((await verifyPack(bytes)).ok).toBe(false);
});

test("the page is one file that asks nothing of the network", () => {
  const html = verifyHtml();
  expect(html).not.toMatch(/\/\* (verifier|page)\.mjs \*\/|^export |^import /m);
  expect(html).not.toMatch(/(?:src|href)=|fetch\(|https?:/);
  expect(html.match(/<script/g)).toHaveLength(1);
});
