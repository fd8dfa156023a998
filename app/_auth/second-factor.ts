import "server-only";

import type { Tx } from "#/db/client.ts";
import { lockUser, secondFactorOf } from "#/db/queries/users.ts";
import { renewToken, revokeSessions } from "#/db/writes/sessions.ts";
import { confirmSecondFactor, removeSecondFactor, spendRecoveryCode, spendStep } from "#/db/writes/users.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { enrolmentOffer, isRecoveryCode, recoveryHash } from "#/lib/auth/enrolment.ts";
import { seal, unseal } from "#/lib/auth/secret-box.ts";
import { hashToken, newToken } from "#/lib/auth/token.ts";
import { acceptedStep } from "#/lib/auth/totp.ts";
import { forgive, overLimit } from "./limits.ts";
import { recordAccount, type Visit } from "./visit.ts";

type OfSession = { id: string; userId: string };

/** A code of the authenticator or a recovery code finishes signing in; the session goes on under a new token. */
export async function giveSecondFactor(
  visit: Visit,
  session: OfSession,
  code: string,
): Promise<ActionResult<{ token: string }>> {
  const over = await overLimit(visit, ["code.account", session.userId]);
  if (over) return over;
  const token = newToken();
  const given = await visit.db.transaction(async (tx) => {
    const user = await lockUser(tx, session.userId);
    const how = user && (await spendCode(tx, visit, user.id, code));
    if (!how || !(await renewToken(tx, session.id, hashToken(token), visit.real))) return false;
    await recordAccount(tx, visit, user, "second-factor", { sessionId: session.id, how });
    return true;
  });
  if (!given) return refuse("code.wrong", { code: { code: "code.wrong" } });
  await forgive(visit, ["code.account", session.userId]);
  return { ok: true, value: { token } };
}

async function spendCode(tx: Tx, { secret, real }: Visit, userId: string, code: string) {
  if (isRecoveryCode(code))
    return (await spendRecoveryCode(tx, userId, recoveryHash(secret, userId, code), real)) ? "recovery" : null;
  const factor = await secondFactorOf(tx, userId);
  if (!factor?.confirmedAt) return null;
  const step = acceptedStep(unseal(secret, userId, factor.secret), code.replace(/\s/g, ""), real, factor.lastStep);
  return step !== null && (await spendStep(tx, userId, step)) ? "totp" : null;
}

/**
 * Switches the second factor on with the secret that this session was offered, proved by its first code. Runs in the
 * transaction of the action; the token is new because the session may do more from now on.
 */
export async function enrol(
  tx: Tx,
  visit: Visit,
  session: OfSession,
  code: string,
): Promise<ActionResult<{ token: string }>> {
  const over = await overLimit(visit, ["code.account", session.userId]);
  if (over) return over;
  const { secret, real } = visit;
  const user = await lockUser(tx, session.userId);
  if (!user || (await secondFactorOf(tx, user.id))?.confirmedAt) return refuse("record.changed");
  const offer = enrolmentOffer(secret, session.id);
  const lastStep = acceptedStep(offer.secret, code, real, null);
  if (lastStep === null) return refuse("code.wrong", { code: { code: "code.wrong" } });
  const codeHashes = offer.codes.map((one) => recoveryHash(secret, user.id, one));
  await confirmSecondFactor(
    tx,
    { userId: user.id, secret: seal(secret, user.id, offer.secret), lastStep, codeHashes },
    real,
  );
  const token = newToken();
  if (!(await renewToken(tx, session.id, hashToken(token), real))) return refuse("auth.signed_out");
  await revokeSessions(tx, user.id, real, session.id);
  await forgive(visit, ["code.account", session.userId]);
  await recordAccount(tx, visit, user, "enrol-second-factor", { sessionId: session.id });
  return { ok: true, value: { token } };
}

/** Switches it off. Other sessions end; staff have to set up a new one before anything else. */
export async function dropSecondFactor(tx: Tx, visit: Visit, session: OfSession): Promise<ActionResult<null>> {
  const user = await lockUser(tx, session.userId);
  if (!user) return refuse("record.not_found");
  await removeSecondFactor(tx, user.id);
  await revokeSessions(tx, user.id, visit.real, user.staffRole === null ? session.id : null);
  await recordAccount(tx, visit, user, "drop-second-factor");
  return { ok: true, value: null };
}
