import { z } from "zod";

import { ticked } from "#/lib/requisites/fields.ts";
import { type Requisites, requisitesInput } from "#/lib/requisites/requisites.ts";

export const registerPartyInput = z.object({
  requisites: requisitesInput,
  confirmed: ticked("party.confirm_required"),
});

/**
 * Clauses 1.2, 7.1: version 1 of a party's requisites. How its acts will travel: a legal entity by ЭДиН (3.6), an individual by
 * post (3.7); the contract forgets the ИП, so it is ЭДиН when a GLN is given, else post, and stays a setting of the party.
 */
export function actChannelFor(requisites: Requisites): "edi" | "post" {
  if (requisites.kind === "legalEntity") return "edi";
  if (requisites.kind === "individual") return "post";
  return requisites.gln ? "edi" : "post";
}
