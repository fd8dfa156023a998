import "server-only";

import type { Tx } from "#/db/client.ts";
import { editionInForce, OFFER, PRICE_LIST } from "#/db/queries/documents.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { EditionRef } from "#/lib/contract/frozen.ts";
import type { PaperModels } from "#/lib/documents/papers.ts";
import type { PreviewChoice } from "#/lib/documents/preview/choice.ts";
import { type PreviewedKind, previewModel } from "#/lib/documents/preview/model.ts";
import { sealed } from "#/lib/documents/shared/seal.ts";
import { env } from "#/lib/env.ts";

/** The code of every sample: no paper has it, so its page says that we have issued no such document. */
const CODE = "000000000000";

/** A template about invented customers and the seller of today; null while no offer is in force. */
export async function sampleOf<Kind extends PreviewedKind>(
  tx: Tx,
  now: Date,
  kind: Kind,
  choice: PreviewChoice,
): Promise<PaperModels[Kind] | null> {
  const on = dayInMinsk(now);
  const [offer, priceList] = [await editionInForce(tx, OFFER, on), await editionInForce(tx, PRICE_LIST, on)];
  if (!offer?.seller || !priceList) return null;
  const facts = { ...choice, seller: offer.seller, offer: ref(offer), priceList: ref(priceList) };
  return sealed(previewModel(kind, facts), env().PUBLIC_ORIGIN, CODE);
}

const ref = ({ id, slug, number, sha256, orderNumber, orderDate }: EditionRef): EditionRef => ({
  ...{ id, slug, number, sha256, orderNumber, orderDate },
});
