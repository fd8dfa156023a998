"use server";

import { addSetting } from "#/db/writes/settings.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { changeSetting, changeSettingInput } from "#/lib/contract/change-setting.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** Where the contract is silent: a new dated value of a named setting, with its reason. */
export const changeSettingAction = action({
  name: "change-setting",
  allow: "settings.change",
  input: changeSettingInput,
  run: async ({ tx, actor, input, now, origin }) => {
    const decided = changeSetting(input, dayInMinsk(now));
    if (!decided.ok) return refuse("form.invalid", { [decided.error.field]: { code: decided.error.code } });
    await addSetting(tx, decided.value, { actor: actor as StaffActor, origin, now });
    return ok({ key: input.key });
  },
});
