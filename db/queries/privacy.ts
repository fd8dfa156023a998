import "server-only";

import { and, asc, desc, eq, getColumns, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { privacyRequests, users } from "#/db/schema/index.ts";
import type { Holdings } from "#/lib/privacy/holdings.ts";

export type PrivacyRequest = typeof privacyRequests.$inferSelect;

/**
 * Names the person of this transaction outside every party: policies then show them their own requests and nobody else's. Local to
 * the transaction, as the tenant is.
 */
export const asPerson = (tx: Tx, userId: string) => tx.execute(sql`select set_config('app.user', ${userId}, true)`);

/** A person's requests, newest first. */
export function requestsOf(tx: Tx, userId: string): Promise<PrivacyRequest[]> {
  return tx
    .select()
    .from(privacyRequests)
    .where(eq(privacyRequests.userId, userId))
    .orderBy(desc(privacyRequests.askedAt), privacyRequests.id);
}

/** Takes a request for this transaction; with `userId` only that person's own. */
export async function lockRequest(tx: Tx, id: string, userId?: string): Promise<PrivacyRequest | null> {
  const own = userId === undefined ? undefined : eq(privacyRequests.userId, userId);
  const [row] = await tx
    .select()
    .from(privacyRequests)
    .where(and(eq(privacyRequests.id, id), own))
    .for("update");
  return row ?? null;
}

const withPerson = (tx: Tx) =>
  tx
    .select({ ...getColumns(privacyRequests), name: users.name, email: users.email, locale: users.locale })
    .from(privacyRequests)
    .innerJoin(users, eq(users.id, privacyRequests.userId));

export type RequestWithPerson = Awaited<ReturnType<typeof openRequests>>[number];

/** What waits for an answer, the nearest deadline first. For the house. */
export const openRequests = (tx: Tx) =>
  withPerson(tx).where(eq(privacyRequests.state, "open")).orderBy(asc(privacyRequests.dueOn), asc(privacyRequests.id));

const CLOSED_SHOWN = 50;

export const closedRequests = (tx: Tx) =>
  withPerson(tx)
    .where(ne(privacyRequests.state, "open"))
    .orderBy(desc(privacyRequests.closedAt), asc(privacyRequests.id))
    .limit(CLOSED_SHOWN);

export async function requestById(tx: Tx, id: string): Promise<RequestWithPerson | null> {
  const [row] = await withPerson(tx).where(eq(privacyRequests.id, id));
  return row ?? null;
}

/** Letters to a person: by their account, and older ones by their address. */
export const lettersTo = (userId: string): SQL =>
  sql`(m.user_id = ${userId} or lower(m.to_address) = (select lower(u.email) from users u where u.id = ${userId}))`;
export const UNSENT = sql.raw(`m.status in ('queued', 'retrying')`);
/** Letters of no contract prove nothing to anybody. */
export const NO_PAPER = sql.raw(`m.contract_id is null and m.text <> '—'`);
/** Letters to the house about a party's contracts. */
export const houseLetters = (partyId: SQL): SQL =>
  sql`m.party_id is null and m.text <> '—' and m.contract_id in (select c.id from contracts c where c.party_id = ${partyId})`;

/** All that the house holds of a person, counted; `limitKeys` are their counters in `rate_limits`. For the house only. */
export async function holdingsOf(tx: Tx, userId: string, limitKeys: readonly string[]): Promise<Holdings> {
  const mine = lettersTo(userId);
  const rowsOf = (table: string) => sql`(select count(*) from ${sql.identifier(table)} where user_id = ${userId})::int`;
  const [counts] = await tx.execute<Holdings["counts"]>(sql`select
    (select count(*) from users where id = ${userId})::int as "account",
    ${rowsOf("sessions")} as "sessions",
    ${rowsOf("one_time_links")} as "links",
    ${rowsOf("second_factors")} as "secondFactor",
    ${rowsOf("recovery_codes")} as "recoveryCodes",
    (select count(*) from members where user_id = ${userId} and removed_at is null)::int as "memberships",
    ${rowsOf("calendar_feeds")} as "feeds",
    ${rowsOf("notices")} as "notices",
    ${rowsOf("notice_choices")} as "noticeChoices",
    ${rowsOf("notice_hours")} as "noticeHours",
    (select count(*) from mails m where ${mine} and ${UNSENT})::int as "unsentMails",
    (select count(*) from mails m where ${mine} and not ${UNSENT})::int as "mailAddresses",
    (select count(*) from mails m where ${mine} and not ${UNSENT} and ${NO_PAPER})::int as "mailTexts",
    (select count(*) from outbox where topic = 'account-mail' and payload->>'userId' = ${userId})::int as "followUps",
    (select count(*) from idempotency where actor_id = ${userId})::int as "answers",
    (select count(*) from rate_limits where key = any(${textArray(limitKeys)}))::int as "limits",
    (select count(*) from evidence where actor_id = ${userId} and actor_name_hash is not null)::int as "log"`);
  const parties = await tx.execute<Holdings["parties"][number]>(sql`select
      p.id, p.kind, p.name, mine.role,
      (select count(*) from members o where o.party_id = p.id and o.removed_at is null and o.role = 'owner')::int as "owners",
      coalesce((
        select jsonb_agg(jsonb_build_object('memberId', o.id, 'userId', u.id, 'name', u.name, 'role', o.role) order by o.created_at, o.id)
        from members o join users u on u.id = o.user_id
        where o.party_id = p.id and o.removed_at is null and o.user_id <> ${userId}), '[]') as "others",
      (select count(*) from contracts c where c.party_id = p.id)::int as "contracts",
      (select count(*) from contracts c where c.party_id = p.id and (
          c.stage in ('ordered', 'invoiced', 'concluded', 'active') or c.act in ('issued', 'sent', 'received', 'refused')
          or c.money_question = 'open'))::int
        + (select count(*) from payments y where y.party_id = p.id and y.side = 'credit' and y.allocated < y.amount and y.state <> 'returned')::int as "running",
      (select count(*) from invoices i where i.party_id = p.id)::int as "invoices",
      (select count(*) from acts a where a.party_id = p.id)::int as "acts",
      (select count(distinct a.payment_id) from allocations a where a.party_id = p.id)::int as "payments",
      (select count(*) from requisites_versions r where r.party_id = p.id)::int as "requisites",
      (select count(*) from mails m where ${houseLetters(sql`p.id`)})::int as "houseMails"
    from members mine join parties p on p.id = mine.party_id
    where mine.user_id = ${userId} and mine.removed_at is null
    order by mine.created_at, p.id`);
  return { userId, counts: counts as Holdings["counts"], parties: [...parties] };
}

export const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((one) => sql`${one}`),
    sql`, `,
  )}]::text[]`;
