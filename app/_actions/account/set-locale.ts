"use server";

import { refresh } from "next/cache";

import { currentSession } from "#/app/_auth/current-session.ts";
import { keepLocale } from "#/app/_auth/session-cookie.ts";
import { changeUser } from "#/db/writes/users.ts";
import { localeInput } from "#/lib/auth/inputs.ts";
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
  refresh();
}
