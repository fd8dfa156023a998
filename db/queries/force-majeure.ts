import "server-only";

import { and, asc, desc, eq, exists, inArray, lte, or, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import {
  contracts,
  evidence,
  forceMajeureCases,
  forceMajeureContracts,
  forceMajeureEnds,
  parties,
} from "#/db/schema/index.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { affecting, type ForceMajeureCase } from "#/lib/contract/force-majeure.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";

const CASE = {
  id: forceMajeureCases.id,
  kind: forceMajeureCases.kind,
  from: forceMajeureCases.from,
  to: forceMajeureEnds.endedOn,
  expectedTo: forceMajeureCases.expectedTo,
  declaredBy: forceMajeureCases.declaredBy,
  declaredOn: forceMajeureCases.declaredOn,
  late: forceMajeureCases.late,
};
const listedFor = (tx: Tx, contractId: string) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(forceMajeureContracts)
      .where(
        and(eq(forceMajeureContracts.caseId, forceMajeureCases.id), eq(forceMajeureContracts.contractId, contractId)),
      ),
  );

/** The cases that were declared for all contracts or for this one, oldest first; with `at`, as they were known at that moment. */
export const casesOfContract = (tx: Tx, contractId: string, at?: Date): Promise<ForceMajeureCase[]> =>
  tx
    .select(CASE)
    .from(forceMajeureCases)
    .leftJoin(
      forceMajeureEnds,
      and(eq(forceMajeureEnds.caseId, forceMajeureCases.id), at && lte(forceMajeureEnds.endedAt, at)),
    )
    .where(
      and(
        or(eq(forceMajeureCases.scope, "all"), listedFor(tx, contractId)),
        at && lte(forceMajeureCases.declaredAt, at),
      ),
    )
    .orderBy(asc(forceMajeureCases.from), asc(forceMajeureCases.id));

/** The same for many contracts at once: the cases of each, oldest first. */
export async function casesOfContracts(
  tx: Tx,
  contractIds: readonly string[],
): Promise<(contractId: string) => ForceMajeureCase[]> {
  const found = await tx
    .select({ case: CASE, scope: forceMajeureCases.scope, contractId: forceMajeureContracts.contractId })
    .from(forceMajeureCases)
    .leftJoin(forceMajeureEnds, eq(forceMajeureEnds.caseId, forceMajeureCases.id))
    .leftJoin(
      forceMajeureContracts,
      and(
        eq(forceMajeureContracts.caseId, forceMajeureCases.id),
        eq(forceMajeureCases.scope, "listed"),
        inArray(forceMajeureContracts.contractId, [...contractIds]),
      ),
    )
    .orderBy(asc(forceMajeureCases.from), asc(forceMajeureCases.id));
  return (id) => found.filter(({ scope, contractId }) => scope === "all" || contractId === id).map((row) => row.case);
}

/** For lists: the cases that touch each of these contracts (5.1), by contract. */
export async function casesTouching(
  tx: Tx,
  rows: readonly { id: string; acceptedOn: Day | null }[],
): Promise<Map<string, ForceMajeureCase[]>> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ ...CASE, scope: forceMajeureCases.scope, contractId: forceMajeureContracts.contractId })
    .from(forceMajeureCases)
    .leftJoin(forceMajeureEnds, eq(forceMajeureEnds.caseId, forceMajeureCases.id))
    .leftJoin(forceMajeureContracts, eq(forceMajeureContracts.caseId, forceMajeureCases.id))
    .where(or(eq(forceMajeureCases.scope, "all"), inArray(forceMajeureContracts.contractId, ids)));
  return new Map(
    rows.map(({ id, acceptedOn }) => [
      id,
      affecting(
        found.filter(({ scope, contractId }) => scope === "all" || contractId === id),
        acceptedOn,
      ),
    ]),
  );
}

export type CaseRow = Awaited<ReturnType<typeof forceMajeureList>>[number];

/** Every case with its declarer and how many contracts it lists, the newest first. */
export const forceMajeureList = (tx: Tx) =>
  tx
    .select({
      ...CASE,
      scope: forceMajeureCases.scope,
      description: forceMajeureCases.description,
      fileId: forceMajeureCases.fileId,
      party: parties.name,
      endReason: forceMajeureEnds.reason,
      contracts: sql<string[]>`array(select c.contract_id::text from force_majeure_contracts c
        where c.case_id = ${forceMajeureCases.id} order by 1)`,
    })
    .from(forceMajeureCases)
    .leftJoin(forceMajeureEnds, eq(forceMajeureEnds.caseId, forceMajeureCases.id))
    .leftJoin(parties, eq(parties.id, forceMajeureCases.partyId))
    .orderBy(desc(forceMajeureCases.from), asc(forceMajeureCases.id))
    .limit(200);

/** A case that this actor may end: a customer its own, the house its own, or on a customer's word the customer's. */
export async function ownCase(tx: Tx, actor: Actor, id: string, onBehalf = false) {
  const own =
    actor.kind === "customer"
      ? eq(forceMajeureCases.partyId, actor.partyId)
      : eq(forceMajeureCases.declaredBy, onBehalf ? "customer" : "seller");
  const [row] = await tx
    .select({ ...CASE, scope: forceMajeureCases.scope, partyId: forceMajeureCases.partyId })
    .from(forceMajeureCases)
    .leftJoin(forceMajeureEnds, eq(forceMajeureEnds.caseId, forceMajeureCases.id))
    .where(and(eq(forceMajeureCases.id, id), own));
  return row ?? null;
}

/** The customer's word on which the house declared a case; null where nobody needed one. */
export async function wordOfCase(tx: Tx, caseId: string): Promise<OnBehalf | null> {
  const [row] = await tx
    .select({ data: evidence.data })
    .from(evidence)
    .where(and(eq(evidence.chain, `force-majeure:${caseId}`), eq(evidence.step, "force-majeure-declared")));
  return (row?.data.onBehalf as OnBehalf | undefined) ?? null;
}

/** Contracts that a case touches: concluded before it began, and something of theirs still runs. */
export async function contractsUnder(tx: Tx, one: { id: string; from: string; scope: string }): Promise<string[]> {
  const listed = exists(
    tx
      .select({ one: sql`1` })
      .from(forceMajeureContracts)
      .where(and(eq(forceMajeureContracts.caseId, one.id), eq(forceMajeureContracts.contractId, contracts.id))),
  );
  const rows = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(
      and(
        lte(contracts.acceptedOn, sql`${one.from}::date`),
        or(
          inArray(contracts.stage, ["concluded", "active"]),
          and(
            inArray(contracts.stage, ["ended", "terminated"]),
            inArray(contracts.act, ["issued", "sent", "received"]),
          ),
        ),
        one.scope === "listed" ? listed : undefined,
      ),
    )
    .orderBy(asc(contracts.placedAt), asc(contracts.id));
  return rows.map(({ id }) => id);
}

/** Whether the contract's own history tells of this case already. */
export async function caseWasTold(tx: Tx, contractId: string, step: string, caseId: string): Promise<boolean> {
  const [row] = await tx
    .select({ seq: evidence.seq })
    .from(evidence)
    .where(
      and(eq(evidence.contractId, contractId), eq(evidence.step, step), sql`${evidence.data} ->> 'caseId' = ${caseId}`),
    )
    .limit(1);
  return row !== undefined;
}
