import "server-only";

import { type SQL, sql } from "drizzle-orm";
import { invoices } from "#/db/schema/index.ts";
import type { OpenInvoice } from "#/lib/statement/match.ts";

/** An invoice's status as matching sees it: one that expired and was issued anew is replaced. Its successor is of the same contract. */
export const standingOf = (): SQL<OpenInvoice["status"]> =>
  sql`case when ${invoices.status} = 'expired' and exists (select 1 from invoices next where next.contract_id = ${invoices.contractId} and next.replaces_id = ${invoices.id}) then 'replaced' else ${invoices.status} end`;
