import "server-only";

import type { Tx } from "#/db/client.ts";
import { lateMoneyCounts } from "#/db/queries/late-money.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { type PaymentFilter, paymentList } from "#/db/queries/staff-payments.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { paymentFound } from "../[id]/_found.ts";

export const PATH = "/staff/payments/match";

/** The queues where something waits for a person, in the order in which they are worked off. */
const QUEUES = [
  "decide",
  "unidentified",
  "late",
  "part",
  "balance",
  "to-return",
  "second",
] as const satisfies PaymentFilter[];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A queue and its chosen line; the first one where none is named. A line that left the queue by a decision stays in sight while it
 * is named, so that what was done can be seen and undone.
 */
export async function workFound(tx: Tx, query: Record<string, string | undefined>, today: Day) {
  const filter = QUEUES.find((one) => one === query.state) ?? "decide";
  const page = await paymentList(tx, { filter, terms: null, text: null, cursor: readCursor(query) });
  const [counts, late] = [await queueCounts(tx, today), await lateMoneyCounts(tx)];
  const count: Partial<Record<PaymentFilter, number>> = {
    decide: counts.payments,
    unidentified: counts.unidentified,
    ...{ late: late.late, part: late.part, "to-return": late.toReturn },
    second: counts.secondPerson,
  };
  const named = query.payment && ID.test(query.payment) ? query.payment : undefined;
  const id = named ?? page.rows[0]?.id;
  return {
    ...{ filter, page },
    options: QUEUES.map((state) => ({ state, count: count[state] })),
    found: id ? await paymentFound(tx, id, query.q, today) : null,
    at: page.rows.findIndex((row) => row.id === id),
  };
}
