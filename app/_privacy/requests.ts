import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import type { Tx } from "#/db/client.ts";
import { asPerson, lockRequest, requestsOf } from "#/db/queries/privacy.ts";
import { lockUser } from "#/db/queries/users.ts";
import { tell } from "#/db/writes/outbox.ts";
import { closeRequest, insertRequest, recordMove, type Who } from "#/db/writes/privacy.ts";
import type { PersonActor, StaffActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { mayAsk } from "#/lib/privacy/plan.ts";
import { erasureDeadline } from "#/lib/privacy/request.ts";

type By<A> = Omit<Who, "actor"> & { actor: A };

/** A person's demand to be erased (99-З, art. 13). In a transaction outside every party. */
export async function askErasure(tx: Tx, who: By<PersonActor>): Promise<ActionResult<{ dueOn: Day }>> {
  const { actor, now } = who;
  await asPerson(tx, actor.userId);
  const user = await lockUser(tx, actor.userId);
  if (!user) return refuse("record.not_found");
  const open = (await requestsOf(tx, user.id)).some(({ state }) => state === "open");
  const allowed = mayAsk({ staff: user.staffRole !== null, open });
  if (!allowed.ok) return refuse(allowed.error);
  const { today, calendar } = await givenAt(tx, now);
  const { due: dueOn } = erasureDeadline(calendar, today);
  const id = await insertRequest(tx, { id: crypto.randomUUID(), userId: user.id, askedOn: today, dueOn }, who);
  if (!id) return refuse("privacy.open_already");
  await tell(tx, now, { topic: "privacy-mail", payload: { requestId: id, template: "erasure-asked" } });
  return { ok: true, value: { dueOn } };
}

/** Taken back by the person while nobody has answered it. A stranger's request is a missing one. */
export async function withdrawErasure(
  tx: Tx,
  requestId: string,
  who: By<PersonActor>,
): Promise<ActionResult<{ requestId: string }>> {
  const { userId } = who.actor;
  await asPerson(tx, userId);
  if (!(await lockRequest(tx, requestId, userId))) return refuse("record.not_found");
  if (!(await closeRequest(tx, requestId, { state: "withdrawn", on: dayInMinsk(who.now) }, who)))
    return refuse("record.changed");
  await recordMove(tx, who, { requestId, step: "withdraw-erasure", data: { userId } });
  return { ok: true, value: { requestId } };
}

/** Art. 13 p. 3: refused where another ground for processing stands, and the person is told which. */
export async function refuseErasure(
  tx: Tx,
  { requestId, reason }: { requestId: string; reason: string },
  who: By<StaffActor>,
): Promise<ActionResult<{ requestId: string }>> {
  const request = await lockRequest(tx, requestId);
  if (!request) return refuse("record.not_found");
  if (!(await closeRequest(tx, requestId, { state: "refused", on: dayInMinsk(who.now), reason }, who)))
    return refuse("record.changed");
  await recordMove(tx, who, { requestId, step: "refuse-erasure", reason, data: { userId: request.userId } });
  await tell(tx, who.now, { topic: "privacy-mail", payload: { requestId, template: "erasure-refused" } });
  return { ok: true, value: { requestId } };
}
