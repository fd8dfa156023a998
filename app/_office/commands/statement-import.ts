import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { importStatement } from "#/app/_payments/import-statement.ts";
import { matchStatement } from "#/app/_payments/match-statement.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, type Db, database, inTenant } from "#/db/client.ts";
import { findStatement } from "#/db/queries/staff-statements.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { Refusal } from "#/lib/action-result.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import { STATEMENT_MAX_BYTES } from "#/lib/statement/statement.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";

const OFFICE = { kind: "system", job: "office" } as const;

/** Clause 3.4 from the command line: the checks of the upload page, the import, and the matching to its end. */
export const statementImport: Command = {
  async run(call) {
    const file = onlyText(call, "файл выписки");
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new WrongCall(`нет такого файла: ${file}`);
    // Asked before reading: a file of gigabytes is refused, not read into memory to be refused.
    if (found.size > STATEMENT_MAX_BYTES)
      return refused({ code: "statement.too_large", params: { bytes: found.size, limit: STATEMENT_MAX_BYTES } });
    const bytes = await readFile(file);
    try {
      return await take(database(), path.basename(file), bytes);
    } finally {
      await closeDatabase();
    }
  },
};

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A refused file leaves nothing behind, the upload itself included: the transaction is thrown away whole. */
async function take(db: Db, name: string, bytes: Uint8Array): Promise<Answer> {
  const now = await currentTime(db);
  try {
    const done = await inTenant(db, OFFICE, async (tx) => {
      const kept = await insertFile(tx, OFFICE, now, {
        partyId: null,
        kind: "statement",
        name,
        mediaType: "application/octet-stream",
        bytes,
      });
      if (!kept) throw new Refused({ code: "record.changed" });
      const imported = await importStatement(tx, { ...kept, bytes }, { actor: OFFICE, origin: NO_ORIGIN, now });
      if (!imported.ok) throw new Refused(imported.error);
      return imported.value;
    });
    const taken = await matchStatement(db, done.statementId, now);
    const { lines, new: fresh, duplicates } = done;
    // The same file again did nothing: what became of its lines before is not this call's answer.
    if (fresh === 0 && taken === 0)
      return answer({ lines, new: 0, duplicates, allocated: 0, proposed: 0, unidentified: 0 });
    const matched = await inTenant(db, OFFICE, (tx) => findStatement(tx, done.statementId), { readOnly: true });
    const { allocated = 0, balance = 0, proposed = 0, unidentified = 0 } = matched?.counts ?? {};
    return answer({ lines, new: fresh, duplicates, allocated: allocated + balance, proposed, unidentified });
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    throw error;
  }
}

function refused({ code, params }: Refusal): Answer {
  const message = errorWords("ru")(code, params);
  return { ok: false, json: { reason: code, params: params ?? {}, message }, text: `Отказ: ${message} (${code})` };
}

type Counts = Record<"lines" | "new" | "duplicates" | "allocated" | "proposed" | "unidentified", number>;

const answer = (json: Counts): Answer => ({ ok: true, json, text: asText(json) });

const asText = ({ lines, new: fresh, duplicates, allocated, proposed, unidentified }: Counts) =>
  [
    `строк: ${lines}, новых: ${fresh}, уже были: ${duplicates}`,
    `зачислено: ${allocated}, решить: ${proposed}, не опознано: ${unidentified}`,
  ].join("\n");
