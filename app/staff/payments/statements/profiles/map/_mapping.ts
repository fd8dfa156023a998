import "server-only";

import { tableOfFile } from "#/app/_statements/checked-mapping.ts";
import type { Tx } from "#/db/client.ts";
import { findFile } from "#/db/queries/files.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import { findStatementProfile, sampleOf } from "#/db/queries/statement-profiles.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { headingsOf } from "#/lib/statement/table/headings.ts";
import { MAX_HEADER_ROW, type TableMapping } from "#/lib/statement/table/mapping.ts";
import { columnsOf, suggestMapping } from "#/lib/statement/table/suggest.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idIn = (text: string | undefined) => (text && UUID.test(text) ? text : null);

/** The file, its table, the profile where one is changed, and the mapping to begin with; null where no file is named. */
export async function asked(tx: Tx, actor: StaffActor, query: Record<string, string | undefined>) {
  const profileId = idIn(query.profile);
  const profile = profileId ? await findStatementProfile(tx, profileId) : null;
  const fileId = idIn(query.file) ?? (profile ? await sampleOf(tx, profile.id) : null);
  const file = fileId ? await findFile(tx, actor, fileId) : null;
  if (file?.kind !== "statement") return null;
  const sheet = await tableOfFile(tx, actor, file.id);
  if (!sheet.ok) return { file, refusal: sheet.error };
  const accounts = await sellerAccounts(tx);
  const guess = profile?.mapping ?? suggestMapping(sheet.value, accounts.at(-1) ?? "");
  const row = Number(query.headings);
  const chosen = Number.isInteger(row) && row >= 1 && row <= Math.min(MAX_HEADER_ROW, sheet.value.rows.length);
  const mapping: TableMapping =
    chosen && row !== guess.headerRow
      ? { ...guess, headerRow: row, columns: columnsOf(headingsOf(sheet.value, row - 1)) }
      : guess;
  const headings = headingsOf(sheet.value, mapping.headerRow - 1);
  return { file, refusal: null, sheet: sheet.value, profile, accounts, mapping, headings };
}
