import "server-only";

import type { StepContext, StepDone } from "#/app/_actions/contract/spec.ts";
import { allocateAtDiscretionStep, allocatePaymentStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { askDiscretion, lockPayment } from "#/db/writes/payment-decisions.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { secondPersonAbove } from "#/lib/contract/discretion.ts";
import type { Kopecks } from "#/lib/money/kopecks.ts";
import { ok } from "#/lib/result.ts";
import { splitPayment } from "#/lib/statement/split.ts";

export type Part = { contractId: string; version?: number | undefined; invoiceId: string; amount: Kopecks };
export type Asked = {
  paymentId: string;
  parts: readonly Part[];
  reason?: string | undefined;
  thirdParty?: true | undefined;
};
type How = { requestId?: string; asking?: boolean };

/**
 * One payment set against several invoices, all or nothing (3.4). An invoice that the purpose names is set by that; for every
 * other one the reason is wanted. `left` is what stays as the customer's balance. `asked` is the request that waits for a second
 * person instead, where more than the set sum would stand at discretion.
 */
export async function setParts(
  context: StepContext & { actor: StaffActor },
  asked: Asked,
): Promise<ActionResult<{ left: Kopecks; asked: string | null }>> {
  const { tx, actor, origin, given } = context;
  const payment = await lockPayment(tx, asked.paymentId);
  if (!payment) return refuse("record.not_found");
  if (payment.state === "to-return") return refuse("payment.to_return");
  const left = splitPayment(payment.amount - payment.allocated, asked.parts);
  if (!left.ok) return refuse(left.error);

  const set = await trySet(context, asked, {});
  if (set.ok) return ok({ left: left.value, asked: null });
  if (set.error.code !== "discretion.second_person") return set;

  const tried = await trySet(context, asked, { asking: true });
  if (!tried.ok) return tried;
  const request = await askDiscretion(
    tx,
    {
      paymentId: asked.paymentId,
      parts: asked.parts.map(({ contractId, invoiceId, amount }) => ({ contractId, invoiceId, amount: `${amount}` })),
      amount: asked.parts.reduce((sum, { amount }) => sum + amount, 0n),
      above: secondPersonAbove(given.settings),
      reason: asked.reason ?? "",
    },
    { actor, origin, now: given.now },
  );
  return request ? ok({ left: left.value, asked: request }) : refuse("discretion.asked_already");
}

const UNDONE = Symbol("undone");

/** In a savepoint: what is refused leaves nothing behind, and neither does what was only tried out. */
async function trySet(context: StepContext, asked: Asked, how: How): Promise<ActionResult<null>> {
  const inSavepoint = () =>
    orUndo<null>(
      (body) => context.tx.transaction(body),
      async (tx) => {
        const set = await setEach({ ...context, tx }, asked, how);
        if (set.ok && how.asking) throw UNDONE;
        return set;
      },
    );
  return inSavepoint().catch((thrown: unknown) => {
    if (thrown === UNDONE) return ok(null);
    throw thrown;
  });
}

/** Each part as a step of its own contract, in their order; the first refusal is the answer. */
export async function setEach(context: StepContext, asked: Asked, how: How): Promise<ActionResult<null>> {
  for (const part of asked.parts) {
    const done = await setOne(context, asked, part, how);
    if (!done.ok) return done;
  }
  return ok(null);
}

async function setOne(context: StepContext, asked: Asked, part: Part, how: How): Promise<ActionResult<StepDone>> {
  const { paymentId, reason, thirdParty } = asked;
  const contract = await findContract(context.tx, context.actor, part.contractId);
  if (!contract) return refuse("record.not_found");
  const input = {
    ...part,
    version: part.version ?? contract.version,
    paymentId,
    ...(thirdParty ? { thirdParty } : {}),
  };
  const named = await takeStep(context, allocatePaymentStep, input);
  if (named.ok || !["allocation.not_named", "invoice.expired"].includes(named.error.code)) return named;
  if (!reason) return refuse("form.invalid", { reason: { code: "reason.required" } });
  return takeStep(context, allocateAtDiscretionStep, { ...input, reason, ...how });
}
