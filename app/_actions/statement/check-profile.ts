"use server";

import { checkMapping } from "#/app/_statements/checked-mapping.ts";
import { refuse } from "#/lib/action-result.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { ok } from "#/lib/result.ts";
import { mappingInput } from "#/lib/statement/table/profile-input.ts";
import { action } from "../action.ts";

/** What a mapping would read, while it is being made. Changes nothing. */
export const checkProfileAction = action({
  name: "check-statement-profile",
  allow: "statement.import",
  input: mappingInput,
  run: async ({ tx, actor, input: { fileId, mapping } }) => {
    if (!fileId) return refuse("record.not_found");
    const checked = await checkMapping(tx, actor, fileId, mapping);
    if (!checked.ok) return checked;
    const read = checked.value.statement;
    if (!read) return ok(null);
    const { lines, opening, credits, debits, closing } = read;
    return ok({
      lines: lines.length,
      ...{ opening: formatAmount(opening), credits: formatAmount(credits) },
      ...{ debits: formatAmount(debits), closing: formatAmount(closing) },
    });
  },
});
