import "server-only";

import type { StepContext } from "#/app/_actions/contract/spec.ts";
import { findRequest } from "#/db/queries/payment-decisions.ts";
import { lockPayment, settleRequest } from "#/db/writes/payment-decisions.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { setEach } from "./set-parts.ts";

type Answer =
  | { state: "confirmed"; reason: null }
  | { state: "rejected"; reason: string }
  /** By whoever asked, and by nobody else. */
  | { state: "withdrawn"; reason: null };

/**
 * The answer to a request for an allocation at discretion (3.4). Confirmed, the money is set at once, in the same transaction and
 * by the same rules as if one person might; what cannot be set any more refuses the confirmation and leaves the request waiting.
 */
export async function settleDiscretion(
  context: StepContext & { actor: StaffActor },
  requestId: string,
  answer: Answer,
): Promise<ActionResult<{ paymentId: string }>> {
  const { tx, actor, origin, given } = context;
  const known = await findRequest(tx, requestId);
  if (!known || !(await lockPayment(tx, known.paymentId))) return refuse("record.not_found");
  const request = await findRequest(tx, requestId);
  if (request?.state !== "waiting") return refuse("record.changed");
  const own = request.askedBy === actor.userId;
  if (answer.state === "withdrawn" ? !own : own)
    return refuse(own ? "discretion.own_request" : "discretion.not_own_request");

  await settleRequest(tx, request, answer, { actor, origin, now: given.now });
  const { paymentId, reason } = request;
  if (answer.state === "confirmed") {
    const parts = request.parts.map((part) => ({ ...part, amount: BigInt(part.amount) }));
    // Who asked has said already that somebody else's payment is meant so.
    const set = await setEach(context, { paymentId, parts, reason, thirdParty: true }, { requestId });
    if (!set.ok) return set;
  }
  return ok({ paymentId });
}
