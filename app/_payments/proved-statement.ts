import "server-only";

import { alignerOf } from "#/app/_statements/aligned.ts";
import { isBanksOwn, readStatement } from "#/app/_statements/read-statement.ts";
import type { Tx } from "#/db/client.ts";
import { BATCH, type LineBatches } from "#/db/writes/statements.ts";
import { ok, type Result } from "#/lib/result.ts";
import { type ParseOptions, proving } from "#/lib/statement/parse.ts";
import type { StatementHead, StatementLine, StatementRefusal } from "#/lib/statement/statement.ts";
import { inSlices, type Watch } from "./in-slices.ts";

type Proved = StatementHead & { lines: readonly StatementLine[] | LineBatches };

/**
 * A file proved whole before anything of it is kept. A bank's own format is read twice: once for its proof, once more, some lines at
 * a time, while they are kept; so a statement of 100,000 lines never stands in memory. Tables are small and read once.
 */
export async function provedStatement(
  tx: Tx,
  file: { id: string; bytes: Uint8Array },
  options: ParseOptions,
  watch: Watch,
): Promise<Result<Proved, StatementRefusal>> {
  const { bytes } = file;
  if (!isBanksOwn(bytes)) return readStatement(tx, file, options, watch);
  let count = 0;
  const head = await inSlices(
    proving(bytes, options, () => {
      count++;
    }),
    watch,
  );
  if (!head.ok) return head;
  // Lines that another kind of file has brought before come under their known keys.
  const align = await alignerOf(tx, head.value);
  return ok({ ...head.value, lines: { count, batches: batchesOf(bytes, options, align) } });
}

type Align = (line: StatementLine) => StatementLine;

function* batchesOf(bytes: Uint8Array, options: ParseOptions, align: Align | null): Generator<StatementLine[]> {
  let batch: StatementLine[] = [];
  const work = proving(bytes, options, (line) => batch.push(align ? align(line) : line));
  for (let done = false; !done; ) {
    done = work.next().done === true;
    if (batch.length < BATCH && !done) continue;
    if (batch.length > 0) yield batch;
    batch = [];
  }
}
