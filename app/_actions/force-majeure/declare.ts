"use server";

import { givenAt } from "#/app/_time/now.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { fileOfParty } from "#/db/queries/files.ts";
import { insertCase } from "#/db/writes/force-majeure.ts";
import { refuse } from "#/lib/action-result.ts";
import { declareCase, declareOnContractInput, mayBeDeclared } from "#/lib/contract/steps/force-majeure.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";
import { partyByHand } from "../party-by-hand.ts";

/** Clause 5.3, a customer's notice: for one contract of its own, by itself or on its word. */
export const declareForceMajeureAction = action({
  name: "declare-force-majeure",
  allow: "contract.declare-force-majeure",
  input: declareOnContractInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "customer" && actor.kind !== "staff") return refuse("auth.forbidden");
    const contract = await findContract(tx, actor, input.contractId);
    if (!contract) return refuse("record.not_found");
    if (input.version !== contract.version) return refuse("record.changed");
    const { onBehalf } = input;
    const { partyId } = contract;
    const whose = await partyByHand(tx, actor, { event: "force-majeure-declared", partyId, onBehalf });
    if (!whose.ok) return whose;
    if (!mayBeDeclared(contract)) return refuse("force_majeure.no_contract");
    const fileId = input.fileId ?? null;
    if (fileId && !(await fileOfParty(tx, actor, fileId, partyId))) return refuse("file.not_found");
    const days = contract.bindings.forceMajeureNoticeCalendarDays;
    const declared = declareCase(input, days, await givenAt(tx, now));
    if (!declared.ok) return refuse(declared.error);
    const id = crypto.randomUUID();
    const contracts = [{ id: contract.id, partyId }];
    await insertCase(
      tx,
      id,
      { ...declared.value, scope: "listed", contracts, fileId },
      { actor, origin, now, onBehalf },
    );
    return ok({ caseId: id });
  },
});
