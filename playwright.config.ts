import { defineConfig } from "@playwright/test";

import { findChromium } from "./scripts/support/tools.ts";

// `./run test e2e` starts a house of its own and names it in E2E_ORIGIN; by hand the tests knock at a running demo.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // One house, one movable clock: journeys follow one another.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.E2E_ORIGIN ?? "http://localhost:3000",
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
