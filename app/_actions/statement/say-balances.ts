"use server";

import { z } from "zod";

import { readStatement } from "#/app/_statements/read-statement.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import { findStatementProfile } from "#/db/queries/statement-profiles.ts";
import { keepReading } from "#/db/writes/statement-profiles.ts";
import { refuse } from "#/lib/action-result.ts";
import { parseMoney } from "#/lib/money/kopecks.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

const sum = z.string().transform((text, ctx) => {
  const read = parseMoney(text);
  if (read.ok) return read.value;
  ctx.addIssue({ code: "custom", message: read.error });
  return z.NEVER;
});

/** The balances of one table that prints none, read out by the accountant. They must hold, like any file's own. */
export const sayBalancesAction = action({
  name: "say-statement-balances",
  allow: "statement.import",
  input: z.object({ fileId: z.uuid(), profileId: z.uuid(), opening: sum, closing: sum }),
  run: async ({ tx, actor, input, now, origin }) => {
    const { fileId, profileId, ...balances } = input;
    const file = await findFile(tx, actor, fileId);
    const profile = await findStatementProfile(tx, profileId);
    if (file?.kind !== "statement" || !profile) return refuse("record.not_found");
    await keepReading(tx, { fileId, profileId, balances }, { actor, origin, now });
    const read = await readStatement(
      tx,
      { id: fileId, bytes: await fileBytes(tx, fileId) },
      { ownAccounts: await sellerAccounts(tx) },
    );
    return read.ok ? ok({ href: `/staff/payments/statements/preview/${fileId}` }) : refuse(read.error);
  },
});
