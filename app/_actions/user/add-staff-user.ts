"use server";

import { z } from "zod";

import { tellLink } from "#/app/_auth/letters.ts";
import { realTime } from "#/app/_auth/real-time.ts";
import { record } from "#/db/writes/evidence.ts";
import { addUser } from "#/db/writes/users.ts";
import { STAFF_ROLES } from "#/lib/access/actor.ts";
import { refuse } from "#/lib/action-result.ts";
import { checkEmail } from "#/lib/requisites/email.ts";
import { ok } from "#/lib/result.ts";
import { action } from "../action.ts";

const input = z.object({
  name: z.string().trim().min(2, "field.required").max(120, "field.too_long"),
  email: z
    .string()
    .trim()
    .min(1, "field.required")
    .max(320, "field.too_long")
    .transform((text, context) => {
      const { reason, value } = checkEmail(text);
      if (reason === null) return value.toLowerCase();
      context.addIssue({ code: "custom", message: reason });
      return z.NEVER;
    }),
  role: z.enum(STAFF_ROLES),
});

/** A colleague's account: without a password, which they choose by the link of the invitation; then the second factor. */
export const addStaffUserAction = action({
  name: "add-staff-user",
  allow: "user.add-staff",
  input,
  tenant: () => "account",
  run: async ({ tx, actor, input: { name, email, role }, now, origin }) => {
    const id = crypto.randomUUID();
    const locale = "ru";
    const added = await addUser(tx, { id, email, name, locale, createdAt: now, staffRole: role });
    if (!added) return refuse("form.invalid", { email: { code: "user.exists" } });
    await record(tx, actor, origin, now, { chain: `user:${id}`, step: "add-staff-user", data: { userId: id, role } });
    await tellLink(
      tx,
      { now, real: realTime() },
      { id, locale },
      { template: "invitation", purpose: "staff-invitation" },
    );
    return ok({ userId: id });
  },
});
