import "server-only";

import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { contracts, invoices, parties } from "#/db/schema/index.ts";

const account = sql<string>`${invoices.frozen} #>> '{seller,bank,iban}'`;
const others = (iban: string) => and(eq(invoices.status, "live"), sql`${account} <> ${iban}`);

/** Live invoices that ask for money on another account than this one (7.2), the nearest end first. */
export function invoicesNotOn(tx: Tx, iban: string) {
  return tx
    .select({
      ...{ id: invoices.id, number: invoices.number, contractId: invoices.contractId, version: contracts.version },
      ...{ party: parties.name, validUntil: invoices.validUntil, total: invoices.total, paid: invoices.paid, account },
    })
    .from(invoices)
    .innerJoin(contracts, eq(contracts.id, invoices.contractId))
    .innerJoin(parties, eq(parties.id, invoices.partyId))
    .where(others(iban))
    .orderBy(asc(invoices.validUntil), asc(invoices.number))
    .limit(200);
}

export const countNotOn = (tx: Tx, iban: string): Promise<number> => tx.$count(invoices, others(iban));
