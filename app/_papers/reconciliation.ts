import "server-only";

import type { z } from "zod";
import type { Tx } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { findParty, requisitesHistory } from "#/db/queries/parties.ts";
import { agreedBefore, settlementsUntil } from "#/db/queries/reconciliations.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { insertReconciliation } from "#/db/writes/reconciliations.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { frozenLanguage } from "#/lib/contract/frozen.ts";
import { baseOf } from "#/lib/documents/reconciliation/balance.ts";
import { readPeriod, type reconciliationInput } from "#/lib/documents/reconciliation/request.ts";
import { ok } from "#/lib/result.ts";

type Who = { actor: PersonActor; now: Date; origin: Origin };

/**
 * Freezes what stands between the sides over a period, with the requisites and the offer of today; gives the paper's id. It starts
 * from the agreed act before it, where there is one; a new edition names the act that it replaces.
 */
export async function drawUpReconciliation(
  tx: Tx,
  { partyId, ...asked }: z.output<typeof reconciliationInput>,
  { actor, now, origin }: Who,
  replacesId?: string,
): Promise<ActionResult<{ id: string; number: string }>> {
  const issuedOn = dayInMinsk(now);
  const period = readPeriod(asked, issuedOn);
  if (!period.ok) return refuse("form.invalid", { [period.error.field]: { code: period.error.code } });
  const { from, to } = period.value;
  const own = actor.kind === "customer" ? actor.partyId : partyId;
  if (!own || (partyId && partyId !== own)) return refuse("record.not_found");
  const party = await findParty(tx, actor, own);
  const [current] = party ? await requisitesHistory(tx, own) : [];
  const offer = await editionInForce(tx, OFFER, issuedOn);
  if (!party || !current || !offer?.seller) return refuse("record.not_found");
  const { id, slug, number, sha256, orderNumber, orderDate, seller } = offer;
  const settlements = await settlementsUntil(tx, own, to);
  const agreed = await agreedBefore(tx, own, from);
  const frozen = {
    ...frozenLanguage(party.paperLanguage),
    ...{ seller, buyer: current.requisites, from, to },
    offer: { id, slug, number, sha256, orderNumber, orderDate },
    ...settlements,
    ...(agreed && { base: baseOf({ ...agreed, ...agreed.frozen }, settlements.operations) }),
  };
  return ok(
    await insertReconciliation(
      tx,
      { partyId: own, issuedOn, frozen, ...(replacesId && { replacesId }) },
      { actor, origin, now },
    ),
  );
}
