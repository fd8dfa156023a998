import "server-only";

import { sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { findContract } from "./contracts.ts";
import { editionByNumber, OFFER } from "./documents.ts";
import { openContractIds } from "./open-contracts.ts";

/** More running contracts than one party ever had; all of them stand in one form. */
const MOST = 100;

/** An edition of the offer, the one before it, and the running orders and contracts of the asker, newest first. */
export async function editionOfParty(tx: Tx, actor: CustomerActor, number: number) {
  const edition = await editionByNumber(tx, OFFER, number);
  if (!edition) return null;
  const contracts: Contract[] = [];
  for (const id of await openContractIds(tx, actor, MOST)) {
    const contract = await findContract(tx, actor, id);
    if (contract) contracts.push(contract);
  }
  return { edition, before: await editionByNumber(tx, OFFER, number - 1), contracts };
}

/** Editions that this party may still refuse for some contract (6.2), each with the nearest last day. */
export async function openWindows(
  tx: Tx,
  { partyId }: CustomerActor,
  today: Day,
): Promise<{ number: number; until: Day }[]> {
  const until = sql`e.published_on + (c.bindings ->> 'editionCalendarDays')::int`;
  const rows = await tx.execute<{ number: number; until: Day }>(sql`
    select e.number, min(${until})::text as until
    from contracts c
    join editions a on a.id = c.accepted_offer_id
    join editions e on e.document_id = a.document_id and e.language = 'ru' and e.number > a.number
    where c.party_id = ${partyId} and c.stage in ('concluded', 'active')
      and e.published_on between c.accepted_on and ${today} and ${until} >= ${today}
      and not exists (select 1 from edition_refusals r where r.edition_id = e.id and r.contract_id = c.id)
    group by e.number order by e.number`);
  return [...rows];
}
