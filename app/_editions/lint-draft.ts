import "server-only";

import type { Tx } from "#/db/client.ts";
import { type DraftRow, newestEdition } from "#/db/queries/edition-drafts.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { lintEdition } from "#/lib/editions/lint/lint-edition.ts";
import type { LintReport } from "#/lib/editions/lint/rules.ts";
import { lintFacts } from "./lint-facts.ts";

/** What the linter says of a draft, held against its own facts and the offer in force today. */
export async function lintDraft(tx: Tx, draft: DraftRow, today: Day): Promise<LintReport> {
  const { kind, orderDate, bindings, seller, sourceUrl, title, clauses } = draft;
  const successor = (await newestEdition(tx, draft.documentId, draft.language)) !== null;
  const dates = { orderDate, publishedOn: draft.publishOn, inForceFrom: draft.inForceFrom };
  const facts = await lintFacts(tx, { kind, ...dates, successor, bindings, seller, sourceUrl }, today);
  return lintEdition({ title, clauses }, facts);
}
