import "server-only";

import type { Tx } from "#/db/client.ts";
import { fileOfParty } from "#/db/queries/files.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { type BehalfEvent, type OnBehalf, refusedEventByHand } from "#/lib/contract/on-behalf.ts";
import { ok } from "#/lib/result.ts";
import { refuseBehalf } from "./refuse-behalf.ts";

type Asked = { event: BehalfEvent; partyId: string | null | undefined; onBehalf?: OnBehalf | undefined };

/**
 * Whose event it is that is no move of the table of life: a customer's own, whatever party the form names, or that of the party
 * that staff name, with its word and its paper. Steps of a contract are asked the same by `takeStep`.
 */
export async function partyByHand(tx: Tx, actor: Actor, asked: Asked): Promise<ActionResult<string>> {
  const forbidden = refusedEventByHand(asked.event, actor, asked.onBehalf);
  if (forbidden) return refuseBehalf(forbidden);
  const partyId = actor.kind === "customer" ? actor.partyId : asked.partyId;
  if (!partyId) return refuse("record.not_found");
  const paper = asked.onBehalf?.fileId;
  if (paper && !(await fileOfParty(tx, actor, paper, partyId)))
    return refuse("form.invalid", { "onBehalf.fileId": { code: "file.not_found" } });
  return ok(partyId);
}
