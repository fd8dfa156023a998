"use server";

import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { contractByIdOrNumber } from "#/db/queries/calendar.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { findFile } from "#/db/queries/files.ts";
import { insertCase } from "#/db/writes/force-majeure.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { declareCase, declareForAllInput, mayBeDeclared } from "#/lib/contract/steps/force-majeure.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** 5.3: the term of the notice is the same in every edition so far; each contract's own is shown with it. */
const NOTICE_DAYS = 10;

/** Clause 5.3, the seller's notice: for all contracts or for those whose invoices are named. */
export const declareForContractsAction = action({
  name: "declare-force-majeure-for-contracts",
  allow: "force-majeure.declare",
  input: declareForAllInput,
  run: async ({ tx, actor, input, now, origin }) => {
    if (actor.kind !== "staff") return refuse("auth.forbidden");
    const declared = declareCase(input, NOTICE_DAYS, await givenAt(tx, now));
    if (!declared.ok) return refuse(declared.error);
    const contracts = input.scope === "all" ? [] : await named(tx, actor, input.contracts);
    if (contracts === null || (input.scope === "listed" && contracts.length === 0))
      return refuse("form.invalid", { contracts: { code: "force_majeure.no_contract" } });
    const fileId = input.fileId ?? null;
    if (fileId && !(await findFile(tx, actor, fileId))) return refuse("file.not_found");
    const id = crypto.randomUUID();
    const { scope } = input;
    await insertCase(tx, id, { ...declared.value, scope, contracts, fileId }, { actor, origin, now });
    return ok({ caseId: id });
  },
});

/** The contracts of these invoices; null where one is unknown or not concluded. */
async function named(tx: Tx, actor: Actor, text: string): Promise<{ id: string; partyId: string }[] | null> {
  const found = new Map<string, string>();
  for (const number of text.split(/[\s,;]+/).filter(Boolean)) {
    const id = await contractByIdOrNumber(tx, number);
    const contract = id && (await findContract(tx, actor, id));
    if (!contract || !mayBeDeclared(contract)) return null;
    found.set(contract.id, contract.partyId);
  }
  return [...found].map(([id, partyId]) => ({ id, partyId }));
}
