import "server-only";

import type { Tx } from "#/db/client.ts";
import type { ActionResult } from "#/lib/action-result.ts";

/** Thrown to undo the transaction of a refusal: nothing is stored, not even the key, so the corrected form may be sent again. */
class Refused extends Error {
  readonly result: ActionResult<never>;
  constructor(result: ActionResult<never>) {
    super("refused");
    this.result = result;
  }
}

/** Runs `work` in the transaction (or savepoint) that `begin` opens; a refusal undoes all that it wrote and is still the answer. */
export async function orUndo<T>(
  begin: (body: (tx: Tx) => Promise<ActionResult<T>>) => Promise<ActionResult<T>>,
  work: (tx: Tx) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  try {
    return await begin(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}
