import "server-only";

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
  return head.ok ? ok({ ...head.value, lines: { count, batches: batchesOf(bytes, options) } }) : head;
}

function* batchesOf(bytes: Uint8Array, options: ParseOptions): Generator<StatementLine[]> {
  let batch: StatementLine[] = [];
  const work = proving(bytes, options, (line) => batch.push(line));
  for (let done = false; !done; ) {
    done = work.next().done === true;
    if (batch.length < BATCH && !done) continue;
    if (batch.length > 0) yield batch;
    batch = [];
  }
}
