import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { locales } from "#/lib/messages/locales.ts";
import { HeadsTable } from "./heads-table.tsx";
import { PackLink } from "./pack-link.tsx";

const root = "0f".repeat(32);
const head = { seq: 2, kind: "extra" as const, day: asDay("2026-04-15"), entries: 57, root };

it.each(locales)("shows each head whole, with its day and a button to copy it (%s)", (locale) => {
  const html = renderToStaticMarkup(<HeadsTable locale={locale} heads={[head]} />);
  expect(html).toContain(`>${root}<`);
  expect(html).toContain('<time dateTime="2026-04-15">15.04.2026</time>');
  expect(html).toMatch(/aria-label="[^"]*15\.04\.2026/);
  expect(html).not.toContain("style=");
  expect(renderToStaticMarkup(<HeadsTable locale={locale} heads={[]} />)).not.toContain("<table");
});

it("leads to the pack of its contract", () => {
  expect(renderToStaticMarkup(<PackLink locale="ru" contractId="c-1" />)).toContain('href="/api/contracts/c-1/pack"');
});
