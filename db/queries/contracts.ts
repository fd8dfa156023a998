import "server-only";

import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contractLines, contracts, invoices, parties } from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Act, Contract, ContractLine, Invoice } from "#/lib/contract/contract.ts";
import { newerOffers } from "./editions-of-contract.ts";
import { notesOfContracts } from "./evidence.ts";
import { casesOfContracts } from "./force-majeure.ts";

/** The rows this actor may know about; every contract query starts here. Row-level security stands behind it. */
export const ownContracts = (actor: Actor): SQL | undefined => {
  if (actor.kind === "customer") return eq(contracts.partyId, actor.partyId);
  if (actor.kind === "staff" || actor.kind === "system") return undefined;
  throw new Error("no tenant");
};

/** One contract with all that its steps decide on; null for a stranger's as for a missing one. */
export async function findContract(tx: Tx, actor: Actor, id: string): Promise<Contract | null> {
  return (await findContracts(tx, actor, [id]))[0] ?? null;
}

/**
 * The same for many at once, in the order of their ids; strangers' and missing ones are left out. `lock` keeps them as they are
 * until the transaction ends, and everybody locks in that order.
 */
export async function findContracts(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  { lock = false } = {},
): Promise<Contract[]> {
  if (ids.length === 0) return [];
  const found = tx
    .select({ contract: contracts, party: { kind: parties.kind, name: parties.name, actChannel: parties.actChannel } })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(and(inArray(contracts.id, [...ids]), ownContracts(actor)))
    .orderBy(asc(contracts.id));
  const rows = await (lock ? found.for("update", { of: contracts }) : found);
  const known = rows.map(({ contract }) => contract.id);
  if (known.length === 0) return [];
  const lines = await tx
    .select()
    .from(contractLines)
    .where(inArray(contractLines.contractId, known))
    .orderBy(asc(contractLines.position));
  const issued = await tx
    .select()
    .from(invoices)
    .where(inArray(invoices.contractId, known))
    .orderBy(desc(invoices.issuedAt), desc(invoices.sequence));
  const drawn = await tx
    .select()
    .from(acts)
    .where(inArray(acts.contractId, known))
    .orderBy(desc(acts.issuedAt), desc(acts.sequence));
  const forceMajeure = await casesOfContracts(tx, known);
  const notes = await notesOfContracts(tx, known);
  const of = <R extends { contractId: string }>(all: R[]) => Map.groupBy(all, ({ contractId }) => contractId);
  const [linesOf, invoicesOf, actsOf] = [of(lines), of(issued), of(drawn)];
  const whole: Contract[] = [];
  for (const { contract, party } of rows)
    whole.push({
      ...contract,
      forceMajeure: forceMajeure(contract.id),
      newerOffers: await newerOffers(tx, contract),
      notes: notes.get(contract.id) ?? [],
      party: party as Contract["party"],
      lines: (linesOf.get(contract.id) ?? []) satisfies ContractLine[],
      invoices: (invoicesOf.get(contract.id) ?? []) satisfies Invoice[],
      acts: (actsOf.get(contract.id) ?? []) satisfies Act[],
    });
  return whole;
}
