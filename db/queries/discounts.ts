import "server-only";

import { and, desc, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Db, Tx } from "#/db/client.ts";
import { contractLines, contracts, discountRules, parties } from "#/db/schema/index.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { DiscountRule } from "#/lib/price-list/discount.ts";

/** Who entered a rule and why is the house's own: customers and strangers may read these columns only. */
const PUBLIC = {
  id: discountRules.id,
  kind: discountRules.kind,
  minQuantity: discountRules.minQuantity,
  partyId: discountRules.partyId,
  basisPoints: discountRules.basisPoints,
  validFrom: discountRules.validFrom,
  validTo: discountRules.validTo,
};

const holdsOn = (on: Day) =>
  and(lte(discountRules.validFrom, on), or(isNull(discountRules.validTo), gte(discountRules.validTo, on)));

/** Rules off the price list that hold for a party on a day: everybody's and its own; for a stranger (null) everybody's. */
export function discountsFor(db: Db | Tx, partyId: string | null, on: Day): Promise<DiscountRule[]> {
  const whose = isNull(discountRules.partyId);
  return db
    .select(PUBLIC)
    .from(discountRules)
    .where(and(holdsOn(on), partyId ? or(whose, eq(discountRules.partyId, partyId)) : whose))
    .orderBy(discountRules.minQuantity, discountRules.id);
}

/** Every rule that holds on a day, whoever's; for the house. */
export const discountsOn = (tx: Tx, on: Day): Promise<DiscountRule[]> =>
  tx.select(PUBLIC).from(discountRules).where(holdsOn(on)).orderBy(discountRules.id);

/** All rules with who entered them, why, and what became of them; those that hold or will first. */
export function allDiscounts(tx: Tx) {
  return tx
    .select({
      ...PUBLIC,
      party: parties.name,
      reason: discountRules.reason,
      enteredBy: discountRules.enteredBy,
      enteredAt: discountRules.enteredAt,
      endedBy: discountRules.endedBy,
      endedAt: discountRules.endedAt,
      endReason: discountRules.endReason,
    })
    .from(discountRules)
    .leftJoin(parties, eq(parties.id, discountRules.partyId))
    .orderBy(sql`${discountRules.endedAt} is not null`, desc(discountRules.validFrom), discountRules.id);
}

export async function discountById(tx: Tx, id: string): Promise<DiscountRule | null> {
  const [row] = await tx.select(PUBLIC).from(discountRules).where(eq(discountRules.id, id));
  return row ?? null;
}

type OpenOrder = {
  id: string;
  partyId: string;
  party: string;
  total: bigint;
  lines: { product: string; months: number }[];
};

/** Orders without an invoice, and those whose invoice has expired: their next invoice is priced anew (3.1, 3.2). The oldest first. */
export async function ordersToPrice(tx: Tx, most: number): Promise<OpenOrder[]> {
  const rows = await tx
    .select({ id: contracts.id, partyId: contracts.partyId, party: parties.name, total: contracts.total })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.partyId))
    .where(sql`${contracts.stage} in ('ordered', 'lapsed')`)
    .orderBy(contracts.id)
    .limit(most);
  if (rows.length === 0) return [];
  const lines = await tx
    .select({ contractId: contractLines.contractId, product: contractLines.product, months: contractLines.months })
    .from(contractLines)
    .where(
      sql`${contractLines.contractId} in (${sql.join(
        rows.map(({ id }) => sql`${id}`),
        sql`, `,
      )})`,
    );
  return rows.map((row) => ({ ...row, lines: lines.filter(({ contractId }) => contractId === row.id) }));
}
