"use server";

import { eraseOnRequest } from "#/app/_privacy/erase.ts";
import { PRIVACY } from "#/app/_privacy/plan-for.ts";
import { eraseInput } from "#/lib/privacy/request.ts";
import { action } from "../action.ts";

/** A lawyer executes a person's request: whoever asks and whoever executes are never the same. Runs as the system, which alone may blank. */
export const eraseAction = action({
  name: "erase",
  allow: "privacy.answer",
  input: eraseInput,
  tenant: () => PRIVACY,
  run: ({ tx, actor, input, now, origin }) => eraseOnRequest(tx, input, { actor, now, origin }),
});
