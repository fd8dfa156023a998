import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { GET as csv } from "./[slug]/[edition]/csv/route.ts";
import { GET as json } from "./[slug]/[edition]/json/route.ts";
import { GET as pdf } from "./[slug]/[edition]/pdf/route.ts";
import { GET as text } from "./[slug]/[edition]/text/route.ts";
import { GET as xlsx } from "./[slug]/[edition]/xlsx/route.ts";
import { GET as feed } from "./[slug]/feed/route.ts";
import { GET as index } from "./route.ts";

const { owner, appUrl } = await testDatabase();
testEnv(appUrl);

const asked = (etag?: string) =>
  new Request("https://shop.example/", etag ? { headers: { "if-none-match": etag } } : undefined);
const at = (slug: string, edition: string) => ({ params: Promise.resolve({ slug, edition }) });
const ALL = { csv, json, pdf, text, xlsx };

test("the canonical text of every edition has the sha256 that was published", async () => {
  const rows = await owner`select d.slug, e.number, e.sha256 from editions e join documents d on d.id = e.document_id`;
  expect(rows.length).toBeGreaterThan(3);
  for (const { slug, number, sha256 } of rows) {
    const bytes = Buffer.from(await (await text(asked(), at(slug, String(number)))).arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex"), slug).toBe(sha256);
    expect(await (await json(asked(), at(slug, String(number)))).json()).toMatchObject({
      document: slug,
      number,
      sha256,
    });
  }
});

test("a format is the same bytes at every call, and nothing is sent to who has it", async () => {
  for (const [format, get] of Object.entries(ALL)) {
    const [one, two] = [await get(asked(), at("price-list", "1")), await get(asked(), at("price-list", "1"))];
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer())), format).toBe(true);
    if (format !== "pdf") expect(one.headers.get("cache-control")).toContain("immutable");
    const again = await get(asked(one.headers.get("etag")!), at("price-list", "1"));
    expect([again.status, (await again.arrayBuffer()).byteLength], format).toEqual([304, 0]);
  }
});

test("a wrong address has nothing, and a text has no table of prices", async () => {
  for (const [format, get] of Object.entries(ALL))
    for (const [slug, edition] of [
      ["price-list", "7"],
      ["price-list", "01"],
      ["no-such", "1"],
      ...(format === "csv" || format === "xlsx" ? [["license-bitrix24-market", "1"]] : []),
    ] as const)
      expect((await get(asked(), at(slug!, edition!))).status, `${format} ${slug} ${edition}`).toBe(404);
  expect((await feed(asked(), { params: Promise.resolve({ slug: "no-such" }) })).status).toBe(404);
});

test("the index names every document with all its editions; a feed follows one", async () => {
  const { documents } = (await (await index(asked())).json()) as {
    documents: { document: string; editions: unknown[] }[];
  };
  const rows =
    await owner`select d.slug, count(*)::int as count from editions e join documents d on d.id = e.document_id group by 1`;
  expect(Object.fromEntries(documents.map((one) => [one.document, one.editions.length]))).toEqual(
    Object.fromEntries(rows.map(({ slug, count }) => [slug, count])),
  );
  const followed = await feed(asked(), { params: Promise.resolve({ slug: "price-list" }) });
  expect(followed.headers.get("content-type")).toContain("application/atom+xml");
  expect(await followed.text()).toMatch(/<id>[^<]+\/documents\/price-list\/1<\/id>/);
});
