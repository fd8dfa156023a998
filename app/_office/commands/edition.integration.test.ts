import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { testDatabase } from "#/db/testing/database.ts";
import type { Command } from "../command.ts";
import { WrongCall } from "../command.ts";
import { editionDiff } from "./edition-diff.ts";
import { editionInForceOn } from "./edition-in-force.ts";
import { editionLint } from "./edition-lint.ts";

const { owner, appUrl } = await testDatabase();
testEnv(appUrl);
const folder = await mkdtemp(path.join(tmpdir(), "edition-"));
afterAll(() => rm(folder, { recursive: true }));

const ask = (command: Command, ...positionals: string[]) => Promise.resolve(command.run({ positionals, values: {} }));
const OFFER = "db/seed/documents/license-bitrix24-market.ru.md";

/** The offer's file with passages replaced, under a name. */
async function planted(name: string, ...replacements: [string, string][]): Promise<string> {
  let text = await readFile(OFFER, "utf8");
  for (const [passage, other] of replacements) {
    expect(text).toContain(passage);
    text = text.replace(passage, other);
  }
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

const SILENCE: [string, string] = ["5 (пять) рабочих дней со дня", "10 (десять) рабочих дней со дня"];

test("edition diff: two files, in clause numbers and in a sentence", async () => {
  const fresh: [string, string] = ["6.10. Если", "6.10. Стороны хранят переписку год.\n\n6.11. Если"];
  const after = await planted("after.md", SILENCE, fresh);
  const { ok, json, text } = await ask(editionDiff, OFFER, after);
  expect(ok).toBe(true);
  expect(json).toMatchObject({
    ...{ changed: ["3.8"], added: ["6.10"], removed: [], moved: ["6.11"] },
    ...{ moves: [{ from: "6.10", to: "6.11" }], title: false },
    sentence: "Изменён 3.8, добавлен 6.10; 6.10 стал 6.11.",
  });
  expect(text).toContain("[-5 (пять-]{+10 (десять+}) рабочих дней");
});

test("edition diff: a published edition by its number, its id and its sha256 against a file", async () => {
  const [row] = await owner`select e.id, e.sha256 from editions e join documents d on d.id = e.document_id
    where d.slug = 'license-bitrix24-market' and e.number = 1`;
  const file = await planted("other.md", SILENCE);
  for (const edition of ["offer/1", "license-bitrix24-market/1", row?.id, row?.sha256])
    expect((await ask(editionDiff, edition, file)).json).toMatchObject({ changed: ["3.8"], added: [], moved: [] });
  expect((await ask(editionDiff, "offer/1", OFFER)).json).toMatchObject({ changed: [], sentence: "Тексты совпадают." });
  expect(await ask(editionDiff, "offer/7", file)).toMatchObject({ ok: false, json: { reason: "record.not_found" } });
  await expect(ask(editionDiff, file)).rejects.toThrow(WrongCall);
});

test("edition lint: the seller's offer passes with warnings, the system's own numbers and snapshots beside it", async () => {
  const { ok, json } = await ask(editionLint, OFFER);
  expect(ok).toBe(true);
  expect(json.errors).toEqual([]);
  expect(json.warnings).toContainEqual({
    rule: "kind.no_channel",
    clause: "1.2",
    text: "индивидуальный предприниматель",
    params: { kind: "sole-proprietor" },
  });
  expect(await ask(editionLint, "db/seed/documents/price-list.ru.md")).toMatchObject({
    ok: true,
    json: { errors: [], warnings: [] },
    text: "Замечаний нет.",
  });
});

test("edition lint: a plain text is held against the offer in force; errors are a refusal", async () => {
  const file = path.join(folder, "draft.txt");
  await writeFile(
    file,
    `ПУБЛИЧНЫЙ ДОГОВОР

Настоящий договор является публичным предложением (офертой). Приказ № 3 от 31.02.2026 г.

3. РАСЧЁТЫ

3.5. Доступ к КATALOGу предоставляется не позднее 20 (двадцати) рабочих дней после оплаты по п. 9.1.

3.8. Если за 5 (пяти) рабочих дней ответа нет, акт принят.

7. РЕКВИЗИТЫ

7.2. Продавец: УНП 192853717, счёт BY03 ALFA 3012 2J07 1300 1027 0000, SWIFT ALFABY2X.
`,
  );
  const { ok, json, text } = await ask(editionLint, file);
  expect(ok).toBe(false);
  const rules = (json.errors as { rule: string; clause: string | null; text: string }[]).map(
    (one) => `${one.rule} ${one.clause} ${one.text}`,
  );
  expect(rules).toEqual([
    "date.impossible preamble 31.02.2026",
    "alphabet.mixed 3.5 КATALOGу",
    "reference.missing 3.5 п. 9.1",
    "binding.differs 3.5 20 (двадцати) рабочих дней",
    "requisites.unp 7.2 192853717",
  ]);
  expect(text).toContain("В тексте «20 (двадцати) рабочих дней», а система исполняет 15 рабочих дней.");
});

test("edition lint: a number twice is a finding, not an accident", async () => {
  const file = await planted("twice.md", ["3.3. Действующие", "3.2. Действующие"]);
  const { ok, json } = await ask(editionLint, file);
  expect(ok).toBe(false);
  expect(json.errors).toMatchObject([{ rule: "number.repeat" }]);
  await expect(ask(editionLint, path.join(folder, "none.txt"))).rejects.toThrow(WrongCall);
});

test("edition in-force: the edition of a day by what is published, and a clear refusal before the first", async () => {
  const ask = (on: string, ...positionals: string[]) =>
    Promise.resolve(editionInForceOn.run({ positionals, values: { on } }));
  const [first] =
    await owner`select e.* from editions e join documents d on d.id = e.document_id where d.slug = 'price-list'`;
  const at = (number: number, from: string) => owner`insert into editions select (jsonb_populate_record(null::editions,
    to_jsonb(e) || jsonb_build_object('id', gen_random_uuid(), 'number', ${number}::int, 'published_on', ${from}::text, 'in_force_from', ${from}::text))).*
    from editions e where id = ${first!.id}`;
  await at(2, "2026-03-01");
  await at(3, "2027-01-01");
  for (const [on, number, from] of [
    ["2026-02-28", 1, "2026-01-01"],
    ["01.03.2026", 2, "2026-03-01"],
    ["2026-12-31", 2, "2026-03-01"],
    ["2030-01-01", 3, "2027-01-01"],
  ] as const) {
    const { ok, json } = await ask(on, "price-list");
    expect(ok).toBe(true);
    expect(json).toEqual({
      ...{ ok: true, document: "price-list", number, publishedOn: from, inForceFrom: from },
      ...{ sha256: first!.sha256, title: first!.title },
    });
  }
  const before = await ask("2025-12-31", "price-list");
  expect(before).toMatchObject({ ok: false, json: { reason: "edition.none_on_day", document: "price-list" } });
  expect(before.text).toContain("01.01.2026");
  expect((await ask("2026-02-28", "offer")).json).toMatchObject({ document: "license-bitrix24-market", number: 1 });
  expect(await ask("2026-02-28", "no-such")).toMatchObject({ ok: false, json: { reason: "record.not_found" } });
  await expect(ask("2026-02-30", "price-list")).rejects.toThrow(WrongCall);
});
