import "server-only";

import { and, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contractLines, contracts, invoices, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { ActStatus, Stage } from "#/lib/contract/machine.ts";
import type { SearchTerms } from "#/lib/contract/search-terms.ts";
import { linesOf } from "./staff-activations.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export type ContractRow = {
  id: string;
  stage: Stage;
  act: ActStatus;
  party: string;
  total: bigint;
  placedAt: Date;
  endsOn: Day | null;
  activationDueOn: Day | null;
  number: string | null;
  lines: { portal: string; months: number }[];
};

/** As many parties of a similar name as are looked through; a more exact name finds the rest. */
const SAME_NAME = 200;

/** Orders and contracts, newest first; every reading of the search that the terms allow counts. */
export async function contractList(
  tx: Tx,
  {
    stage,
    terms,
    cursor,
    money = false,
  }: {
    stage: Stage | null;
    terms: SearchTerms | null;
    cursor: Cursor | null;
    /** Only those with an open money question (4.4.2). */
    money?: boolean;
  },
): Promise<Page<ContractRow>> {
  const { where, order } = keyset(contracts.placedAt, contracts.id, "desc", "timestamptz", cursor);
  const found = await tx
    .select({
      id: contracts.id,
      stage: contracts.stage,
      act: contracts.act,
      party: parties.name,
      total: contracts.total,
      placedAt: contracts.placedAt,
      endsOn: contracts.endsOn,
      activationDueOn: contracts.activationDueOn,
      number: sql<
        string | null
      >`(select i.number from invoices i where i.contract_id = ${contracts.id} order by i.issued_at desc, i.sequence desc limit 1)`,
    })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(
      and(
        stage ? eq(contracts.stage, stage) : undefined,
        money ? eq(contracts.moneyQuestion, "open") : undefined,
        terms ? await meantBy(tx, terms) : undefined,
        where,
      ),
    )
    .orderBy(order)
    .limit(PAGE + 1);
  const page = paged(found, cursor, (row) => `${row.placedAt.toISOString()}~${row.id}`);
  const lines = await linesOf(
    tx,
    page.rows.map(({ id }) => id),
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, lines: lines.filter(({ contractId }) => contractId === row.id) })),
  };
}

/** Numbers, portals and names are resolved to ids first, each by its own index; only sums are compared row by row. */
async function meantBy(tx: Tx, terms: SearchTerms): Promise<SQL> {
  const { number, sequence, unp, portal, amount, name } = terms;
  const ids = new Set<string>();
  const add = (rows: { id: string }[]) => {
    for (const { id } of rows) ids.add(id);
  };
  if (number || sequence) {
    const of = (table: typeof invoices | typeof acts) =>
      or(number ? eq(table.number, number) : undefined, sequence ? eq(table.sequence, sequence) : undefined);
    add(await tx.select({ id: invoices.contractId }).from(invoices).where(of(invoices)).limit(SAME_NAME));
    add(await tx.select({ id: acts.contractId }).from(acts).where(of(acts)).limit(SAME_NAME));
  }
  if (portal)
    add(
      await tx
        .select({ id: contractLines.contractId })
        .from(contractLines)
        .where(eq(contractLines.portal, portal))
        .limit(SAME_NAME),
    );
  const partyIds = unp || name ? await partiesOf(tx, { unp, name }) : [];
  const meanings = [
    ids.size > 0 ? inArray(contracts.id, [...ids]) : undefined,
    partyIds.length > 0 ? inArray(contracts.partyId, partyIds) : undefined,
    amount === null ? undefined : eq(contracts.total, amount),
  ].filter((one) => one !== undefined);
  return or(...meanings) ?? sql`false`;
}

/** Parties by УНП, or by a part of their name in any case. */
export async function partiesOf(tx: Tx, { unp, name }: Pick<SearchTerms, "unp" | "name">): Promise<string[]> {
  const named = name ? like(sql`lower(${parties.name})`, `%${name.toLowerCase()}%`) : undefined;
  const rows = await tx
    .select({ id: parties.id })
    .from(parties)
    .where(or(unp ? eq(parties.unp, unp) : undefined, named) ?? sql`false`)
    .limit(SAME_NAME);
  return rows.map(({ id }) => id);
}
