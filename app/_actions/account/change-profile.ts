"use server";

import { keepLocale } from "#/app/_auth/session-cookie.ts";
import { recordAccount } from "#/app/_auth/visit.ts";
import { lockUser } from "#/db/queries/users.ts";
import { changeUser } from "#/db/writes/users.ts";
import { refuse } from "#/lib/action-result.ts";
import { profileInput } from "#/lib/auth/inputs.ts";
import { action } from "../action.ts";

export const changeProfileAction = action({
  name: "change-profile",
  allow: "account.manage",
  input: profileInput,
  tenant: () => "account",
  run: async ({ tx, actor, input, now, origin }) => {
    const user = await lockUser(tx, actor.userId);
    if (!user || actor.kind === "staff-pending") return refuse("auth.second_factor");
    await changeUser(tx, user.id, input);
    await recordAccount(tx, { now, origin }, { ...user, name: input.name }, "change-profile", { locale: input.locale });
    await keepLocale(input.locale);
    return { ok: true, value: null };
  },
});
