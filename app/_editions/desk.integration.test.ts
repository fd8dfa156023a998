import { expect, test } from "vitest";
import type { z } from "zod";

import {
  checkMove,
  editMove,
  releaseMove,
  returnMove,
  submitMove,
  withdrawMove,
} from "#/app/_actions/edition/moves.ts";
import { type MoveSpec, takeMove } from "#/app/_actions/edition/take-move.ts";
import { publishEditions } from "#/app/_jobs/publish-editions.ts";
import { makeStaff } from "#/app/_testing/fixtures.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { editionInForce, OFFER, PRICE_LIST, USAGE_RULES } from "#/db/queries/documents.ts";
import { findDraft, historyOfDraft, newestEdition } from "#/db/queries/edition-drafts.ts";
import { snapshotHistory } from "#/db/queries/snapshots.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { findingKey } from "#/lib/editions/draft-moves.ts";
import { findClause } from "#/lib/editions/edition.ts";
import { parseClauses } from "#/lib/editions/parse-clauses.ts";
import { toMarkdown } from "#/lib/editions/to-markdown.ts";
import { checkSnapshot } from "./check-snapshot.ts";
import { importedFile } from "./imported.ts";
import { lintDraft } from "./lint-draft.ts";
import { openDraft } from "./open-draft.ts";

const { db } = await testDatabase();
const now = new Date("2026-04-16T12:00:00+03:00");
const accountant = await makeStaff(db, "accountant", { now });
const lawyer = await makeStaff(db, "lawyer", { now });
const director = await makeStaff(db, "director", { now });

type Moved = z.ZodType<{ draftId: string; version: number }>;

const must = <T>(result: ActionResult<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const as = <T>(actor: StaffActor, work: (tx: Tx) => Promise<T>) => inTenant(db, actor, work);
const who = (actor: StaffActor) => ({ actor, origin: NO_ORIGIN, now });
const read = (id: string) => as(lawyer, async (tx) => (await findDraft(tx, lawyer, id))!);

async function take<Schema extends Moved>(actor: StaffActor, spec: MoveSpec<Schema>, draftId: string, input = {}) {
  const { version } = await read(draftId);
  const parsed = spec.input.parse({ draftId, version, ...input });
  return as(actor, (tx) => takeMove(spec, { tx, actor, origin: NO_ORIGIN, now, input: parsed }));
}
const copy = (slug: string, actor = accountant) =>
  as(actor, (tx) => openDraft(tx, { way: "next", slug, language: "ru", title: null }, who(actor))).then(must);

/** The lawyer's reasons for whatever the linter warns of. */
async function reasons(draftId: string) {
  const draft = await read(draftId);
  const { errors, warnings } = await as(lawyer, (tx) => lintDraft(tx, draft, dayInMinsk(now)));
  return { errors, reasons: warnings.map((one) => ({ key: findingKey(one), reason: "Так и задумано" })) };
}

test("a new bank goes from the accountant's draft through the lawyer and the director into force on the sixth day", async () => {
  const { draftId, href } = await copy(OFFER);
  expect(href).toBe(`/staff/documents/drafts/${draftId}`);
  const before = await read(draftId);
  expect(before).toMatchObject({ stage: "draft", orderNumber: null, bindings: { activationWorkingDays: 15 } });

  // An offer without its order does not go on.
  expect(await take(accountant, submitMove, draftId)).toMatchObject({ error: { code: "draft.gap_order" } });
  const head = { title: before.title, subtitle: before.subtitle ?? "", orderNumber: "4-П", orderDate: "15.04.2026" };
  must(await take(accountant, editMove, draftId, { part: "head", ...head, sourceUrl: "" }));

  const { bank, ...rest } = before.seller!;
  const iban = "BY48AKBB30120000000000000001";
  const moved = { ...rest, bank: { ...bank, name: "ОАО «АСБ Беларусбанк»", bic: "AKBBBY2X", iban } };
  must(await take(accountant, editMove, draftId, { part: "seller", seller: moved }));
  must(await take(accountant, submitMove, draftId));

  // 7.2 of the text still names the old account: the linter stops the lawyer, and so does the action.
  const found = await reasons(draftId);
  expect(found.errors.map(({ rule }) => rule)).toContain("requisites.seller");
  expect(await take(lawyer, checkMove, draftId, found)).toMatchObject({ error: { code: "draft.errors" } });
  must(await take(lawyer, returnMove, draftId, { reason: "В п. 7.2 прежний счёт" }));

  const draft = await read(draftId);
  const source = toMarkdown(draft.clauses)
    .replaceAll("BY03 ALFA 3012 2J07 1300 1027 0000", iban.replace(/(.{4})(?=.)/g, "$1 "))
    .replaceAll("ALFABY2X", "AKBBBY2X")
    .replaceAll("ЗАО «Альфа-Банк»", "ОАО «АСБ Беларусбанк»");
  must(await take(accountant, editMove, draftId, { part: "text", source }));
  must(await take(accountant, submitMove, draftId));
  const after = await reasons(draftId);
  expect(after.errors).toEqual([]);
  expect(await take(lawyer, checkMove, draftId, { reasons: after.reasons.slice(1) })).toMatchObject({
    error: { code: "draft.warnings", params: { count: 1 } },
  });
  must(await take(lawyer, checkMove, draftId, after));

  // An edit takes the lawyer's word away.
  must(await take(accountant, editMove, draftId, { part: "head", ...head, subtitle: "Публичный", sourceUrl: "" }));
  expect(await read(draftId)).toMatchObject({ stage: "draft", checkedBy: null, excuses: {} });
  must(await take(accountant, submitMove, draftId));
  must(await take(lawyer, checkMove, draftId, after));

  const release = { publishOn: "20.04.2026", inForceFrom: "24.04.2026" };
  expect(await take(lawyer, releaseMove, draftId, release)).toMatchObject({ error: { code: "draft.four_eyes" } });
  expect(await take(director, releaseMove, draftId, release)).toMatchObject({
    error: { fields: { inForceFrom: { code: "draft.too_early", params: { earliest: "2026-04-25" } } } },
  });
  must(await take(director, releaseMove, draftId, { ...release, inForceFrom: "" }));
  expect(await read(draftId)).toMatchObject({ stage: "released", publishOn: "2026-04-20", inForceFrom: "2026-04-25" });
  expect(await take(accountant, editMove, draftId, { part: "text", source })).toMatchObject({
    error: { code: "draft.not_allowed" },
  });

  expect(await publishEditions(db, new Date("2026-04-19T12:00:00Z"))).toEqual([]);
  expect(await publishEditions(db, new Date("2026-04-20T09:00:00Z"))).toHaveLength(1);
  expect((await editionInForce(db, OFFER, asDay("2026-04-24")))?.number).toBe(1);
  expect(await editionInForce(db, OFFER, asDay("2026-04-25"))).toMatchObject({ number: 2, seller: { bank: { iban } } });

  const history = await as(lawyer, (tx) => historyOfDraft(tx, { id: draftId, documentId: before.documentId }));
  expect(history.map(({ step }) => step)).toEqual([
    "publish-edition",
    "release-edition",
    "check-edition",
    "submit-edition",
    "edit-edition",
    "check-edition",
    "submit-edition",
    "edit-edition",
    "return-edition",
    "submit-edition",
    "edit-edition",
    "edit-edition",
    "draft-edition",
  ]);
  expect(history[0]).toMatchObject({ data: { number: 2 } });
  expect(history.find(({ step }) => step === "return-edition")).toMatchObject({ reason: "В п. 7.2 прежний счёт" });
});

test("somebody who saw an older version is told so, and a withdrawn draft is history", async () => {
  const { draftId } = await copy(PRICE_LIST);
  const { version } = await read(draftId);
  must(await take(accountant, editMove, draftId, { part: "prices", prices: [{ months: "12", amount: "500" }] }));
  const stale = { draftId, version };
  expect(
    await as(accountant, (tx) => takeMove(submitMove, { tx, actor: accountant, origin: NO_ORIGIN, now, input: stale })),
  ).toMatchObject({ error: { code: "record.changed" } });
  must(await take(director, withdrawMove, draftId, { reason: "Цены не меняем" }));
  expect(await take(accountant, submitMove, draftId)).toMatchObject({ error: { code: "draft.not_allowed" } });
});

test("a new document is founded once, and its first edition is in force at once", async () => {
  const asked = {
    way: "document",
    slug: "cookie-notice",
    kind: "cookie-notice",
    language: "ru",
    title: "Куки",
  } as const;
  const { draftId } = must(await as(lawyer, (tx) => openDraft(tx, asked, who(lawyer))));
  expect(await as(lawyer, (tx) => openDraft(tx, asked, who(lawyer)))).toMatchObject({
    error: { fields: { slug: { code: "edition.slug_taken" } } },
  });
  expect(await take(lawyer, submitMove, draftId)).toMatchObject({ error: { code: "draft.gap_text" } });
  must(await take(lawyer, editMove, draftId, { part: "text", source: "## 1. Куки\n\n1.1. Только необходимые." }));
  must(await take(lawyer, submitMove, draftId));
  const found = await reasons(draftId);
  must(await take(lawyer, checkMove, draftId, found));
  must(await take(director, releaseMove, draftId, { publishOn: "16.04.2026" }));
  expect(await read(draftId)).toMatchObject({ stage: "published", inForceFrom: "2026-04-16" });
});

test("an outside page that reads the same leaves a row, one that changed goes before the lawyer, once", async () => {
  const upload = async (text: string) => {
    const file = await as(lawyer, (tx) =>
      insertFile(tx, lawyer, now, {
        ...{ partyId: null, kind: "edition", name: "page.txt", mediaType: "text/plain" },
        bytes: Buffer.from(text),
      }),
    );
    return file!.id;
  };
  const check = (fileId: string) =>
    as(lawyer, async (tx) => {
      const imported = await importedFile(tx, lawyer, fileId);
      if (!imported?.read.ok) throw new Error("unread");
      const { clauses } = imported.read.value.text;
      return must(await checkSnapshot(tx, { slug: USAGE_RULES, language: "ru", clauses, fileId }, who(lawyer)));
    });
  const page =
    "Правила каталога\n\n1. Подключение\n\n1.1. Портал должен быть на платном тарифе.\n\n1.2. Перенос запрещён.";
  const first = await check(await upload(page));
  expect(first).toMatchObject({ outcome: "changed", href: `/staff/documents/drafts/${first.draftId}/diff` });
  const draft = await read(first.draftId!);
  expect(draft).toMatchObject({ stage: "submitted", sourceUrl: "https://helpdesk.bitrix24.ru/open/20703042/" });
  expect(findClause(draft, "1.2")?.paragraphs).toEqual(["Перенос запрещён."]);
  expect((await check(await upload(`${page}\n`))).draftId).toBe(first.draftId);

  const found = await reasons(draft.id);
  must(await take(lawyer, checkMove, draft.id, found));
  must(await take(director, releaseMove, draft.id, { publishOn: "16.04.2026" }));
  const pinned = await as(lawyer, (tx) => newestEdition(tx, draft.documentId, "ru"));
  expect(pinned).toMatchObject({ number: 2, example: false });
  expect(await check(await upload(page))).toMatchObject({ outcome: "same", draftId: null });
  expect(await check(await upload(page.replace("запрещён", "разрешён")))).toMatchObject({ outcome: "changed" });
  const rows = await as(lawyer, (tx) => snapshotHistory(tx, draft.documentId));
  expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "changed", "changed", "same"]);
  expect(rows.find(({ outcome }) => outcome === "same")).toMatchObject({
    editionId: pinned!.id,
    sha256: pinned!.sha256,
  });
});

test("an import of a known document keeps its bound numbers and requisites", async () => {
  const parsed = parseClauses("## 1. А\n\n1.1. б");
  if (!parsed.ok) throw new Error("unread");
  const text = { title: "Из файла", clauses: parsed.value };
  const asked = { way: "next", slug: OFFER, language: "ru", title: null } as const;
  const { draftId } = must(await as(lawyer, (tx) => openDraft(tx, asked, who(lawyer), text)));
  expect(await read(draftId)).toMatchObject({
    ...{ title: "Сублицензионный договор", clauses: text.clauses, orderNumber: null },
    bindings: { activationWorkingDays: 15 },
  });
  const strange = { ...asked, slug: "no-such-document" };
  expect(await as(lawyer, (tx) => openDraft(tx, strange, who(lawyer), text))).toMatchObject({
    error: { code: "record.not_found" },
  });
});
