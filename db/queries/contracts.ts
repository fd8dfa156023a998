import "server-only";

import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contractLines, contracts, invoices, parties } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Act, Contract, ContractLine, Invoice } from "#/lib/contract/contract.ts";
import { newerOffers } from "./editions-of-contract.ts";
import { notesOfContract } from "./evidence.ts";
import { casesOfContract } from "./force-majeure.ts";

/** The rows this actor may know about; every contract query starts here. Row-level security stands behind it. */
export const ownContracts = (actor: Actor): SQL | undefined => {
  if (actor.kind === "customer") return eq(contracts.partyId, actor.partyId);
  if (actor.kind === "staff" || actor.kind === "system") return undefined;
  throw new Error("no tenant");
};

/** One contract with all that its steps decide on; null for a stranger's as for a missing one. */
export async function findContract(tx: Tx, actor: Actor, id: string): Promise<Contract | null> {
  const [row] = await tx
    .select({ contract: contracts, party: { kind: parties.kind, name: parties.name, actChannel: parties.actChannel } })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(and(eq(contracts.id, id), ownContracts(actor)));
  if (!row) return null;
  const lines = await tx
    .select()
    .from(contractLines)
    .where(eq(contractLines.contractId, id))
    .orderBy(asc(contractLines.position));
  const issued = await tx
    .select()
    .from(invoices)
    .where(eq(invoices.contractId, id))
    .orderBy(desc(invoices.issuedAt), desc(invoices.sequence));
  const drawn = await tx
    .select()
    .from(acts)
    .where(eq(acts.contractId, id))
    .orderBy(desc(acts.issuedAt), desc(acts.sequence));
  const forceMajeure = await casesOfContract(tx, id);
  return {
    ...row.contract,
    forceMajeure,
    newerOffers: await newerOffers(tx, row.contract),
    notes: await notesOfContract(tx, id),
    party: row.party as Contract["party"],
    lines: lines satisfies ContractLine[],
    invoices: issued satisfies Invoice[],
    acts: drawn satisfies Act[],
  };
}
