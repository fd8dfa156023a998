import path from "node:path";
import { defineConfig } from "@playwright/test";

import { findChromium } from "./scripts/support/tools.ts";

/** One house per worker: each has its own database and its own movable clock. */
const houses = (process.env.E2E_STACK ?? "").split(path.delimiter).filter(Boolean).length;

// `./run test e2e` starts the houses and names them in E2E_STACK.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/traces",
  workers: Math.max(1, houses),
  // Tests of one file follow one another in one house.
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "ru-BY",
    timezoneId: "Europe/Minsk",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        // Chromium has no sandbox for root, and CI containers run as root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
