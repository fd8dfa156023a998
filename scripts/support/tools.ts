import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import { ROOT } from "./files.ts";
import { runToEnd } from "./processes.ts";

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The browser of this machine, or undefined: Playwright then takes the one that it has downloaded itself. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...CHROMIUM].find((file) => file && fs.existsSync(file));
}

/** A real Chromium: found, else installed by apt when we are root, else downloaded by Playwright. */
export async function ensureChromium() {
  if (findChromium()) return;
  if (canInstall()) await aptInstall("chromium");
  if (findChromium()) return;
  const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  const { code, output } = await runToEnd(process.execPath, [cli, "install", "chromium"], { cwd: ROOT, quiet: true });
  if (code !== 0) throw new Error(`No Chromium: install one and set CHROMIUM_PATH.\n${output.slice(-2000)}`);
}

/** Programs that tests look at papers with; without root they are yours to install. */
export async function ensurePoppler() {
  if (spawnSync("pdftotext", ["-v"]).error === undefined) return;
  if (canInstall()) await aptInstall("poppler-utils");
  else console.log("  pdftotext is missing: install poppler-utils, or the tests of papers will fail");
}

const canInstall = () => process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");

async function aptInstall(name: string) {
  console.log(`  installing ${name}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () => runToEnd("apt-get", ["install", "-y", "--no-install-recommends", name], { env, quiet: true });
  // A fresh image has no package lists yet; one that has them need not fetch them again.
  if ((await install()).code === 0) return;
  await runToEnd("apt-get", ["update"], { env, quiet: true });
  const { code, output } = await install();
  if (code !== 0) throw new Error(`apt-get install ${name} failed:\n${output.slice(-2000)}`);
}
