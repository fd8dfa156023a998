import "server-only";

import { clockMoves } from "#/app/_time/now.ts";
import type { Db, Tx } from "#/db/client.ts";
import type { UserRow } from "#/db/queries/users.ts";
import { type Origin, record } from "#/db/writes/evidence.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { TooBusy } from "#/lib/auth/password-hash.ts";
import { env } from "#/lib/env.ts";
import { realTime } from "./real-time.ts";

/**
 * What the ways in and out of an account are given. No Next below here: actions, the operator's commands and tests call
 * the same functions.
 */
export type Visit = {
  db: Db;
  origin: Origin;
  /** The movable time of evidence and follow-up work. */
  now: Date;
  /** The real time of sessions, links, codes and limits. */
  real: Date;
  secret: string;
  /** Demonstration and tests, where everybody comes from one machine. */
  oneMachine: boolean;
};

export const visitOf = ({ db, origin, now }: Pick<Visit, "db" | "origin" | "now">): Visit => ({
  db,
  origin,
  now,
  real: realTime(),
  secret: env().AUTH_SECRET,
  oneMachine: clockMoves(),
});

/** An entry in the person's own chain. Ids and facts only: names and addresses have columns that can be erased. */
export async function recordAccount(
  tx: Tx,
  { origin, now }: Pick<Visit, "origin" | "now">,
  user: Pick<UserRow, "id" | "name" | "email" | "staffRole">,
  step: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  // In the account everybody acts for themselves and for no party, whatever they are elsewhere.
  const actor = { kind: "newcomer", userId: user.id, name: user.name, email: user.email, sessionId: "" } as const;
  await record(tx, actor, origin, now, { chain: `user:${user.id}`, step, data });
}

/** Passwords are hashed a few at a time; when too many wait, the next is asked to come back. */
export async function unlessBusy<T>(work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooBusy) return refuse("auth.busy");
    throw error;
  }
}

/** An answer that comes no sooner than `ms`: what is known and what is not take as long. */
export async function noSoonerThan<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work(), new Promise((wake) => setTimeout(wake, ms))]);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
