import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { type AtomFeed, atomFeed } from "./atom.ts";
import { canonicalText } from "./canonical.ts";
import { walk } from "./edition.ts";
import { editionJson } from "./edition-json.ts";
import { editionSha256 } from "./hash.ts";
import { parseEdition } from "./parse-markdown.ts";

const ORIGIN = "https://shop.example";

async function seeded(name: string) {
  const parsed = parseEdition(await readFile(`db/seed/documents/${name}.ru.md`, "utf8"));
  if (!parsed.ok) throw new Error(parsed.error.code);
  const edition = parsed.value;
  return { edition, title: edition.text.title, sha256: editionSha256(edition.text, edition.prices) };
}

describe("an edition for programs", () => {
  it("has the published hash, every clause with its address, sums as decimals", async () => {
    const published = await seeded("price-list");
    const json = editionJson(published, ORIGIN);
    const { edition, title, sha256 } = published;
    const text = canonicalText({ title, clauses: edition.text.clauses }, edition.prices);
    expect(createHash("sha256").update(text, "utf8").digest("hex")).toBe(sha256);
    expect(json).toMatchObject({
      document: "price-list",
      number: 1,
      sha256,
      links: { html: `${ORIGIN}/documents/price-list/1` },
    });
    expect(json.prices.length).toBe(edition.prices.length);
    for (const { amount } of json.prices) expect(amount).toMatch(/^\d+\.\d\d$/);
    expect(json.links).toHaveProperty("xlsx");
    expect(() => JSON.stringify(json)).not.toThrow();
  });

  it("loses no clause of the offer", async () => {
    const published = await seeded("license-bitrix24-market");
    const json = editionJson(published, ORIGIN);
    const addresses = JSON.stringify(json.clauses).match(/"address":"[^"]+"/g) ?? [];
    expect(addresses.length).toBe([...walk(published.edition.text.clauses)].length);
    expect(addresses).toContain(`"address":"${ORIGIN}/documents/license-bitrix24-market/1#3.5"`);
    expect(json.links).not.toHaveProperty("xlsx");
  });
});

function read(xml: string) {
  const found: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  const open: { name: string; text: string }[] = [];
  parser.on("opentag", ({ local }) => open.push({ name: local, text: "" }));
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => found.push(open.pop()!));
  parser.write(xml).close();
  return (name: string) => found.filter((one) => one.name === name).map(({ text }) => text);
}

describe("the feed of a document", () => {
  const feed = (title: string): AtomFeed => ({
    self: `${ORIGIN}/api/documents/x/feed`,
    page: `${ORIGIN}/documents/x`,
    title,
    author: title,
    language: "ru",
    entries: ["2026-01-05", "2025-12-27"].map((publishedOn, at) => ({
      ...{ address: `${ORIGIN}/documents/x/${2 - at}`, title, summary: title, publishedOn: asDay(publishedOn) },
      pdf: `${ORIGIN}/api/documents/x/${2 - at}/pdf`,
    })),
  });

  it("is dated by its newest edition, and each entry by its own address for ever", () => {
    const get = read(atomFeed(feed("Договор")));
    expect(get("id")).toEqual(["", "/2", "/1"].map((number) => `${ORIGIN}/documents/x${number}`));
    expect(get("updated")).toEqual([
      "2026-01-05T00:00:00+03:00",
      "2026-01-05T00:00:00+03:00",
      "2025-12-27T00:00:00+03:00",
    ]);
  });

  it("is well-formed XML whatever a title is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const [shown] = read(atomFeed(feed(title)))("title");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
        expect(shown?.replace(/\s/g, "")).toBe(title.replace(/[\u0000-\u001f\ufffe\uffff]|\s/g, ""));
      }),
    );
  });

  it("of nothing is refused", () => {
    expect(() => atomFeed({ ...feed("x"), entries: [] })).toThrow(RangeError);
  });
});
