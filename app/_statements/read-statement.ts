import "server-only";

import { inSlices, type Watch } from "#/app/_payments/in-slices.ts";
import type { Tx } from "#/db/client.ts";
import { readingOf, type StatementProfile, statementProfileList } from "#/db/queries/statement-profiles.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { decodeStatement } from "#/lib/statement/decode.ts";
import { parsing } from "#/lib/statement/parse.ts";
import { recognise } from "#/lib/statement/recognise.ts";
import { STATEMENT_MAX_BYTES, type Statement, type StatementRefusal } from "#/lib/statement/statement.ts";
import { fingerprintsIn } from "#/lib/statement/table/headings.ts";
import { openTable } from "#/lib/statement/table/open-table.ts";
import { readTable, type TypedBalances } from "#/lib/statement/table/read-table.ts";
import type { Sheet } from "#/lib/statement/table/sheet.ts";
import { accountsAbove, headingsGuess } from "#/lib/statement/table/suggest.ts";
import { aligned } from "./aligned.ts";

type Options = {
  ownAccounts?: readonly string[];
  /** A profile named by hand: it reads the table whatever its headings are. */
  profile?: StatementProfile;
};
type File = { id: string | null; bytes: Uint8Array };

/**
 * A bank's file of any kind → a proved statement. What is no format of the banks' own is a table, read through the
 * accountant's profile: the one said for this file, else the one that knows its headings. Lines that another kind of file has
 * brought before come under their known keys.
 */
export async function readStatement(
  tx: Tx,
  file: File,
  options: Options = {},
  watch: Watch = {},
): Promise<Result<Statement, StatementRefusal>> {
  const read = await readAlone(tx, file, options, watch);
  return read.ok ? ok(await aligned(tx, read.value)) : read;
}

async function readAlone(
  tx: Tx,
  { id, bytes }: File,
  options: Options,
  watch: Watch,
): Promise<Result<Statement, StatementRefusal>> {
  // A bank's own format is known by its beginning; to look for a table in all of it would only take time.
  if (bytes.length > STATEMENT_MAX_BYTES || isBanksOwn(bytes)) return inSlices(parsing(bytes, options), watch);
  const table = await openTable(bytes);
  if (!table.ok) return table;
  if (!table.value) return inSlices(parsing(bytes, options), watch);
  const sheet = table.value;
  const said = id === null ? null : await readingOf(tx, id);
  const found = options.profile ?? (await profileOfTable(tx, sheet, id));
  if (!found)
    return err({ code: "statement.table_no_profile", params: { headings: headingsGuess(sheet).slice(0, 200) } });
  const own = options.ownAccounts ?? [];
  if (own.length > 0 && !own.includes(found.account))
    return err({ code: "statement.wrong_account", params: { expected: own.join(", "), found: found.account } });
  const typed = said?.reading.profileId === found.id ? typedOf(said.reading) : null;
  return readTable(sheet, placed(sheet, found), typed, found.name);
}

/** Whose table it is: as a person said for this file, else by its headings; null where nobody has described it. */
export async function profileOfTable(tx: Tx, sheet: Sheet, fileId: string | null): Promise<StatementProfile | null> {
  const said = fileId === null ? null : await readingOf(tx, fileId);
  return said?.profile ?? knownProfile(tx, sheet);
}

/** The page where the accountant says what a table left unsaid; null for every other refusal. */
export function wayOn({ code }: { code: string }, fileId: string): string | null {
  if (code === "statement.table_no_profile") return `/staff/payments/statements/profiles/map?file=${fileId}`;
  return code === "statement.table_no_balances" ? `/staff/payments/statements/balances?file=${fileId}` : null;
}

const typedOf = ({ opening, closing }: { opening: bigint | null; closing: bigint | null }): TypedBalances | null =>
  opening === null || closing === null ? null : { opening, closing };

/** The same headings may stand some rows lower in the next file: the preamble grows with its words. */
function placed(sheet: Sheet, { mapping, fingerprint }: StatementProfile) {
  const row = fingerprintsIn(sheet).get(fingerprint);
  return row === undefined ? mapping : { ...mapping, headerRow: row + 1 };
}

/** The one profile in use that knows the headings. Two accounts of one bank are told apart by what the table prints. */
async function knownProfile(tx: Tx, sheet: Sheet): Promise<StatementProfile | null> {
  const prints = fingerprintsIn(sheet);
  const known = (await statementProfileList(tx)).filter(({ fingerprint }) => prints.has(fingerprint));
  if (known.length < 2) return known[0] ?? null;
  const ours = known.filter(({ fingerprint, account }) =>
    accountsAbove(sheet, prints.get(fingerprint) ?? 0).includes(account),
  );
  return ours.length === 1 ? (ours[0] as StatementProfile) : null;
}

const BEGINNING = 64 * 1024;

/** Whether a bank's own format begins here; what is none may be a table. */
export function isBanksOwn(bytes: Uint8Array): boolean {
  const beginning = decodeStatement(bytes.subarray(0, BEGINNING));
  return beginning.ok && recognise(beginning.value).ok;
}
