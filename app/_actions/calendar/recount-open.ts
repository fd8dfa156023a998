import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { contractsFeeling } from "#/db/queries/calendar.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { saveContractChange } from "#/db/writes/contracts.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import type { Actor } from "#/lib/access/actor.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Contract, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { type MovedClock, recount, recountDeadlines } from "#/lib/contract/recount.ts";

/** What a changed calendar does to one contract. */
export type MovedContract = { contractId: string; number: string | null; customer: string; moved: MovedClock[] };

type Asked = { tx: Tx; actor: Actor; now: Date; calendar: Calendar; days: readonly Day[] };

/** Which open terms would move if these days changed so; stores nothing. */
export async function previewRecount({ tx, actor, now, calendar, days }: Asked): Promise<MovedContract[]> {
  const given: Given = { ...(await givenAt(tx, now)), calendar };
  const found: MovedContract[] = [];
  for (const id of await contractsFeeling(tx, days)) {
    const contract = await findContract(tx, actor, id);
    const moved = contract ? recount(contract, given) : [];
    if (contract && moved.length > 0) found.push(described(contract, moved));
  }
  return found;
}

/** Stores the recount of every contract that it moves, each with its evidence; null when somebody moved one of them meanwhile. */
export async function storeRecount(
  asked: Asked & { origin: Origin; reason: string; edit: Record<string, unknown> },
): Promise<MovedContract[] | null> {
  const { tx, actor, origin, now, calendar, days, reason, edit } = asked;
  const given: Given = { ...(await givenAt(tx, now)), calendar };
  const done: MovedContract[] = [];
  for (const id of await contractsFeeling(tx, days)) {
    const contract = await findContract(tx, actor, id);
    const change = contract && recountDeadlines(contract, given, { reason, calendar: edit });
    if (!contract || !change) continue;
    if (!(await saveContractChange(tx, contract, change, { actor, origin, now }))) return null;
    done.push(described(contract, recount(contract, given)));
  }
  return done;
}

const described = (contract: Contract, moved: MovedClock[]): MovedContract => ({
  contractId: contract.id,
  number: currentInvoice(contract)?.number ?? null,
  customer: contract.party.name,
  moved,
});
