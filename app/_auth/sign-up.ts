import "server-only";

import { lockUser, userByEmail } from "#/db/queries/users.ts";
import { addUser } from "#/db/writes/users.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { hashPassword, passwordMatches } from "#/lib/auth/password-hash.ts";
import { hashToken } from "#/lib/auth/token.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import { tellAccount, tellLink } from "./letters.ts";
import { overLimit } from "./limits.ts";
import { noSoonerThan, recordAccount, unlessBusy, type Visit } from "./visit.ts";

type SignUp = { name: string; email: string; password: string; next: string | null; locale: Locale };

/** What the link of a sign-up confirms: the name and password of that very form, and where it wanted to go. */
export type SignUpPayload = { name: string; passwordHash: string; next: string | null; browserHash: string };

const SAME_TIME_MS = 250;

/**
 * Always "a letter was sent". To a known address the letter says so and offers to sign in. An address that nobody confirmed
 * yet gets a further link for this form's own name and password: whoever signed up with it before gains nothing by that.
 */
export const signUp = (visit: Visit, form: SignUp, browserToken: string) =>
  unlessBusy(() =>
    noSoonerThan(SAME_TIME_MS, async (): Promise<ActionResult<null>> => {
      const over = await overLimit(
        visit,
        ["letter.account", form.email],
        ["letter.address", visit.origin.address ?? "unknown"],
      );
      if (over) return over;
      const { name, email, next, locale } = form;
      const passwordHash = await hashPassword(form.password);
      const id = crypto.randomUUID();
      await visit.db.transaction(async (tx) => {
        const added = await addUser(tx, { id, email, name, locale, passwordHash, createdAt: visit.now });
        const known = await userByEmail(tx, email);
        const user = known && (await lockUser(tx, known.id));
        if (!user) throw new Error("a taken address has no account");
        await recordAccount(tx, visit, user, added ? "sign-up" : "sign-up-again");
        if (user.disabledAt) return;
        if (user.emailConfirmedAt) return tellAccount(tx, visit, user, "already-registered");
        const payload: SignUpPayload = { name, passwordHash, next, browserHash: hashToken(browserToken) };
        await tellLink(tx, visit, user, { template: "confirm-email", purpose: "confirm-email", payload });
      });
      return { ok: true, value: null };
    }),
  );

/** Another confirmation letter, for whoever knows the password of the account; the same answer for everybody else. */
export const resendConfirmation = (
  visit: Visit,
  { email, password, next }: { email: string; password: string; next: string | null },
  browserToken: string,
) =>
  unlessBusy(() =>
    noSoonerThan(SAME_TIME_MS, async (): Promise<ActionResult<null>> => {
      const over = await overLimit(
        visit,
        ["letter.account", email],
        ["letter.address", visit.origin.address ?? "unknown"],
      );
      if (over) return over;
      const user = await userByEmail(visit.db, email);
      const matches = await passwordMatches(password, user?.passwordHash ?? null);
      if (user?.passwordHash && matches && !user.emailConfirmedAt && !user.disabledAt) {
        const { name, passwordHash } = user;
        const payload: SignUpPayload = { name, passwordHash, next, browserHash: hashToken(browserToken) };
        await visit.db.transaction((tx) =>
          tellLink(tx, visit, user, { template: "confirm-email", purpose: "confirm-email", payload }),
        );
      }
      return { ok: true, value: null };
    }),
  );
