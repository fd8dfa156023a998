import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { database } from "#/db/client.ts";
import { editionById, editionByNumber, editionBySha256, OFFER } from "#/db/queries/documents.ts";
import type { EditionText } from "#/lib/editions/edition.ts";
import { importDocument } from "#/lib/editions/import/import-document.ts";
import { parseClauses } from "#/lib/editions/parse-clauses.ts";
import { type EditionHead, parseHead } from "#/lib/editions/parse-markdown.ts";
import { err, ok, type Result } from "#/lib/result.ts";

type Refusal = { code: string; params?: Record<string, string | number> };
export type Source = { text: EditionText; head: EditionHead | null };

/**
 * A file as an edition: our own with its facts on top, or whatever the importer reads. A file of ours whose clauses our strict
 * reader refuses (a number twice) goes through the importer too, so that the linter can say what is wrong with it.
 */
export async function editionFile(file: string): Promise<Result<Source, Refusal>> {
  const bytes = await readFile(file);
  const name = path.basename(file);
  const own = parseHead(bytes.toString("utf8"));
  if (own.ok) {
    const { head, body } = own.value;
    const clauses = parseClauses(body);
    if (clauses.ok && clauses.value.length > 0)
      return ok({ text: { title: head.title, clauses: clauses.value }, head });
    const read = await importDocument(Buffer.from(body), name);
    return read.ok ? ok({ text: { ...read.value.text, title: head.title }, head }) : err(read.error);
  }
  const read = await importDocument(bytes, name);
  if (!read.ok) return err(read.error);
  const { title, clauses } = read.value.text;
  // A text without a title is called by its file there; two such files do not differ in their titles.
  return ok({ text: { title: title === path.parse(name).name ? "" : title, clauses }, head: null });
}

export const isFile = async (name: string): Promise<boolean> => (await stat(name).catch(() => null))?.isFile() ?? false;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A published edition by «offer/1», «price-list/2», its id or its sha256; null where there is none. */
export async function publishedEdition(name: string): Promise<EditionText | null> {
  const db = database();
  const [, slug = "", number] = /^([a-z0-9-]+)\/([1-9]\d{0,3})$/.exec(name) ?? [];
  const row = UUID.test(name)
    ? await editionById(db, name)
    : /^[0-9a-f]{64}$/i.test(name)
      ? await editionBySha256(db, name.toLowerCase())
      : slug === ""
        ? null
        : await editionByNumber(db, slug === "offer" ? OFFER : slug, Number(number));
  return row ? { title: row.title, clauses: row.clauses } : null;
}
