import { parseStatement } from "../../parse.ts";
import { fingerprintOf, fingerprintsIn } from "../../table/headings.ts";
import { openTable } from "../../table/open-table.ts";
import { readTable } from "../../table/read-table.ts";
import { HEAD, MAPPING } from "../../table/testing/tables.ts";
import { ACCOUNT } from "../write.ts";

/** A file that lies, and the only right answer to it: "taken" where it looks worse than it is. */
export type Hostile = { name: string; bytes: Uint8Array; verdict: string };

/** The way of an upload: a table through the profile of its account, everything else by the banks' own formats. */
export async function verdictOf(bytes: Uint8Array): Promise<string> {
  const table = await openTable(bytes);
  if (!table.ok) return table.error.code;
  if (table.value && !fingerprintsIn(table.value).has(fingerprintOf(HEAD))) return "statement.table_no_profile";
  const read = table.value ? readTable(table.value, MAPPING, null) : parseStatement(bytes, { ownAccounts: [ACCOUNT] });
  return read.ok ? "taken" : read.error.code;
}
