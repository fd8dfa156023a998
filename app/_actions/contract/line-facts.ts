import "server-only";

import type { Tx } from "#/db/client.ts";
import { lineOf } from "#/db/queries/payment-decisions.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { LineFacts } from "#/lib/contract/steps/allocate-payment.ts";
import { isNamed } from "#/lib/statement/named.ts";
import { readPurpose } from "#/lib/statement/purpose.ts";

/** What the bank's line says about the invoice that it is to be set against. */
export async function lineFacts(
  tx: Tx,
  contract: Contract,
  { paymentId, invoiceId }: { paymentId: string; invoiceId: string },
): Promise<LineFacts> {
  const invoice = contract.invoices.find(({ id }) => id === invoiceId);
  const line = await lineOf(tx, paymentId, contract.partyId);
  return invoice && line
    ? { named: isNamed(readPurpose(line.purpose), invoice), thirdParty: line.thirdParty }
    : { named: false, thirdParty: false };
}
