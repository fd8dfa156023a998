import "server-only";

import { sellerToday, writeMail } from "#/app/_jobs/write-mail.ts";
import type { Tx } from "#/db/client.ts";
import { lockRequest } from "#/db/queries/privacy.ts";
import { lockUser, type UserRow } from "#/db/queries/users.ts";
import { record } from "#/db/writes/evidence.ts";
import { giveOwnership, lockPartiesOf } from "#/db/writes/members.ts";
import {
  beginErasure,
  closeRequest,
  type Erasure,
  erasePerson,
  LAST_LETTER,
  recordMove,
  type Who,
} from "#/db/writes/privacy.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { ERASE } from "#/lib/evidence/erased.ts";
import { PRIVACY_POLICY } from "#/lib/mail/paths.ts";
import { type Heirs, heirsOf, type Plan } from "#/lib/privacy/plan.ts";
import { planFor } from "./plan-for.ts";

type Input = { requestId: string; owners: Readonly<Record<string, string>> };

/**
 * Executes an open request in the caller's one transaction as the system's role: evidence first, then everything that the plan
 * names, the last letter, and the answer. All of it or nothing.
 */
export async function eraseOnRequest(
  tx: Tx,
  { requestId, owners }: Input,
  who: Who,
): Promise<ActionResult<{ requestId: string; on: Day }>> {
  const request = await lockRequest(tx, requestId);
  if (!request) return refuse("record.not_found");
  if (request.state !== "open") return refuse("record.changed");
  const user = await lockUser(tx, request.userId);
  await lockPartiesOf(tx, request.userId);
  const found = user && (await planFor(tx, user.id));
  if (!found) return refuse("record.not_found");
  const { plan, limitKeys } = found;
  const heirs = heirsOf(plan, owners);
  if (!heirs.ok) return refuse(heirs.error);

  const on = dayInMinsk(who.now);
  const parties = plan.parties.filter(({ outcome }) => outcome === "erased").map(({ id }) => id);
  const erasure: Erasure = { requestId, userId: user.id, on, parties, limitKeys };
  await recordMove(tx, who, {
    ...{ requestId, step: ERASE },
    data: { userId: user.id, erasedOn: on, parties, goes: countsOf(plan.goes), stays: countsOf(plan.stays) },
  });
  await leaveParties(tx, user.id, plan, heirs.value, who);
  await beginErasure(tx, erasure, who.actor);
  await erasePerson(tx, erasure, who.now);
  await tellLast(tx, user, erasure, plan, who.now);
  await closeRequest(tx, requestId, { state: "done", on }, who);
  return { ok: true, value: { requestId, on } };
}

const countsOf = (list: readonly { kind: string; count: number }[]) =>
  Object.fromEntries(list.map(({ kind, count }) => [kind, count]));

/** Each party's own history tells who left and who owns it now. Ids only: the names are about to go. */
async function leaveParties(tx: Tx, userId: string, plan: Plan, heirs: Heirs, { actor, origin, now }: Who) {
  for (const { id: partyId, role, outcome } of plan.parties) {
    const told = { chain: `party:${partyId}`, partyId };
    const heir = heirs.get(partyId);
    if (heir) {
      await giveOwnership(tx, heir.memberId);
      const data = { userId: heir.userId, from: heir.role, to: "owner" };
      await record(tx, actor, origin, now, { ...told, step: "change-member-role", data });
    }
    const data = { userId, role, outcome };
    await record(tx, actor, origin, now, { ...told, step: "remove-member", clause: "99-З, ст. 13", data });
  }
}

/** Goes to the address that was just erased everywhere else; once it has left, the worker forgets it here, too. */
async function tellLast(tx: Tx, user: UserRow, { requestId, on }: Erasure, plan: Plan, now: Date) {
  const seller = await sellerToday(tx, now);
  const kept = plan.stays.map(({ kind }) => kind).filter((kind) => kind !== "request");
  await writeMail(
    { tx, now, seller, dedupe: `${LAST_LETTER}${requestId}`, partyId: null, contractId: null, attachments: [] },
    "erasure-done",
    { key: user.id, address: user.email, locale: user.locale },
    { path: PRIVACY_POLICY, on, kept },
  );
}
