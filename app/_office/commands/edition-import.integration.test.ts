import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { WrongCall } from "../command.ts";
import { editionImport } from "./edition-import.ts";

const { owner, appUrl } = await testDatabase();
testEnv(appUrl);
const folder = await mkdtemp(path.join(tmpdir(), "import-"));
afterAll(() => rm(folder, { recursive: true }));

const LICENCE = "lib/editions/import/golden/kazakh-licence.txt";
const OFFER = "db/seed/documents/license-bitrix24-market.ru.md";

const ask = async (file: string, values: Record<string, string | boolean>) =>
  editionImport.run({ positionals: [file], values });
const rows =
  () => owner`select d.slug, d.kind, e.number, e.language, e.title, e.published_on::text, e.in_force_from::text, e.sha256
  from editions e join documents d on d.id = e.document_id where d.slug like 'imported-%' order by d.slug, e.number`;

test("a rehearsal answers with exactly the keys of the contract and stores nothing", async () => {
  const { ok, json } = await ask(LICENCE, { document: "imported-rehearsal", "dry-run": true });
  expect(ok).toBe(true);
  expect(Object.keys(json)).toEqual(["title", "language", "clauses", "wordsIn", "wordsOut", "dropped", "guesses"]);
  expect(json).toMatchObject({ title: "Лицензиялық келісім", language: "kk", wordsIn: json.wordsOut, dropped: [] });
  expect(json.clauses).toContainEqual({ number: "1", heading: "ТЕРМИНДЕР", text: "" });
  expect(json.clauses).toContainEqual({
    number: "3.2",
    heading: null,
    text: "Елу күн өткен соң Лицензиар деректерді 90 (тоқсан) күн ішінде жояды.",
  });
  expect(await owner`select 1 from documents where slug = 'imported-rehearsal'`).toEqual([]);
});

test("an unknown slug makes a document, a known one its next edition, with evidence", async () => {
  const first = await ask(LICENCE, { document: "imported-kk", kind: "vendor-licence", published: "03.03.2025" });
  expect(first.json.stored).toMatchObject({ newDocument: true, as: "edition", number: 1, inForceFrom: "2025-03-03" });
  const dates = { published: "2025-06-01", "in-force": "2025-06-10" };
  const second = await ask(LICENCE, { document: "imported-kk", ...dates, "source-url": "https://kokaspan.example/l" });
  expect(second.json.stored).toMatchObject({ newDocument: false, number: 2, inForceFrom: "2025-06-10" });
  expect(second.text).toContain("редакция 2: опубликована 01.06.2025, действует с 10.06.2025");
  expect(
    (await rows()).map(({ kind, number, language, in_force_from }) => [kind, number, language, in_force_from]),
  ).toEqual([
    ["vendor-licence", 1, "kk", "2025-03-03"],
    ["vendor-licence", 2, "kk", "2025-06-10"],
  ]);
  const told = await owner`select data ->> 'number' as number from evidence where step = 'import-edition' order by seq`;
  expect(told.map(({ number }) => number)).toEqual(["1", "2"]);
  expect(await ask(LICENCE, { document: "imported-kk", ...dates })).toMatchObject({
    ok: false,
    json: { reason: "edition.same_day", params: { on: "10.06.2025" } },
  });
  expect(await ask(LICENCE, { document: "imported-kk", kind: "other" })).toMatchObject({
    json: { reason: "edition.kind_fixed", params: { kind: "vendor-licence" } },
  });
});

test("without dates it is a draft, which goes the way of every draft", async () => {
  const { json, text } = await ask(LICENCE, { document: "imported-draft" });
  expect(json.stored).toMatchObject({ newDocument: true, as: "draft", why: "no-dates" });
  expect(text).toContain("сохранено черновиком: даты не указаны");
  const [draft] =
    await owner`select stage, language, title from edition_drafts where id = ${(json.stored as { id: string }).id}`;
  expect(draft).toEqual({ stage: "draft", language: "kk", title: "Лицензиялық келісім" });
  expect((await rows()).filter(({ slug }) => slug === "imported-draft")).toEqual([]);
});

test("an edition file of ours brings its bound numbers; a bare text of the offer keeps those before it (6.2)", async () => {
  const slug = "license-bitrix24-market";
  const early = await ask(OFFER, { document: slug, published: "2027-05-01", "in-force": "2027-05-05" });
  expect(early).toMatchObject({ ok: false, json: { reason: "edition.too_early", params: { earliest: "06.05.2027" } } });
  expect(early.text).toContain("с 06.05.2027. (edition.too_early)");
  const own = await ask(OFFER, { document: slug, published: "2027-05-01" });
  expect(own.json.stored).toMatchObject({ as: "edition", number: 2, inForceFrom: "2027-05-06" });
  const bare = path.join(folder, "offer.txt");
  await writeFile(
    bare,
    "ПУБЛИЧНЫЙ ДОГОВОР\n\n1.1. Продавец предоставляет доступ в Каталог на срок подписки.\n\n1.2. Срок считается с активации.\n",
  );
  const next = await ask(bare, { document: slug, published: "2027-06-01" });
  expect(next.json.stored).toMatchObject({ as: "edition", number: 3 });
  const kept = await owner`select e.number, e.bindings ->> 'editionCalendarDays' as days, e.seller ->> 'unp' as unp
    from editions e join documents d on d.id = e.document_id where d.slug = ${slug} and e.number > 1 order by e.number`;
  expect(kept.map((row) => ({ ...row }))).toEqual([
    { number: 2, days: "5", unp: "192853716" },
    { number: 3, days: "5", unp: "192853716" },
  ]);
});

test("the seller's own text with errors is published only with a reason; whose word it was is in the log", async () => {
  const torn = path.join(folder, "torn.txt");
  await writeFile(
    torn,
    "ПУБЛИЧНЫЙ ДОГОВОР\n\n1.1. Продавец предоставляет доступ в Каталог на срок подписки.\n\n1.2. Срок считается с активации по пункту 9.9 договора.\n",
  );
  const asked = { document: "license-bitrix24-market", published: "2027-09-01", "in-force": "2027-09-10" };
  const refused = await ask(torn, asked);
  expect(refused).toMatchObject({ ok: false, json: { reason: "edition.import_errors", params: { count: 1 } } });
  expect(refused.json.errors).toMatchObject([{ clause: "1.2" }]);
  expect(refused.text).toContain("п. 1.2");
  await expect(ask(torn, { ...asked, "accept-findings": "так надо" })).rejects.toThrow(WrongCall);
  const word = { "accept-findings": "редакция из бумажного архива, как была", "released-by": "приказ № 3" };
  expect((await ask(torn, { ...asked, ...word })).json.stored).toMatchObject({ as: "edition" });
  const [entry] =
    await owner`select reason, data from evidence where step = 'import-edition' order by at desc, id desc limit 1`;
  expect(entry).toMatchObject({
    reason: word["accept-findings"],
    data: { fourEyes: false, releasedBy: "приказ № 3", errors: [expect.stringContaining("|1.2|")] },
  });
  // Another's text is taken as it was written.
  const others = { document: "imported-torn", kind: "vendor-licence", language: "ru", published: "2025-01-01" };
  expect((await ask(torn, others)).json.stored).toMatchObject({ as: "edition", number: 1 });
});

test("refusals are answers, wrong calls are not", async () => {
  const [pdf, odd] = [path.join(folder, "a.txt"), path.join(folder, "b.txt")];
  await writeFile(pdf, "%PDF-1.7\n");
  await writeFile(odd, "1.1. 25 30\n\n1.2. 40 50\n");
  expect(await ask(pdf, { document: "imported-x" })).toMatchObject({
    ok: false,
    json: { ok: false, reason: "import.unsupported", params: { found: "PDF" } },
    text: expect.stringMatching(/^Отказ: Этот файл не читается: PDF\..* \(import\.unsupported\)$/),
  });
  expect(await ask(odd, { document: "imported-x" })).toMatchObject({ ok: false, json: { reason: "edition.language" } });
  expect(await ask(LICENCE, { document: "imported-x", "in-force": "2026-01-01" })).toMatchObject({
    json: { reason: "edition.dates" },
  });
  const wrong: Record<string, string>[] = [
    {},
    { document: "Not A Slug" },
    { document: "x", language: "de" },
    { document: "x", kind: "leaflet" },
    { document: "x", published: "31.02.2026" },
    { document: "x", "source-url": "ftp://x" },
  ];
  for (const values of wrong) await expect(ask(LICENCE, values)).rejects.toThrow(WrongCall);
  await expect(ask(path.join(folder, "none.txt"), { document: "x" })).rejects.toThrow(WrongCall);
  expect((await rows()).filter(({ slug }) => slug === "imported-x")).toEqual([]);
});
