import "server-only";

import { refresh } from "next/cache";
import { z } from "zod";

import { currentActor } from "#/app/_auth/current-actor.ts";
import { currentTime } from "#/app/_time/now.ts";
import { type Db, database, inTenant, type Tenant, type Tx, tenantOf } from "#/db/client.ts";
import type { Origin } from "#/db/writes/evidence.ts";
import { claim, keepResult } from "#/db/writes/idempotency.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { type ActionCall, type ActionResult, refuse } from "#/lib/action-result.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { accident } from "./accident.ts";
import { requestHash, requestOrigin, sameOrigin } from "./guard.ts";
import { orUndo } from "./or-undo.ts";

const envelope = z.object({ key: z.string().min(8).max(100), input: z.unknown() });

export type Asked<Input, A = PersonActor> = { tx: Tx; actor: A; input: Input; now: Date; origin: Origin };

/**
 * The one way in for a signed-in person's mutation: same origin, who (looked up in the database), permission, schema, then
 * one transaction as the tenant's role with the idempotency key, the work, and its kept answer.
 */
export function action<Schema extends z.ZodType, T>(spec: {
  name: string;
  allow: Permission;
  input: Schema;
  /** Whose role the work runs as; "account" is the person's own account, outside every party. */
  tenant?: (actor: PersonActor, input: z.output<Schema>) => Tenant | "account";
  run: (asked: Asked<z.output<Schema>>) => Promise<ActionResult<T>>;
}) {
  return async (call: ActionCall): Promise<ActionResult<T>> => {
    if (!(await sameOrigin())) return refuse("auth.origin");
    const sent = envelope.safeParse(call);
    if (!sent.success) return refuse("form.invalid");
    try {
      const actor = await currentActor();
      if (!actor) return refuse("auth.signed_out");
      if (!permits(actor, spec.allow))
        return refuse(actor.kind === "staff-pending" ? "auth.second_factor" : "auth.forbidden");
      const input = spec.input.safeParse(sent.data.input);
      if (!input.success) return refuse("form.invalid", fieldRefusals(input.error.issues));

      const tenant = spec.tenant ? spec.tenant(actor, input.data) : tenantOf(actor);
      const origin = await requestOrigin();
      const now = await currentTime();
      const result = await inTransaction(tenant, (tx) =>
        once(tx, { actorId: actor.userId, action: spec.name, key: sent.data.key }, sent.data.input, now, () =>
          spec.run({ tx, actor, input: input.data, now, origin }),
        ),
      );
      if (result.ok) refresh();
      return result;
    } catch (error) {
      return accident(spec.name, error);
    }
  };
}

/** The same door for somebody who is not signed in (sign-up, reset, a one-time link): same origin, schema, one transaction. */
export function publicAction<Schema extends z.ZodType, T>(spec: {
  name: string;
  input: Schema;
  run: (asked: { db: Db; input: z.output<Schema>; now: Date; origin: Origin }) => Promise<ActionResult<T>>;
}) {
  return async (call: ActionCall): Promise<ActionResult<T>> => {
    if (!(await sameOrigin())) return refuse("auth.origin");
    const sent = envelope.safeParse(call);
    if (!sent.success) return refuse("form.invalid");
    const input = spec.input.safeParse(sent.data.input);
    if (!input.success) return refuse("form.invalid", fieldRefusals(input.error.issues));
    try {
      return await spec.run({
        db: database(),
        input: input.data,
        now: await currentTime(),
        origin: await requestOrigin(),
      });
    } catch (error) {
      return accident(spec.name, error);
    }
  };
}

const inTransaction = <T>(
  tenant: Tenant | "account",
  work: (tx: Tx) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> =>
  orUndo((body) => (tenant === "account" ? database().transaction(body) : inTenant(database(), tenant, body)), work);

async function once<T>(
  tx: Tx,
  key: { actorId: string; action: string; key: string },
  raw: unknown,
  now: Date,
  work: () => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const claimed = await claim(tx, key, requestHash(raw), now);
  if (!claimed.fresh) return claimed.sameRequest ? (claimed.result as ActionResult<T>) : refuse("form.key_reused");
  const result = await work();
  if (result.ok) await keepResult(tx, key, result);
  return result;
}
