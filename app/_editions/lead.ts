import "server-only";

import type { Tx } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { type DraftRow, newestEdition } from "#/db/queries/edition-drafts.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { leadDays } from "#/lib/editions/draft.ts";

/** Calendar days from publication to force for this draft: the offer in force promises its own (6.2), settings say the rest. */
export async function leadOf(tx: Tx, draft: DraftRow, today: Day): Promise<number> {
  const first = (await newestEdition(tx, draft.documentId, draft.language)) === null;
  const { priceListLeadDays, documentLeadDays } = await settingsOn(tx, today);
  const offer = (await editionInForce(tx, OFFER, today))?.bindings?.editionCalendarDays ?? documentLeadDays;
  return leadDays(draft.kind, { offer, priceList: priceListLeadDays, other: documentLeadDays }, first);
}
