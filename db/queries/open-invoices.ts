import "server-only";

import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { invoices, parties } from "#/db/schema/index.ts";
import type { OpenInvoice } from "#/lib/statement/match.ts";
import type { PurposeReading } from "#/lib/statement/purpose.ts";

/** As many same-sum invoices as a person would look through; more of them is no evidence for any. */
const SAME_SUM_LIMIT = 100;

export type PayerLine = { amount: bigint; payer: { unp: string | null; iban: string | null } };

/**
 * The invoices that a payment may mean: those it names, the open ones of who paid, and, for a payer without УНП, open ones of
 * the very sum. Only the house matches, so nothing is scoped by party.
 */
export async function candidatesFor(
  tx: Tx,
  line: PayerLine,
  reading: PurposeReading,
): Promise<(OpenInvoice & { contractId: string })[]> {
  const open = inArray(invoices.status, ["live", "expired"]);
  const { unp, iban } = line.payer;
  const numbers = reading.numbers.map(({ number }) => number);
  const named = numbers.length > 0 ? inArray(invoices.number, numbers) : undefined;
  const theirs = and(open, or(unp ? eq(parties.unp, unp) : undefined, iban ? eq(parties.iban, iban) : undefined));
  const sameSum = unp ? undefined : and(eq(invoices.status, "live"), eq(invoices.total, line.amount));
  const columns = {
    id: invoices.id,
    contractId: invoices.contractId,
    number: invoices.number,
    issuedOn: invoices.issuedOn,
    validUntil: invoices.validUntil,
    total: invoices.total,
    paid: invoices.paid,
    status: sql<
      OpenInvoice["status"]
    >`case when ${invoices.status} = 'expired' and exists (select 1 from invoices next where next.replaces_id = ${invoices.id}) then 'replaced' else ${invoices.status} end`,
    partyUnp: parties.unp,
    partyIban: parties.iban,
    partyName: parties.name,
  };
  return (
    tx
      .select(columns)
      .from(invoices)
      .innerJoin(parties, eq(parties.id, invoices.partyId))
      .where(or(named, unp || iban ? theirs : undefined, sameSum) ?? sql`false`)
      // The named ones first: however many others have the same sum, the limit cuts none that the payer wrote down.
      .orderBy(...(named ? [desc(named)] : []), invoices.issuedOn, invoices.number)
      .limit(SAME_SUM_LIMIT)
  );
}
