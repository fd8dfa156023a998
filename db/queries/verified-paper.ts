import "server-only";

import { sql } from "drizzle-orm";
import type { Db } from "#/db/client.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { VerifiedPaper } from "#/lib/documents/verify/verdict.ts";

type Row = {
  kind: string;
  code: string | null;
  sha256: string;
  size: string;
  number: string;
  issued_on: Day;
  total: string | null;
  account: string | null;
  status: string | null;
  valid_until: Day | null;
  replaced_by: string | null;
};

/**
 * The paper with this code, or with bytes of this hash: asked by anybody, answered by a function of the database that gives what may
 * be compared and nothing else. Null for what we never drew.
 */
export async function verifiedPaper(db: Db, asked: string): Promise<VerifiedPaper | null> {
  const [row] = await db.execute<Row>(sql`
    select kind, code, sha256, size::text, number, issued_on::text, total::text, account, status, valid_until::text, replaced_by
    from verified_paper(${asked})`);
  if (!row) return null;
  const { size, issued_on: issuedOn, valid_until: validUntil, replaced_by: replacedBy, ...same } = row;
  return { ...same, size: Number(size), issuedOn, validUntil, replacedBy };
}
