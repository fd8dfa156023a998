import "server-only";

import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { log } from "#/lib/log.ts";

const BY_CONSTRAINT: Record<string, string> = {
  subscriptions_no_overlap: "subscription.overlap",
  invoices_one_live: "record.changed",
  acts_one_live: "record.changed",
  evidence_seq: "record.changed",
  invoices_paid_within: "allocation.over_due",
  payments_allocated_within: "payment.nothing_left",
  refunds_one_open: "record.changed",
  refunds_money_free: "record.changed",
  refunds_four_eyes: "refund.own",
  refunds_paid_line_id_key: "refund.line_taken",
  statement_profiles_name: "record.changed",
  statement_profiles_shape: "record.changed",
};
/** Serialisation, deadlock, lock timeout: somebody else was first, trying again is right. */
const RACES = new Set(["40001", "40P01", "55P03"]);

/** What an exception means to a person: a wall of the database that spoke, a database that is away, or our own fault. */
export function accident(where: string, error: unknown): ActionResult<never> {
  // Next steers by throwing; those are not accidents.
  if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) throw error;
  const cause = (error instanceof Error && error.cause ? error.cause : error) as {
    code?: string;
    constraint_name?: string;
  };
  const known = cause.constraint_name && BY_CONSTRAINT[cause.constraint_name];
  if (known) return refuse(known);
  if (cause.code && RACES.has(cause.code)) return refuse("record.changed");
  const away = isDatabaseAway(error);
  log.error(
    { action: where, ...(cause.code ? { code: cause.code } : {}), err: error },
    away ? "database away" : "accident",
  );
  return refuse(away ? "system.database_away" : "system.accident");
}

const AWAY =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|CONNECTION_CLOSED|CONNECTION_ENDED|CONNECTION_DESTROYED|CONNECT_TIMEOUT|57P0[123])$/;

export function isDatabaseAway(error: unknown): boolean {
  for (let e = error as { code?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e)
    if (e.code && AWAY.test(e.code)) return true;
  return false;
}
