// One try at bringing a statement: keeps what is not kept yet, matches what is not matched yet. Made to be killed anywhere.
// usage: node --conditions=react-server app/_testing/prove/import-child.ts <file> <now>
import "server-only";

import { readFile } from "node:fs/promises";

import { matchStatement } from "#/app/_payments/match-statement.ts";
import { connect } from "#/db/client.ts";
import { bringStatement } from "./statements.ts";

const [file = "", now = ""] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(file));
const { db, client } = connect(process.env.APP_DATABASE_URL ?? "", { max: 4 });
process.send?.("begun");
const { statementId } = await bringStatement(db, bytes, new Date(now));
process.send?.("kept");
await matchStatement(db, statementId, new Date(now));
await client.end();
process.exit(0);
