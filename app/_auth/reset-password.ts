import "server-only";

import { linkByHash, lockUser, userByEmail, userById } from "#/db/queries/users.ts";
import { revokeSessions } from "#/db/writes/sessions.ts";
import { changeUser, closeLinks, spendLink } from "#/db/writes/users.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { passwordReason } from "#/lib/auth/password.ts";
import { hashPassword } from "#/lib/auth/password-hash.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { tellAccount, tellLink } from "./letters.ts";
import { overLimit } from "./limits.ts";
import { noSoonerThan, recordAccount, unlessBusy, type Visit } from "./visit.ts";

const SAME_TIME_MS = 250;

/** «Если адрес нам знаком, письмо отправлено»: one answer, in one time, for every address. */
export const askReset = (visit: Visit, { email }: { email: string }) =>
  noSoonerThan(SAME_TIME_MS, async (): Promise<ActionResult<null>> => {
    const over = await overLimit(
      visit,
      ["letter.account", email],
      ["letter.address", visit.origin.address ?? "unknown"],
    );
    if (over) return over;
    const known = await userByEmail(visit.db, email);
    if (known && !known.disabledAt)
      await visit.db.transaction(async (tx) => {
        await lockUser(tx, known.id);
        await tellLink(tx, visit, known, { template: "reset-password", purpose: "reset-password" });
        await recordAccount(tx, visit, known, "ask-reset");
      });
    return { ok: true, value: null };
  });

/** The new password ends every session and every other link; a second factor is asked for as before. */
export const resetPassword = (visit: Visit, { token, password }: { token: string; password: string }) =>
  unlessBusy(async (): Promise<ActionResult<null>> => {
    const over = await overLimit(visit, ["link.address", visit.origin.address ?? "unknown"]);
    if (over) return over;
    // Looked at before it is used up: a password that is refused costs nobody the link.
    const seen = await linkByHash(visit.db, hashToken(token));
    const owner = seen?.userId ? await userById(visit.db, seen.userId) : null;
    const reason = owner && passwordReason(password, owner.email);
    if (reason) return refuse("form.invalid", { password: { code: reason } });
    const passwordHash = await hashPassword(password);
    return visit.db.transaction(async (tx): Promise<ActionResult<null>> => {
      const link = await spendLink(tx, hashToken(token), ["reset-password"], visit.real);
      const user = link?.userId ? await lockUser(tx, link.userId) : null;
      if (!user || user.disabledAt) return refuse("link.dead");
      // Whoever opened the letter has the mailbox, so the address counts as confirmed.
      await changeUser(tx, user.id, { passwordHash, emailConfirmedAt: user.emailConfirmedAt ?? visit.now });
      const ended = await revokeSessions(tx, user.id, visit.real);
      await closeLinks(tx, user.id, ["reset-password", "confirm-email"], visit.real);
      await tellAccount(tx, visit, user, "password-changed");
      await recordAccount(tx, visit, user, "reset-password", { sessionsEnded: ended });
      return { ok: true, value: null };
    });
  });
