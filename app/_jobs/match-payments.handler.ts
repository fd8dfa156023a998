import "server-only";

import { z } from "zod";

import { matchStatement } from "#/app/_payments/match-statement.ts";
import type { Handler } from "./job.ts";

const payload = z.object({ statementId: z.uuid() });
/** So many at once that a stop is answered within its ten seconds. */
const PORTION = 50;

/** Matches what an imported statement brought; each payment commits by itself, so this one only has to be asked often enough. */
export const matchPayments: Handler = async ({ db, now }, message) => {
  const { statementId } = payload.parse(message);
  return (await matchStatement(db, statementId, now, PORTION)) === PORTION ? "again" : undefined;
};
