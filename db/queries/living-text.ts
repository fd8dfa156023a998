import "server-only";

import type { Tx } from "#/db/client.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { evidenceOfContract } from "./cabinet-evidence.ts";
import { findContract } from "./contracts.ts";
import { editionById } from "./documents.ts";
import { editionsOfContract } from "./editions-of-contract.ts";

/** A contract with the edition that it is read in (the accepted one, before acceptance the one shown) and its whole log. */
export async function livingText(tx: Tx, actor: Actor, id: string) {
  const contract = await findContract(tx, actor, id);
  if (!contract) return null;
  const edition = await editionById(tx, contract.acceptedOfferId ?? contract.shownOfferId);
  if (!edition) return null;
  const library = await editionsOfContract(tx, id);
  return { contract, edition, library, evidence: await evidenceOfContract(tx, actor, id) };
}
