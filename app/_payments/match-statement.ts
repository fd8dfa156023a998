import "server-only";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { type Db, inTenant } from "#/db/client.ts";
import { keepProposals } from "#/db/writes/statements.ts";
import { log } from "#/lib/log.ts";
import { MATCHER, matchNext } from "./match-next.ts";
import { matchPortion } from "./match-portion.ts";

/** Payments in one transaction: some tenths of a second, so that whoever waits for one of its contracts hardly notices. */
export const PORTION = 250;

type Options = {
  /** At most so many payments in this call. */
  limit?: number;
  portion?: number;
  stop?: AbortSignal;
};

/**
 * Matches what a statement brought, a portion a transaction, so a kill in the middle loses and doubles nothing and the next run goes
 * on. Several runs at once share the work: each takes rows that nobody holds. A portion that fails is tried in smaller parts down
 * to its single payments; the one that fails alone goes to a person, and the others go on. Returns how many it took.
 */
export async function matchStatement(
  db: Db,
  statementId: string,
  now: Date,
  { limit = Number.POSITIVE_INFINITY, portion = PORTION, stop }: Options = {},
): Promise<number> {
  let done = 0;
  let size = portion;
  const later: { id: string; error: unknown }[] = [];
  while (done < limit && !stop?.aborted) {
    const most = Math.min(size, limit - done);
    const but = later.map(({ id }) => id);
    let at: string | null = null;
    try {
      const took = await inTenant(db, MATCHER, async (tx) =>
        most > 1
          ? matchPortion(tx, statementId, now, most, but)
          : Number(
              await matchNext(tx, statementId, now, but, (id) => {
                at = id;
              }),
            ),
      );
      if (took === 0) break;
      done += took;
      size = Math.min(portion, size * 10);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (most > 1) size = Math.ceil(most / 10);
      else if (at === null) throw error;
      else if (passes(error)) later.push({ id: at, error });
      else {
        await leaveToPerson(db, at, error);
        done++;
      }
    }
  }
  // Whoever was in the way is gone when the job comes again.
  if (later.length > 0 && done < limit) throw later[0]!.error;
  return done;
}

/** Locks, deadlocks, a full disk: nothing that the payment itself could mend. */
const PASSES = /^(40|53|55|57|58)/;
const passes = (error: unknown) => {
  const code = ((error as { cause?: { code?: unknown } }).cause ?? (error as { code?: unknown })).code;
  return typeof code === "string" && PASSES.test(code);
};

async function leaveToPerson(db: Db, paymentId: string, error: unknown) {
  log.error({ job: MATCHER.job, jobId: paymentId, err: error }, "a payment could not be matched, a person decides");
  await inTenant(db, MATCHER, (tx) => keepProposals(tx, [{ paymentId, proposals: [] }]));
}
