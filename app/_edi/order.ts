import "server-only";

import type { Tx } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { ediTries } from "#/db/queries/edi.ts";
import { queueEdiDocument } from "#/db/writes/edi.ts";
import { type Origin, record } from "#/db/writes/evidence.ts";
import { tell } from "#/db/writes/outbox.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { currentAct } from "#/lib/contract/contract.ts";
import { ediDocumentId } from "#/lib/edi/document-id.ts";
import { ok } from "#/lib/result.ts";

/** Orders the issued act to go through ЭДиН (3.6): the worker signs it, hands it over and takes the step of the day when it went. */
export async function orderEdi(
  tx: Tx,
  { contractId, version }: { contractId: string; version: number },
  senderGln: string | null,
  { actor, origin, now }: { actor: Actor; origin: Origin; now: Date },
): Promise<ActionResult<{ documentId: string }>> {
  const contract = await findContract(tx, actor, contractId);
  if (!contract) return refuse("record.not_found");
  if (contract.version !== version) return refuse("record.changed");
  if (!senderGln) return refuse("edi.off");
  const act = currentAct(contract);
  if (act?.status !== "issued") return refuse("edi.nothing_to_send");
  if (contract.party.kind === "individual") return refuse({ code: "act.channel", params: { clause: "3.7" } });
  const { buyer } = act.frozen;
  const receiverGln = buyer.kind === "individual" ? null : buyer.gln;
  if (!receiverGln) return refuse("edi.no_gln");
  const attempt = (await ediTries(tx, act.id)) + 1;
  const documentId = ediDocumentId({ gln: senderGln, number: act.number, attempt });
  const id = await queueEdiDocument(tx, {
    actId: act.id,
    contractId,
    documentId,
    senderGln,
    receiverGln,
    orderedAt: now,
    orderedBy: actorRef(actor).id,
  });
  if (!id) return refuse("edi.queued");
  await record(tx, actor, origin, now, {
    chain: `edi:${id}`,
    partyId: contract.partyId,
    contractId,
    step: "order-edi",
    clause: "3.6",
    data: { documentId, number: act.number, receiverGln },
  });
  await tell(tx, now, { topic: "edi-send", payload: { ediDocumentId: id } });
  return ok({ documentId });
}
