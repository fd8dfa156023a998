"use server";

import { ediDocument } from "#/db/queries/edi.ts";
import { moveEdiDocument } from "#/db/writes/edi.ts";
import { record } from "#/db/writes/evidence.ts";
import { refuse } from "#/lib/action-result.ts";
import { ediDocumentInput } from "#/lib/edi/inputs.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** An act that the operator does not take goes another way: by hand, or ordered anew. */
export const withdrawEdiAction = action({
  name: "withdraw-edi",
  allow: "contract.send-act",
  input: ediDocumentInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const found = await ediDocument(tx, input.ediDocumentId);
    if (!found) return refuse("record.not_found");
    const { document, act } = found;
    const moved = await moveEdiDocument(tx, document.id, { state: "failed", failedAt: now, failure: "edi.withdrawn" });
    if (!moved) return refuse("record.changed");
    await record(tx, actor, origin, now, {
      chain: `edi:${document.id}`,
      partyId: act.partyId,
      contractId: act.contractId,
      step: "withdraw-edi",
      data: { documentId: document.documentId },
    });
    return ok({ ediDocumentId: document.id });
  },
});
