import "server-only";

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contracts, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { ForceMajeureCase } from "#/lib/contract/force-majeure.ts";
import type { ActStatus } from "#/lib/contract/machine.ts";
import { casesTouching } from "./force-majeure.ts";
import { type Cursor, keyset, PAGE, type Page, paged } from "./staff-keyset.ts";

export const ACT_FILTERS = ["send", "waiting", "refused", "signed", "deemed"] as const;
export type ActFilter = (typeof ACT_FILTERS)[number];

const STATUSES: Record<ActFilter, ActStatus[]> = {
  send: ["issued"],
  waiting: ["sent", "received"],
  refused: ["refused"],
  signed: ["signed"],
  deemed: ["deemed"],
};

export type ActRow = {
  id: string;
  contractId: string;
  number: string;
  party: string;
  status: ActStatus | "replaced";
  channel: "edi" | "post";
  issuedOn: Day;
  acceptedOn: Day;
  actWorkingDays: number;
  deemedWorkingDays: number;
  answerDueOn: Day | null;
  sentOn: Day | null;
  receivedOn: Day | null;
  signedOn: Day | null;
  refusedOn: Day | null;
  refusalReason: string | null;
  deemedOn: Day | null;
  key: Day;
  cases: readonly ForceMajeureCase[];
};

/** The day that a queue is ordered by: what must be sent by when, whose silence ends when, what was answered when. */
const KEY = {
  send: sql`${contracts.actDueOn}`,
  waiting: sql`${acts.deemedDueOn}`,
  refused: sql`${acts.refusedOn}`,
  signed: sql`${acts.signedOn}`,
  deemed: sql`${acts.deemedOn}`,
};

/** Acts of one queue: open ones by their deadline, answered ones newest first. */
export async function actQueue(
  tx: Tx,
  { filter, cursor }: { filter: ActFilter; cursor: Cursor | null },
): Promise<Page<ActRow>> {
  const open = filter === "send" || filter === "waiting" || filter === "refused";
  const { where, order } = keyset(KEY[filter], acts.id, open ? "asc" : "desc", "date", cursor);
  const found = await tx
    .select({
      id: acts.id,
      contractId: acts.contractId,
      number: acts.number,
      party: parties.name,
      status: acts.status,
      channel: acts.channel,
      issuedOn: acts.issuedOn,
      acceptedOn: sql<Day>`${contracts.acceptedOn}`,
      actWorkingDays: sql<number>`(${contracts.bindings} ->> 'actWorkingDays')::int`,
      deemedWorkingDays: sql<number>`(${contracts.bindings} ->> 'deemedWorkingDays')::int`,
      answerDueOn: acts.answerDueOn,
      sentOn: acts.sentOn,
      receivedOn: acts.receivedOn,
      signedOn: acts.signedOn,
      refusedOn: acts.refusedOn,
      refusalReason: acts.refusalReason,
      deemedOn: acts.deemedOn,
      key: sql<Day>`${KEY[filter]}`,
    })
    .from(contracts)
    .innerJoin(acts, eq(acts.contractId, contracts.id))
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(
      and(
        inArray(contracts.act, STATUSES[filter]),
        sql`${contracts.act} <> 'none'`,
        sql`${acts.status} = ${contracts.act}`,
        where,
      ),
    )
    .orderBy(order)
    .limit(PAGE + 1);
  const page = paged(found, cursor, (row) => `${row.key}~${row.id}`);
  const about = page.rows.map(({ contractId, acceptedOn }) => ({ id: contractId, acceptedOn }));
  const cases = await casesTouching(tx, about);
  return { ...page, rows: page.rows.map((row) => ({ ...row, cases: cases.get(row.contractId) ?? [] })) };
}
