"use server";

import { givenAt } from "#/app/_time/now.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { fileOfParty } from "#/db/queries/files.ts";
import { insertCase } from "#/db/writes/force-majeure.ts";
import { refuse } from "#/lib/action-result.ts";
import { declareCase, declareOnContractInput, mayBeDeclared } from "#/lib/contract/steps/force-majeure.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Clause 5.3, a customer's notice: for one contract of its own. */
export const declareForceMajeureAction = action({
  name: "declare-force-majeure",
  allow: "contract.declare-force-majeure",
  input: declareOnContractInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "customer") return refuse("auth.forbidden");
    const contract = await findContract(tx, actor, input.contractId);
    if (!contract) return refuse("record.not_found");
    if (input.version !== contract.version) return refuse("record.changed");
    if (!mayBeDeclared(contract)) return refuse("force_majeure.no_contract");
    const fileId = input.fileId ?? null;
    if (fileId && !(await fileOfParty(tx, actor, fileId, actor.partyId))) return refuse("file.not_found");
    const days = contract.bindings.forceMajeureNoticeCalendarDays;
    const declared = declareCase(input, days, await givenAt(tx, now));
    if (!declared.ok) return refuse(declared.error);
    const id = crypto.randomUUID();
    const contracts = [{ id: contract.id, partyId: contract.partyId }];
    await insertCase(tx, id, { ...declared.value, scope: "listed", contracts, fileId }, { actor, origin, now });
    return ok({ caseId: id });
  },
});
