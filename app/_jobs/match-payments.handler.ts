import "server-only";

import { z } from "zod";

import { matchStatement, PORTION } from "#/app/_payments/match-statement.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ statementId: z.uuid() });

/** Matches what an imported statement brought, one portion a message, so that a stop is answered within its ten seconds. */
export const matchPayments: Handler = async ({ db, now }, message) => {
  const { statementId } = payload.parse(message);
  return (await matchStatement(db, statementId, now, { limit: PORTION })) === PORTION ? "again" : undefined;
};
