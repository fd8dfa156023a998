import "server-only";

import { desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { contracts, editionRefusals, editions, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { OFFER } from "./documents.ts";

/** More editions than one screen has lines; the newest are told. */
const MOST = 50;

export type EditionTally = {
  id: string;
  number: number;
  publishedOn: Day;
  /** The farthest last day among the contracts that met it, by the terms that they accepted; null where none did. */
  until: Day | null;
  /** Parties that were written to (a notice of 6.2 cannot be switched off), and their letters by fate. */
  told: number;
  accepted: number;
  waiting: number;
  failed: number;
  refused: number;
  /** Contracts in force that met the edition and said nothing. */
  silent: number;
};

/** Of each edition of the offer but the first: who was told, how the letters fared, who refused and who was silent (6.2). */
export async function editionTallies(tx: Tx): Promise<EditionTally[]> {
  const rows = await tx.execute<EditionTally>(sql`
    with offer as (
      select e.id, e.number, e.published_on from editions e join documents d on d.id = e.document_id
      where d.slug = ${OFFER} and e.language = 'ru' and e.number > 1 order by e.number desc limit ${MOST}
    ), letters as (
      select split_part(dedupe_key, ':', 2) as edition, count(distinct party_id)::int as told,
        count(*) filter (where status = 'accepted')::int as accepted,
        count(*) filter (where status in ('queued', 'retrying'))::int as waiting,
        count(*) filter (where status in ('failed', 'rejected', 'bounced'))::int as failed
      from mails where template = 'edition-published' group by 1
    ), met as (
      select o.id, max(o.published_on + (c.bindings ->> 'editionCalendarDays')::int) as until,
        count(*) filter (where r.contract_id is null and c.stage in ('concluded', 'active'))::int as silent
      from offer o
      join contracts c on c.accepted_on <= o.published_on
      join editions a on a.id = c.accepted_offer_id and a.number < o.number
      left join edition_refusals r on r.edition_id = o.id and r.contract_id = c.id
      where coalesce(c.terminated_on, c.ends_on, o.published_on) >= o.published_on
      group by o.id
    )
    select o.id, o.number, o.published_on::text as "publishedOn", m.until::text as until,
      coalesce(l.told, 0) as told, coalesce(l.accepted, 0) as accepted, coalesce(l.waiting, 0) as waiting,
      coalesce(l.failed, 0) as failed, coalesce(m.silent, 0) as silent,
      (select count(*) from edition_refusals r where r.edition_id = o.id)::int as refused
    from offer o
    left join letters l on l.edition = o.id::text
    left join met m on m.id = o.id
    order by o.number desc`);
  return [...rows];
}

/** Refusals with their contract and customer: those that wait for the lawyer oldest first, or those answered newest first. */
export function refusalsOf(tx: Tx, which: "waiting" | "answered") {
  return tx
    .select({
      ...{ editionId: editionRefusals.editionId, number: editions.number, contractId: editionRefusals.contractId },
      ...{ version: contracts.version, party: parties.name, refusedOn: editionRefusals.refusedOn },
      ...{ reason: editionRefusals.reason, answer: editionRefusals.answer, answeredAt: editionRefusals.answeredAt },
      invoice: sql<string>`(select i.number from invoices i where i.contract_id = ${contracts.id}
        order by i.issued_at desc, i.sequence desc limit 1)`,
    })
    .from(editionRefusals)
    .innerJoin(editions, eq(editions.id, editionRefusals.editionId))
    .innerJoin(contracts, eq(contracts.id, editionRefusals.contractId))
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(which === "waiting" ? isNull(editionRefusals.answeredAt) : isNotNull(editionRefusals.answeredAt))
    .orderBy(which === "waiting" ? editionRefusals.refusedAt : desc(editionRefusals.answeredAt))
    .limit(200);
}
