import "server-only";

import { createHash } from "node:crypto";

import { paperFor, type StoredPaperKind } from "#/app/_papers/paper.ts";
import { type Db, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { type Papers, papersOf, unsignedOf } from "#/db/queries/month-packs.ts";
import { findParty } from "#/db/queries/parties.ts";
import { movementsUntil } from "#/db/queries/reconciliations.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type ZipFile, zipped } from "#/lib/evidence/zip.ts";
import { csvOf } from "#/lib/exports/csv.ts";
import { xlsxOf } from "#/lib/exports/xlsx.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Locale, translator, type Words } from "#/lib/messages/messages.ts";
import { indexText } from "#/lib/month-pack/index-text.ts";
import { monthName, uniqueNames } from "#/lib/month-pack/names.ts";
import { missingTable, paymentsTable } from "#/lib/month-pack/tables.ts";
import { statementOf } from "#/lib/reconciliation/statement.ts";
import { statementTable } from "#/lib/reconciliation/statement-table.ts";

type Asked = { db: Db; actor: Actor; partyId: string; month: Period; now: Date; locale: Locale };
type Content = NonNullable<Awaited<ReturnType<typeof monthContent>>>;

/** What a month of a party comes to, read at one moment as whoever asks; null for a stranger's party. */
export async function monthContent(tx: Tx, actor: Actor, partyId: string, month: Period, now: Date) {
  const party = await findParty(tx, actor, partyId);
  if (!party) return null;
  const { movements } = await movementsUntil(tx, partyId, month.to);
  const offer = await editionInForce(tx, OFFER, dayInMinsk(now));
  return {
    ...{ party: { name: party.name, unp: party.unp }, seller: offer?.seller?.shortName ?? "" },
    statement: statementOf(movements, month),
    papers: await papersOf(tx, partyId, month),
    missing: await unsignedOf(tx, partyId, month),
  };
}

/** How many papers a month has; with no movement and nothing unsigned there is no pack to speak of. */
export const papersIn = ({ papers }: Pick<Content, "papers">): number =>
  papers.invoices.length + papers.acts.length + papers.reconciliations.length;
export const isEmpty = ({ statement, missing, ...content }: Content): boolean =>
  papersIn(content) + statement.rows.length + missing.length === 0;

export type MonthPack = { name: string; content: Content; bytes: AsyncGenerator<Uint8Array> };

/**
 * The pack of a month, streamed: papers, copies that came back signed, payments, the statement, what is unsigned, and last the list
 * of it all with its hashes. One file is in memory at a time; a paper that nobody has asked for yet is drawn on the way.
 */
export async function monthPack(asked: Asked): Promise<MonthPack | null> {
  const { db, actor, partyId, month, now, locale } = asked;
  const content = await inTenant(db, tenantOf(actor), (tx) => monthContent(tx, actor, partyId, month, now), {
    readOnly: true,
  });
  if (!content) return null;
  const t = translator(locale, "settlements");
  const name = `${t("pack.name", { month: monthName(month.from) })}.zip`;
  return { name, content, bytes: zipped(packFiles(asked, content, t)) };
}

async function* packFiles(asked: Asked, content: Content, t: Words<"settlements">): AsyncGenerator<ZipFile> {
  const name = uniqueNames();
  const files: { name: string; bytes: number; sha256: string }[] = [];
  const told = (folder: string, file: { name: string; bytes: Uint8Array }): ZipFile => {
    const full = name(folder, file.name);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    files.push({ name: full, bytes: file.bytes.byteLength, sha256 });
    return { name: full, bytes: file.bytes };
  };
  for await (const { folder, ...file } of paperFiles(asked, content.papers, t)) yield told(`${folder}/`, file);
  const { statement, missing } = content;
  const tables = [
    statementTable(statement, dayInMinsk(asked.now), t),
    paymentsTable(
      statement.rows.map(({ movement }) => movement),
      t,
    ),
    missingTable(missing, t),
  ];
  for (const table of tables) {
    yield told("", { name: `${table.name}.xlsx`, bytes: await whole(xlsxOf(table)) });
    yield told("", { name: `${table.name}.csv`, bytes: await whole(csvOf(table)) });
  }
  const index = indexText({ ...content, files, today: dayInMinsk(asked.now) }, t);
  yield { name: `${t("pack.index")}.txt`, bytes: Buffer.from(`\uFEFF${index}`) };
}

type PaperFile = { folder: string; name: string; bytes: Uint8Array };

/** Every paper of the month in its folder, with its protocol, refusal and signed copies beside it. */
async function* paperFiles(asked: Asked, papers: Papers, t: Words<"settlements">): AsyncGenerator<PaperFile> {
  const folders = { invoices: t("pack.invoices"), acts: t("pack.acts"), reconciliations: t("pack.reconciliations") };
  for (const { id } of papers.invoices) yield* drawn(asked, folders.invoices, "invoice", id);
  for (const { id, number, refusedOn, deemedOn, signedFileId, refusalFileId } of papers.acts) {
    yield* drawn(asked, folders.acts, "act", id);
    if (refusedOn) yield* drawn(asked, folders.acts, "refusal-letter", id);
    if (deemedOn) yield* drawn(asked, folders.acts, "deemed-protocol", id);
    for (const fileId of [signedFileId, refusalFileId]) yield* uploaded(asked, folders.acts, number, fileId);
  }
  for (const { id } of papers.reconciliations) yield* drawn(asked, folders.reconciliations, "reconciliation", id);
  for (const { number, fileId } of papers.copies) yield* uploaded(asked, folders.reconciliations, number, fileId);
}

async function* drawn(
  { db, actor, now }: Asked,
  folder: string,
  kind: StoredPaperKind,
  id: string,
): AsyncGenerator<PaperFile> {
  const file = await inTenant(db, tenantOf(actor), async (tx) => {
    const paper = await paperFor(tx, actor, now, kind, id);
    return paper && { folder, name: paper.name, bytes: await fileBytes(tx, paper.id) };
  });
  if (file) yield file;
}

/** What came back signed or refused, under the number of its paper and the name that its owner gave it. */
async function* uploaded(
  { db, actor }: Asked,
  folder: string,
  number: string,
  id: string | null,
): AsyncGenerator<PaperFile> {
  if (!id) return;
  const file = await inTenant(
    db,
    tenantOf(actor),
    async (tx) => {
      const kept = await findFile(tx, actor, id);
      return kept && { folder, name: `${number} ${kept.name}`, bytes: await fileBytes(tx, kept.id) };
    },
    { readOnly: true },
  );
  if (file) yield file;
}

const whole = async (parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  Buffer.concat(await Array.fromAsync(parts));
