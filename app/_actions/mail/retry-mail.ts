"use server";

import { z } from "zod";

import { retryMail } from "#/db/writes/mail-retry.ts";
import { refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

/** A letter that failed goes out again: its message id stays, so a copy that did arrive is recognised. */
export const retryMailAction = action({
  name: "retry-mail",
  allow: "mail.read",
  input: z.object({ mailId: z.uuid() }),
  run: async ({ tx, input, now }) =>
    (await retryMail(tx, input.mailId, now)) ? ok({ mailId: input.mailId }) : refuse("record.changed"),
});
