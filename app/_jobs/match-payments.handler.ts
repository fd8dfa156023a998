import "server-only";

import { z } from "zod";

import { matchStatement, PORTION } from "#/app/_payments/match-statement.ts";
import { closeRefunds } from "#/app/_refunds/close.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ statementId: z.uuid() });

/** Matches what an imported statement brought, one portion a message, so that a stop is answered within its ten seconds. */
export const matchPayments: Handler = async ({ db, now }, message) => {
  const { statementId } = payload.parse(message);
  if ((await matchStatement(db, statementId, now, { limit: PORTION })) === PORTION) return "again";
  // Its debits, once its credits are done: money that went back closes its refunds.
  await closeRefunds(db, statementId, now);
  return undefined;
};
