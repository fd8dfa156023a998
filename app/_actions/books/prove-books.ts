"use server";

import { z } from "zod";

import { proveBooks } from "#/db/queries/book-proof.ts";
import { storeProof } from "#/db/writes/book-proofs.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** The proof of the night, now: after a cause was mended nobody has to wait for the morning. */
export const proveBooksAction = action({
  name: "prove-books",
  allow: "books.close",
  input: z.object({}),
  run: async ({ tx, actor, now, origin }) => {
    const findings = await proveBooks(tx);
    await storeProof(tx, findings, { actor, origin, now, day: dayInMinsk(now) });
    return ok({ findings: findings.length });
  },
});
