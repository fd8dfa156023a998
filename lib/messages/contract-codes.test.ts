import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { PERMISSIONS } from "#/lib/access/permissions.ts";
import { errorWords, locales } from "./messages.ts";

/** Every code that a decision, an action or a wall of the database can answer with. */
const ROOMS = [
  "lib/contract/steps",
  "lib/contract",
  "lib/catalog",
  "lib/price-list",
  "app/_actions",
  "app/_payments",
  "app/_refunds",
  "lib/privacy",
  "lib/refund",
  "app/api/uploads",
  "app/api/statements",
];
const codes = new Set(
  ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.includes("test") && !file.startsWith("steps/"))
      .flatMap((file) => {
        const text = readFileSync(`${room}/${file}`, "utf8");
        return [...text.matchAll(/(?:code: |refuse\(\s*|message: |, )"((?:[a-z]+)\.[a-z_]+)"/g)].map(
          ([, code]) => code!,
        );
      }),
  ),
);

test.each(locales)("every refusal code has its own sentence in %s", (locale) => {
  const words = errorWords(locale);
  const unknown = words("no.such_code");
  expect(codes.size).toBeGreaterThan(40);
  // Sentences that need parameters get them all; a missing one would show its braces or throw.
  const params = {
    until: "2026-04-15",
    from: "2026-04-15",
    to: "2026-05-14",
    number: "1",
    clause: "3.6",
    sentOn: "2026-04-15",
    issuedOn: "2026-04-15",
    acceptedOn: "2026-04-15",
    portal: "p",
    months: 3,
    max: 5,
    min: 1,
    name: "f",
    limit: 1,
    allowed: "PDF",
    minutes: 5,
    line: 2,
    slug: "s",
    found: "f",
    head: "h",
    above: "5 000,00 BYN",
    over: "1,00 BYN",
  };
  const silent = [...codes].filter((code) => words(code, params) === unknown && !(code in PERMISSIONS));
  expect(silent).toEqual([]);
});
