import "server-only";

import { type Db, inTenant } from "#/db/client.ts";
import { awaitedOn, lockRefund } from "#/db/queries/refunds.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { close } from "#/db/writes/refunds.ts";
import { closedBy } from "#/lib/refund/close.ts";
import { moveRefund } from "#/lib/refund/refund.ts";

const CLOSER = { kind: "system", job: "close-refunds" } as const;

/**
 * Closes approved refunds by the debit lines of a statement (sum, account and number agree, nothing ties). Asked again it finds
 * nothing left: a closed refund awaits no line, and a line closes one refund. Returns how many it closed.
 */
export const closeRefunds = (db: Db, statementId: string, now: Date): Promise<number> =>
  inTenant(db, CLOSER, async (tx) => {
    const { refunds, lines } = await awaitedOn(tx, statementId);
    let closed = 0;
    for (const { refundId, lineId } of closedBy(refunds, lines)) {
      const refund = await lockRefund(tx, refundId);
      const line = lines.find(({ id }) => id === lineId);
      if (!refund || !line || !moveRefund(refund, "close-refund", CLOSER).ok) continue;
      await close(tx, refund, line, { actor: CLOSER, origin: NO_ORIGIN, now });
      closed++;
    }
    return closed;
  });
