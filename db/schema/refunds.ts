import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  jsonb,
  snakeCase,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import type { PaymentOrder, ReturnAccount } from "#/lib/refund/payment-order.ts";
import type { Ground, RefundState } from "#/lib/refund/refund.ts";
import { payments } from "./money.ts";

const at = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * Money that goes back (3.4, 4.4.2), from the request to the bank's debit line. While it is open its payment takes no allocation. Never
 * deleted; every hand that touched it stays named, because nobody approves their own.
 */
export const refunds = snakeCase.table(
  "refunds",
  {
    id: uuid().primaryKey(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    /** The order that the money came for; a mistaken transfer has none. */
    contractId: uuid(),
    invoiceId: uuid(),
    partyId: uuid(),
    ground: text().$type<Ground>().notNull(),
    /** Asked; from the lawyer's word on, granted. */
    amount: bigint({ mode: "bigint" }).notNull(),
    reason: text().notNull(),
    /** Where the customer wants it; null: to the account that it came from. */
    account: jsonb().$type<ReturnAccount>(),
    state: text().$type<RefundState>().notNull(),
    requestedAt: at().notNull(),
    requestedBy: text().notNull(),
    decidedAt: at(),
    decidedBy: text(),
    decision: text(),
    preparedAt: at(),
    preparedBy: text(),
    year: integer(),
    sequence: integer(),
    number: text().unique(),
    /** Frozen as it was prepared. */
    paymentOrder: jsonb().$type<PaymentOrder>(),
    approvedAt: at(),
    approvedBy: text(),
    paidAt: at(),
    paidBy: text(),
    paidLineId: uuid()
      .unique()
      .references(() => payments.id),
    withdrawnAt: at(),
    withdrawnBy: text(),
    withdrawnReason: text(),
  },
  (t) => [
    uniqueIndex("refunds_one_open")
      .on(t.paymentId)
      .where(sql`${t.state} in ('requested', 'granted', 'prepared', 'approved')`),
    unique("refunds_series").on(t.year, t.sequence),
    index("refunds_queue").on(t.state, t.requestedAt, t.id),
    index("refunds_contract").on(t.contractId),
    index("refunds_party").on(t.partyId),
  ],
);
