"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { currentSession } from "#/app/_auth/current-session.ts";
import { keepLocale } from "#/app/_auth/session-cookie.ts";
import { changeUser } from "#/db/writes/users.ts";
import { localeInput } from "#/lib/auth/inputs.ts";
import { ownPath } from "#/lib/auth/next-path.ts";
import { publicAction } from "../action.ts";

const setLocale = publicAction({
  name: "set-locale",
  input: localeInput,
  run: async ({ db, input }) => {
    await keepLocale(input.locale);
    const session = await currentSession();
    if (session && !session.pending) await changeUser(db, session.userId, { locale: input.locale });
    return { ok: true, value: null };
  },
});

/** Target of the language switch: the browser's language and, for who is signed in, the language of the letters. */
export async function setLocaleAction(form: FormData): Promise<void> {
  await setLocale({ key: crypto.randomUUID(), input: { locale: form.get("locale") } });
  // A new request, because this one's language was read before the cookie changed.
  redirect((ownPath((await headers()).get("x-path")) ?? "/") as Route);
}
