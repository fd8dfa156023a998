import "server-only";

import type { Tx } from "#/db/client.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import type { Statement } from "#/lib/statement/statement.ts";
import { fingerprintOf, headingsOf } from "#/lib/statement/table/headings.ts";
import type { TableMapping } from "#/lib/statement/table/mapping.ts";
import { openTable } from "#/lib/statement/table/open-table.ts";
import { readTable } from "#/lib/statement/table/read-table.ts";
import type { Sheet } from "#/lib/statement/table/sheet.ts";

/** The table of an uploaded file; refused where the file is another's, or no table. */
export async function tableOfFile(tx: Tx, actor: Actor, fileId: string): Promise<ActionResult<Sheet>> {
  const file = await findFile(tx, actor, fileId);
  if (file?.kind !== "statement") return refuse("record.not_found");
  const opened = await openTable(await fileBytes(tx, fileId));
  if (!opened.ok) return refuse(opened.error);
  return opened.value ? ok(opened.value) : refuse("profile.no_table");
}

export type Checked = { fingerprint: string; statement: Statement | null };

/**
 * A mapping tried on the table that it was made from. It must read it: a profile that reads nothing would be refused next
 * month, when nobody remembers why. Balances that a person types in are not known yet, so there `statement` is null.
 */
export async function checkMapping(
  tx: Tx,
  actor: Actor,
  fileId: string,
  mapping: TableMapping,
): Promise<ActionResult<Checked>> {
  if (!(await sellerAccounts(tx)).includes(mapping.account))
    return refuse("form.invalid", { account: { code: "profile.foreign_account" } });
  const sheet = await tableOfFile(tx, actor, fileId);
  if (!sheet.ok) return sheet;
  const headings = headingsOf(sheet.value, mapping.headerRow - 1);
  if (headings.filter((text) => text !== "").length < 3)
    return refuse("form.invalid", { headerRow: { code: "profile.no_headings" } });
  const fingerprint = fingerprintOf(headings);
  const read = readTable(sheet.value, mapping, null);
  if (!read.ok && read.error.code !== "statement.table_no_balances") return refuse(read.error);
  return ok({ fingerprint, statement: read.ok ? read.value : null });
}
