import "server-only";

import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { houseLetters, lettersTo, NO_PAPER, type PrivacyRequest, textArray, UNSENT } from "#/db/queries/privacy.ts";
import { erasures, privacyRequests } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { erasedWords } from "#/lib/evidence/erased.ts";
import type { RequestState } from "#/lib/privacy/request.ts";
import { type Origin, record } from "./evidence.ts";
import { BLANK } from "./mails.ts";

export type Who = { actor: Actor; origin: Origin; now: Date };

type Move = { requestId: string; step: string; reason?: string; data: Record<string, unknown> };

/** Each move of a request is an entry in its own chain, which a pack may show without anything else of the person. */
export const recordMove = (tx: Tx, { actor, origin, now }: Who, { requestId, ...move }: Move) =>
  record(tx, actor, origin, now, { chain: `privacy:${requestId}`, clause: "99-З, ст. 13", ...move });

/** Null where the person has an open request already, whichever of two came first. */
export async function insertRequest(
  tx: Tx,
  request: Pick<PrivacyRequest, "id" | "userId" | "askedOn" | "dueOn">,
  who: Who,
): Promise<string | null> {
  const added = await tx
    .insert(privacyRequests)
    .values({ ...request, askedAt: who.now })
    .onConflictDoNothing()
    .returning({ id: privacyRequests.id });
  if (added.length === 0) return null;
  const { id: requestId, userId, askedOn, dueOn } = request;
  await recordMove(tx, who, { requestId, step: "ask-erasure", data: { userId, askedOn, dueOn } });
  return requestId;
}

/** Answers an open request; false where somebody did first. */
export async function closeRequest(
  tx: Tx,
  id: string,
  answer: { state: Exclude<RequestState, "open">; on: Day; reason?: string },
  { actor, now }: Who,
): Promise<boolean> {
  const { state, on, reason } = answer;
  const closed = await tx
    .update(privacyRequests)
    .set({ state, closedAt: now, closedOn: on, closedBy: actorRef(actor).id, ...(reason && { reason }) })
    .where(and(eq(privacyRequests.id, id), eq(privacyRequests.state, "open")))
    .returning({ id: privacyRequests.id });
  return closed.length > 0;
}

export type Erasure = { requestId: string; userId: string; on: Day; parties: string[]; limitKeys: readonly string[] };

/**
 * Begins an erasure; its evidence was written before in this transaction, or the database refuses. From here to the end of the
 * transaction the append-only tables let this person's columns, and these parties' requisites, be blanked.
 */
export async function beginErasure(tx: Tx, erasure: Erasure, actor: Actor): Promise<void> {
  const { requestId, userId, on, parties } = erasure;
  // Named one by one: the transaction's number is for the database to say.
  await tx.execute(sql`
    insert into ${erasures} (request_id, user_id, parties, erased_on, erased_by)
    values (${requestId}, ${userId}, ${textArray(parties)}::uuid[], ${on}, ${actorRef(actor).id})`);
}

/** Blanks and deletes what `ERASED` names (lib/privacy/holdings.ts): one statement for each of its lines, in its order. */
export async function erasePerson(tx: Tx, { userId, on, parties, limitKeys }: Erasure, now: Date): Promise<void> {
  const words = erasedWords(on);
  const mine = lettersTo(userId);
  const gone = textArray(parties);
  const statements: SQL[] = [
    // Letters first: they are found by the address that the account still has.
    sql`delete from mails m where ${mine} and ${UNSENT}`,
    sql`update mails m set text = ${BLANK.text}, html = ${BLANK.html} where ${mine} and ${NO_PAPER}`,
    sql`update mails m set to_address = ${words}, server_reply = null, bounce_text = null where ${mine}`,
    sql`update mails m set text = ${BLANK.text}, html = ${BLANK.html}
        where ${houseLetters(sql`any(${gone}::uuid[])`)}`,
    ...[
      "sessions",
      "one_time_links",
      "recovery_codes",
      "second_factors",
      "calendar_feeds",
      "notices",
      "notice_choices",
      "notice_hours",
    ].map((table) => sql`delete from ${sql.identifier(table)} where user_id = ${userId}`),
    sql`delete from outbox where topic = 'account-mail' and payload->>'userId' = ${userId}`,
    sql`delete from idempotency where actor_id = ${userId}`,
    sql`delete from rate_limits where key = any(${textArray(limitKeys)})`,
    sql`update members set removed_at = ${now.toISOString()} where removed_at is null
        and (user_id = ${userId} or party_id = any(${gone}::uuid[]))`,
    sql`update evidence set actor_name = ${words}, address = null, browser = null, salt = null
        where actor_id = ${userId} and actor_name_hash is not null`,
    sql`update parties set name = ${words}, unp = null, iban = null, version = version + 1 where id = any(${gone}::uuid[])`,
    sql`update requisites_versions set requisites = erased_requisites(requisites, ${words})
        where party_id = any(${gone}::uuid[])`,
    sql`update users set name = ${words}, email = ${`${userId}@erased.invalid`}, password_hash = null,
        email_confirmed_at = null, disabled_at = ${now.toISOString()} where id = ${userId}`,
  ];
  for (const statement of statements) await tx.execute(statement);
}

/** The letter that tells of an erasure has left: the last address of the person goes, too. */
export const forgetLastAddresses = (tx: Tx) =>
  tx.execute(sql`
    update mails m set to_address = erased_words(e.erased_on), server_reply = null, bounce_text = null from ${erasures} e
    where m.template = 'erasure-done' and m.dedupe_key = ${LAST_LETTER} || e.request_id and not ${UNSENT}
      and (m.to_address <> erased_words(e.erased_on) or m.server_reply is not null or m.bounce_text is not null)`);

export const LAST_LETTER = "erasure-done:";
