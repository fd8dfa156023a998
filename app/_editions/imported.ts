import "server-only";

import type { Tx } from "#/db/client.ts";
import { type FileRow, fileBytes, findFile } from "#/db/queries/files.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { importDocument } from "#/lib/editions/import/import-document.ts";
import type { ImportedDocument, ImportRefusal } from "#/lib/editions/import/imported.ts";
import type { Result } from "#/lib/result.ts";

/** An uploaded text of an edition as the importer reads it: the same bytes give the same document. Null: no such file. */
export async function importedFile(
  tx: Tx,
  actor: Actor,
  fileId: string,
): Promise<{ file: FileRow; read: Result<ImportedDocument, ImportRefusal> } | null> {
  const file = await findFile(tx, actor, fileId);
  if (file?.kind !== "edition") return null;
  return { file, read: await importDocument(await fileBytes(tx, file.id), file.name) };
}
