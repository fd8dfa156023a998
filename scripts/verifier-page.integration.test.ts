import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "@playwright/test";
import { afterAll, expect, test } from "vitest";

import { packed, samplePack } from "#/lib/evidence/testing/pack.ts";
import { verifyHtml } from "#/lib/evidence/verifier/page.ts";
import { readZip } from "#/lib/evidence/verifier/verifier.mjs";
import { findChromium } from "./support/tools.ts";

// A stranger's machine: the page from a disk, no network, no server of ours.
const dir = await mkdtemp(path.join(os.tmpdir(), "pack-"));
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ["--no-sandbox"],
});
afterAll(async () => {
  await browser.close();
  await rm(dir, { recursive: true });
});

const pack = await samplePack();
const files = [...(await readZip(pack)).files].map(([name, bytes]) => ({ name, bytes }));
const bad = files.map((file) =>
  file.name === "002-invoice.txt" ? { ...file, bytes: Buffer.from("Другой счёт") } : file,
);
const put = async (name: string, bytes: Uint8Array) => {
  const file = path.join(dir, name);
  await writeFile(file, bytes);
  return file;
};
const html = await put("verify.html", Buffer.from(verifyHtml()));
const context = await browser.newContext({ offline: true });
const page = await context.newPage();
const complaints: string[] = [];
page.on("console", (message) => void complaints.push(message.text()));
page.on("pageerror", (error) => void complaints.push(String(error)));

async function verdictOn(...chosen: string[]) {
  await page.goto(pathToFileURL(html).href);
  await page.getByLabel("Перетащите сюда архив ZIP").setInputFiles(chosen);
  await page.locator("#verdict").waitFor();
  return page.locator("main").textContent();
}

test("the verifier opened from a disk says that a good pack is good", async () => {
  expect(await verdictOn(await put("good.zip", pack))).toMatch(/^Пакет цел/);
  const loose = await Promise.all(files.map(({ name, bytes }) => put(name, bytes)));
  expect(await verdictOn(...loose)).toMatch(/^Пакет цел/);
});

test("and names the file that was altered", async () => {
  const said = await verdictOn(await put("bad.zip", await packed(bad)));
  expect(said).toMatch(/^Найдены изменения: 1/);
  expect(said).toContain("002-invoice.txt");
  expect(said).toContain("файл изменён");
  expect(await verdictOn(await put("broken.zip", pack.slice(0, 5000)))).toMatch(/^Найдены изменения/);
  expect(complaints).toEqual([]);
});
